package io.wattwire.publish.givtcp.data;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.wattwire.publish.Sample;
import io.wattwire.publish.control.Plant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The inverters whose values came in, each with what is known of it now. Assets of one driver are
 * one inverter with its batteries and meters. Thread-safe.
 */
public final class Fleet {

    private static final int MOST = 64;
    private static final int LONGEST = 40;
    private static final Gson GSON = new GsonBuilder().serializeNulls().create();

    private final Form form;
    private final boolean raw;
    private final LongSupplier nanoClock;
    private final Directory directory;
    private final Map<String, Unit> units = new LinkedHashMap<>();

    /**
     * An empty fleet.
     *
     * @param form whose spelling
     * @param raw whether the values are added as the registers have them
     * @param plant knows whose values they are
     * @param nanoClock monotonic nanoseconds, {@code System::nanoTime}
     */
    public Fleet(Form form, boolean raw, Plant plant, LongSupplier nanoClock) {
        this.form = form;
        this.raw = raw;
        this.nanoClock = nanoClock;
        directory = new Directory(plant, nanoClock);
    }

    /**
     * Takes values. A value of a channel that comes again ends the cycle of reading before it.
     *
     * @param samples in their order
     * @return the structure after each cycle, in their order; the last of each inverter is of now
     */
    public synchronized List<Snapshot> take(List<Sample> samples) {
        List<Snapshot> cycles = new ArrayList<>();
        long now = nanoClock.getAsLong();
        for (Sample sample : samples) {
            Directory.Entry entry = directory.find(sample.asset());
            Unit unit = units.get(entry.driver());
            if (unit == null) {
                if (units.size() >= MOST) {
                    continue;
                }
                unit = new Unit();
                units.put(entry.driver(), unit);
            }
            String name = entry.name(sample.channel());
            if (unit.begins(name)) {
                end(unit, now, cycles);
            }
            unit.put(
                    sample.asset(),
                    entry.identity(),
                    name,
                    sample.value(),
                    sample.timeMillis(),
                    now);
        }
        for (Unit unit : units.values()) {
            if (unit.changed()) {
                end(unit, now, cycles);
            }
        }
        return cycles;
    }

    /** A dongle that is gone leaves cycles of what is read once: they must not look alive. */
    private void end(Unit unit, long now, List<Snapshot> cycles) {
        if (unit.hasNews()) {
            unit.snapshot(form, raw, now).ifPresent(cycles::add);
        }
        unit.end();
    }

    /**
     * The inverters that have told their serial number.
     *
     * @return in the order they came
     */
    public synchronized Set<String> serials() {
        Set<String> serials = new LinkedHashSet<>();
        units.values().forEach(unit -> unit.serial().ifPresent(serials::add));
        return serials;
    }

    private Optional<Map.Entry<String, Unit>> unit(String serial) {
        return units.entrySet().stream()
                .filter(it -> it.getValue().serial().filter(serial::equals).isPresent())
                .findFirst();
    }

    /**
     * The asset through which an inverter is read.
     *
     * @param serial its serial number
     * @return the asset's {@code kura.service.pid}; empty when there is no such inverter
     */
    public synchronized Optional<String> asset(String serial) {
        return unit(serial).map(it -> it.getValue().asset());
    }

    /**
     * Whether an asset is one of an inverter's: of the same driver.
     *
     * @param serial the inverter's serial number
     * @param asset the asset's {@code kura.service.pid}
     * @return false when there is no such inverter
     */
    public synchronized boolean owns(String serial, String asset) {
        return unit(serial)
                .filter(it -> it.getKey().equals(directory.find(asset).driver()))
                .isPresent();
    }

    /**
     * The nested structure of GivTCP as it is now.
     *
     * @param serial of the inverter
     * @return empty when there is no such inverter
     */
    public synchronized Optional<Snapshot> latest(String serial) {
        return unit(serial).flatMap(it -> it.getValue().snapshot(form, raw, nanoClock.getAsLong()));
    }

    /**
     * The nested structure of GivTCP, as its REST answers it.
     *
     * @param serial of the inverter
     * @return empty when there is no such inverter
     */
    public Optional<JsonObject> data(String serial) {
        return latest(serial).map(it -> GSON.toJsonTree(it.structure()).getAsJsonObject());
    }

    /** A serial number as a level of a topic and part of an id. */
    static String level(String serial) {
        String level = serial.strip().replaceAll("[^A-Za-z0-9_-]", "_");
        return level.length() <= LONGEST ? level : level.substring(0, LONGEST);
    }
}
