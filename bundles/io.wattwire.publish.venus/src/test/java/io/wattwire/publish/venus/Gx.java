package io.wattwire.publish.venus;

import io.wattwire.device.driver.SettingsReader;
import io.wattwire.publish.venus.bus.BusConnection;
import io.wattwire.publish.venus.bus.BusItems;
import io.wattwire.publish.venus.bus.BusLink;
import io.wattwire.publish.venus.bus.BusPlace;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;

/**
 * A service of ours on a bus, with a clock of its own, and a program of the GX that looks at it.
 */
final class Gx implements AutoCloseable {

    private static final long WALL = 1_700_000_000_000L;
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private final AtomicLong clock = new AtomicLong(1_000_000_000_000L);
    private final LiveValues live = new LiveValues();
    private final PowerLimit limit = new PowerLimit();
    private final VenusSettings settings;
    private final Service service;
    private final VenusRun run;
    private final BusLink link;
    private final BusConnection looks;
    private Map<String, TypedValue<?>> told = Map.of();

    Gx(BusPlace place, String... settingsLines) throws IOException {
        Map<String, Object> properties = new HashMap<>();
        properties.put("address", place.text());
        for (String line : settingsLines) {
            String[] pair = line.split("=", 2);
            properties.put(pair[0], pair[1]);
        }
        SettingsReader reader = new SettingsReader(properties);
        settings = VenusSettings.of(reader);
        if (settings == null) {
            throw new IllegalArgumentException(reader.problems().toString());
        }
        live.listenTo(settings.assets());
        Picture picture = new Picture(settings, live);
        service = new Service("venus", settings, picture.all(), limit, clock::get, () -> {});
        run =
                new VenusRun(
                        "venus",
                        settings,
                        live,
                        picture,
                        service,
                        limit,
                        values -> told = values,
                        clock::get,
                        this::wall);
        looks = BusConnection.open(place, "gx");
        link = new BusLink("venus", place, service);
        link.start();
    }

    private long wall() {
        return WALL + clock.get() / 1_000_000;
    }

    String name() {
        return settings.name();
    }

    BusConnection looks() {
        return looks;
    }

    /** An asset emits. */
    void emit(String asset, Map<String, ?> values) {
        Map<String, TypedValue<?>> properties = new HashMap<>();
        properties.put("assetName", TypedValues.newStringValue(asset));
        properties.put("assetTimestamp", TypedValues.newLongValue(wall()));
        values.forEach((name, value) -> properties.put(name, TypedValues.newTypedValue(value)));
        live.take(
                new WireEnvelope(asset, java.util.List.of(new WireRecord(properties))),
                clock.get(),
                wall());
    }

    /** Time passes, and the component's thread takes its steps. */
    Gx pass(double seconds) {
        long end = clock.get() + (long) (seconds * 1e9);
        while (clock.get() < end) {
            clock.addAndGet(Math.min(250_000_000L, end - clock.get()));
            run.run();
        }
        return this;
    }

    /** What the component emitted last. */
    Object told(String name) {
        TypedValue<?> value = told.get(name);
        return value == null ? null : value.getValue();
    }

    boolean isOnTheBus() throws IOException {
        return looks.names().contains(name());
    }

    /** Waits for what needs another thread; real time, generously. */
    static void await(String what, Supplier<Boolean> condition) {
        BooleanSupplier holds = condition::get;
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("it never came about: " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000L);
        }
    }

    void awaitOnTheBus(boolean there) {
        await(
                name() + (there ? " on the bus" : " off the bus"),
                () -> {
                    try {
                        return isOnTheBus() == there;
                    } catch (IOException gone) {
                        throw new AssertionError(gone);
                    }
                });
    }

    Object value(String path) throws IOException {
        return looks.call(name(), path, BusItems.INTERFACE, "GetValue", "");
    }

    String text(String path) throws IOException {
        return String.valueOf(looks.call(name(), path, BusItems.INTERFACE, "GetText", ""));
    }

    Object set(String path, Object value) throws IOException {
        return looks.call(name(), path, BusItems.INTERFACE, "SetValue", "v", value);
    }

    void awaitValue(String path, Object expected) {
        await(
                path + " = " + expected,
                () -> {
                    try {
                        return isOnTheBus() && java.util.Objects.equals(value(path), expected);
                    } catch (IOException between) {
                        return false;
                    }
                });
    }

    @Override
    public void close() {
        link.close();
        looks.close();
    }
}
