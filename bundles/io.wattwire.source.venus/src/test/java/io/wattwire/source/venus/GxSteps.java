package io.wattwire.source.venus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.source.SourceSettings;
import io.wattwire.publish.venus.bus.BusPlace;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What has to hold on any way to a GX: steps for tests with our servers and with real ones. */
final class GxSteps {

    private static final String POWER = "grid/30/Ac/Power";
    private static final int PATIENCE = 300;

    /** One emitted record. */
    record Record(Map<String, Double> values, long millis) {}

    private final Gx gx;
    private final BlockingQueue<Record> emitted = new LinkedBlockingQueue<>();
    private int power;
    private Record lastSeen;

    GxSteps(Gx gx) {
        this.gx = gx;
    }

    VenusMqtt onBroker(Map<String, Object> access) {
        return new VenusMqtt("venus", settings(access), this::emit);
    }

    VenusBus onBus(BusPlace place) {
        VenusSettings settings = settings(Map.of("transport", "dbus", "address", place.toString()));
        return new VenusBus("venus", place, settings, this::emit);
    }

    private static VenusSettings settings(Map<String, Object> properties) {
        VenusSettings settings = VenusSettings.of("venus", new SourceSettings(properties, null));
        assertNotNull(settings);
        return settings;
    }

    private void emit(Map<String, Double> values, long millis) {
        emitted.add(new Record(values, millis));
    }

    /** A meter that goes on changing is seen sooner or later. */
    Record measureUntilSeen() throws Exception {
        for (int i = 0; i < PATIENCE; i++) {
            gx.show(POWER, --power);
            Record seen = emitted.poll(100, TimeUnit.MILLISECONDS);
            if (seen != null) {
                lastSeen = seen;
                return seen;
            }
        }
        throw new AssertionError("nothing was emitted");
    }

    void changesAreEmittedWithTheTimeOfTheirArrival() throws Exception {
        gx.show(POWER, -12345);
        long before = System.currentTimeMillis();
        Record seen = measureUntilSeen();
        assertTrue(seen.values().get("grid_power") > -12345, "the first value is of any age");
        assertTrue(seen.millis() >= before && seen.millis() <= System.currentTimeMillis());
    }

    /** Others ask for everything again and again; of a dead meter that brings nothing. */
    void aDeadMeterIsSilentHoweverOftenAnybodyAsks() throws Exception {
        measureUntilSeen();
        drain();
        for (int i = 0; i < 10; i++) {
            gx.tellAll();
        }
        assertEquals(null, emitted.poll(500, TimeUnit.MILLISECONDS));
        measureUntilSeen();
    }

    void nothingThatTheNetworkKeptIsFresh(StallingLink link) throws Exception {
        measureUntilSeen();
        drain();
        link.stall(true);
        for (int i = 0; i < 10; i++) {
            gx.show(POWER, --power);
        }
        int kept = power;
        assertEquals(null, emitted.poll(1200, TimeUnit.MILLISECONDS), "the network is stalled");
        link.stall(false);
        Record next = measureUntilSeen();
        assertTrue(next.values().get("grid_power") < kept, next + " was kept since " + kept);
    }

    /** The first value of a driver that comes back may be what it starts with. */
    void aDriverThatComesBackBeginsAnew(BusGx meter) throws Exception {
        measureUntilSeen();
        drain();
        meter.crash();
        meter.show(POWER, -77);
        meter.come();
        assertEquals(null, emitted.poll(1, TimeUnit.SECONDS));
        Record seen = measureUntilSeen();
        assertTrue(seen.values().get("grid_power") != -77, seen.toString());
    }

    void nothingIsEmittedFor(long millis) throws Exception {
        assertEquals(null, emitted.poll(millis, TimeUnit.MILLISECONDS));
    }

    /** Until what was shown last is seen: then nothing is under way any more. */
    private void drain() throws Exception {
        for (int i = 0; i < PATIENCE; i++) {
            Double seen = lastSeen.values().get("grid_power");
            if (seen != null && seen == power) {
                return;
            }
            lastSeen = emitted.poll(30, TimeUnit.SECONDS);
            assertNotNull(lastSeen, power + " is not seen");
        }
        throw new AssertionError("never " + power);
    }
}
