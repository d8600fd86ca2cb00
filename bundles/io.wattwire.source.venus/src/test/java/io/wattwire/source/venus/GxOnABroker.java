package io.wattwire.source.venus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.source.SourceSettings;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttException;

/** What has to hold with any broker: steps for tests with ours and with a real one. */
final class GxOnABroker {

    private static final String POWER = "grid/30/Ac/Power";
    private static final int PATIENCE = 300;

    /** One emitted record. */
    record Record(Map<String, Double> values, long millis) {}

    private final FakeGx gx;
    private final BlockingQueue<Record> emitted = new LinkedBlockingQueue<>();
    private int power;

    GxOnABroker(FakeGx gx) {
        this.gx = gx;
    }

    VenusMqtt source(Map<String, Object> access) {
        VenusSettings settings = VenusSettings.of("venus", new SourceSettings(access, null));
        assertNotNull(settings);
        return new VenusMqtt(
                "venus", settings, (values, millis) -> emitted.add(new Record(values, millis)));
    }

    /** A meter that goes on changing is seen sooner or later. */
    Record measureUntilSeen() throws MqttException, InterruptedException {
        for (int i = 0; i < PATIENCE; i++) {
            gx.show(POWER, --power);
            Record seen = emitted.poll(100, TimeUnit.MILLISECONDS);
            if (seen != null) {
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
        for (int i = 0; i < 20; i++) {
            gx.tellAll("of somebody else");
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
        assertEquals(null, emitted.poll(1500, TimeUnit.MILLISECONDS), "the network is stalled");
        link.stall(false);
        Record next = measureUntilSeen();
        assertTrue(next.values().get("grid_power") < kept, next + " was kept since " + kept);
    }

    private void drain() throws InterruptedException {
        while (emitted.poll(300, TimeUnit.MILLISECONDS) != null) {
            // what was under way
        }
    }
}
