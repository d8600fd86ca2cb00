package io.wattwire.publish.venus;

import io.wattwire.publish.venus.bus.BusConnection;
import io.wattwire.publish.venus.bus.BusException;
import io.wattwire.publish.venus.bus.BusItems;
import io.wattwire.publish.venus.bus.BusSignal;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the GX keeps for a service: its instance, name and position, and the owner's wishes for the
 * generation. Made there when they are missing, read again when they change. Without a settings
 * service what was asked for holds. One thread talks; values may be read on any.
 */
final class GxSettings {

    private static final String SERVICE = "com.victronenergy.settings";
    private static final String INTERFACE = "com.victronenergy.Settings";
    private static final String ROOT = "/Settings";
    private static final String GENERATION = "/DynamicGeneration";
    private static final long LOOK_NANOS = 60_000_000_000L;
    private static final int HIGHEST_INSTANCE = 65_535;

    private final VenusSettings settings;
    private final Map<String, Wish> wishes = new LinkedHashMap<>();
    private final Map<String, Object> known = new ConcurrentHashMap<>();
    private final Map<String, Object> toWrite = new ConcurrentHashMap<>();
    private volatile boolean changed = true;
    private boolean added;
    private long lookedNanos;

    /** A setting as it is made where it is missing. */
    private record Wish(String group, String name, Object standard, String type, int min, int max) {

        String path() {
            return ROOT + group + "/" + name;
        }
    }

    GxSettings(VenusSettings settings) {
        this.settings = settings;
        String device = "/Devices/" + settings.id();
        String instance = settings.kind().busClass() + ":" + settings.instance();
        wish("instance", new Wish(device, "ClassAndVrmInstance", instance, "s", 0, 0));
        wish("name", new Wish(device, "CustomName", settings.customName(), "s", 0, 0));
        if (settings.kind() == Kind.PVINVERTER) {
            wish("position", new Wish(device, "Position", settings.position(), "i", 0, 2));
            wish("difference", new Wish(GENERATION, "energyDifference", 0, "i", 0, 1_000_000));
            wish("derate", new Wish(GENERATION, "derateGeneration", 0, "i", 0, 1));
        }
    }

    private void wish(String key, Wish wish) {
        wishes.put(key, wish);
    }

    /** Asks to be told of changes; on a new connection. */
    void attach(BusConnection connection) throws IOException {
        added = false;
        changed = true;
        connection.onSignal(this::heard);
        String signal = "type='signal',interface='" + BusItems.INTERFACE + "',path";
        connection.watch(signal + "='/',member='ItemsChanged',sender='" + SERVICE + "'");
        connection.watch(signal + "_namespace='/Settings/Devices/" + settings.id() + "'");
        connection.watch(signal + "_namespace='" + ROOT + GENERATION + "'");
    }

    private void heard(BusSignal signal) {
        boolean ours =
                wishes.values().stream()
                        .anyMatch(
                                it ->
                                        signal.path().equals(it.path())
                                                || signal.arguments()
                                                        .toString()
                                                        .contains(it.path()));
        changed |= ours;
    }

    /** Reads and writes what has to be. */
    void tend(BusConnection connection, long nowNanos) throws IOException {
        boolean due = changed || nowNanos - lookedNanos > LOOK_NANOS || !toWrite.isEmpty();
        if (!due) {
            return;
        }
        changed = false;
        lookedNanos = nowNanos;
        try {
            if (!added) {
                add(connection);
            }
            write(connection);
            read(connection);
        } catch (BusException nobody) {
            added = false; // no settings service, or one that restarts: asked again later
        }
    }

    private void add(BusConnection connection) throws IOException {
        for (Wish wish : wishes.values()) {
            connection.call(
                    SERVICE,
                    ROOT,
                    INTERFACE,
                    "AddSetting",
                    "ssvsvv",
                    wish.group().substring(1),
                    wish.name(),
                    wish.standard(),
                    wish.type(),
                    wish.min(),
                    wish.max());
        }
        added = true;
    }

    private void write(BusConnection connection) throws IOException {
        for (Map.Entry<String, Object> entry : new HashMap<>(toWrite).entrySet()) {
            String path = wishes.get(entry.getKey()).path();
            connection.call(SERVICE, path, BusItems.INTERFACE, "SetValue", "v", entry.getValue());
            toWrite.remove(entry.getKey(), entry.getValue());
        }
    }

    private void read(BusConnection connection) throws IOException {
        for (Map.Entry<String, Wish> entry : wishes.entrySet()) {
            String path = entry.getValue().path();
            Object value = connection.call(SERVICE, path, BusItems.INTERFACE, "GetValue", "");
            if (value == null) {
                known.remove(entry.getKey());
            } else {
                known.put(entry.getKey(), value);
            }
        }
    }

    /** Keeps what somebody wrote to our own service; done on the connection's thread, soon. */
    void keep(String key, Object value) {
        known.put(key, value);
        toWrite.put(key, value);
    }

    /** {@return instance that the GX gave, else the one that was asked for} */
    int instance() {
        String[] parts = String.valueOf(known.get("instance")).split(":", 2);
        boolean ours = parts.length == 2 && parts[0].equals(settings.kind().busClass());
        int given = ours && parts[1].matches("[0-9]{1,5}") ? Integer.parseInt(parts[1]) : -1;
        return given < 0 || given > HIGHEST_INSTANCE ? settings.instance() : given;
    }

    String customName() {
        return String.valueOf(known.getOrDefault("name", settings.customName()));
    }

    int position() {
        return known.get("position") instanceof Integer position && position >= 0 && position <= 2
                ? position
                : settings.position();
    }

    /** {@return the reference of the energy rule, kWh; NaN while it is not known} */
    double difference() {
        return number("difference");
    }

    /** {@return whether generation is derated: 0 or 1; NaN while it is not known} */
    double derate() {
        return number("derate");
    }

    private double number(String key) {
        return known.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
