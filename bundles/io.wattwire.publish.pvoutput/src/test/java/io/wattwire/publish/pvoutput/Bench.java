package io.wattwire.publish.pvoutput;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.wattwire.device.driver.SettingsReader;
import io.wattwire.publish.Delivery;
import io.wattwire.publish.Sample;
import io.wattwire.publish.pvoutput.api.PvOutputAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A target, what comes in as the publisher hands it over, and a clock. */
final class Bench {

    static final String ENERGY = "inverter/pv_energy_today";
    static final String POWER = "inverter/pv_power";
    static final long INTERVAL = 300_000;

    final Map<String, Object> settings = new HashMap<>();
    final SimulatedTime time = new SimulatedTime("2026-06-01T10:00:00Z");
    private final String url;
    private final Path directory;
    private final List<Sample> batch = new ArrayList<>();
    private PvOutputTarget target;

    Bench(RecordedService service, Path directory) {
        this.url = service.url();
        this.directory = directory;
        settings.put("zone", "UTC");
        settings.put("generation.energy", ENERGY);
        settings.put("generation.power", POWER);
    }

    static Plan plan(Map<String, Object> settings) {
        SettingsReader reader = new SettingsReader(settings);
        Plan plan = Plan.of(reader);
        assertEquals(List.of(), reader.problems());
        return plan;
    }

    /** As after a restart. */
    void restart(String key) {
        PvOutputAccess access = PvOutputAccess.of(url, RecordedService.SYSTEM, key);
        target =
                PvOutputPublisher.target(
                        new PvOutputSettings(access, plan(settings)), directory, time);
    }

    PvOutputTarget target() {
        if (target == null) {
            restart(RecordedService.KEY);
        }
        return target;
    }

    /** A value of the interval that begins then, as thinning makes it. */
    Bench value(String series, String begin, double value) {
        return value(series, Instant.parse(begin).toEpochMilli(), value);
    }

    Bench value(String series, long begin, double value) {
        String[] name = series.split("/");
        long mean = begin + INTERVAL;
        boolean last = series.contains("energy");
        batch.add(new Sample(name[0], name[1], value, last ? begin + INTERVAL - 7000 : mean));
        return this;
    }

    /** Hands over what came, at that time. */
    Delivery at(String instant) throws IOException, InterruptedException {
        time.set(Instant.parse(instant).toEpochMilli());
        return deliver();
    }

    /** Hands over what came; it stays when it does not arrive. */
    Delivery deliver() throws IOException, InterruptedException {
        Delivery delivery = target().deliver(List.copyOf(batch));
        batch.clear();
        return delivery;
    }
}
