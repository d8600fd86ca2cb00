package io.wattwire.publish.pvoutput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.publish.pvoutput.api.DeadLetters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What midnight does to energies of the day, and the day's own sum. */
class DayTest {

    @TempDir Path directory;
    private RecordedService service;
    private Bench bench;

    @BeforeEach
    void start() throws IOException {
        service = new RecordedService();
        bench = new Bench(service, directory);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private void told(String begin, double kwh, double watts, String now) throws Exception {
        bench.value(Bench.ENERGY, begin, kwh).value(Bench.POWER, begin, watts).at(now);
    }

    private void evening() throws Exception {
        told("2026-06-01T12:00:00Z", 20, 5000, "2026-06-01T12:05:20Z");
        told("2026-06-01T23:50:00Z", 31.5, 0, "2026-06-01T23:55:20Z");
    }

    @Test
    void yesterdaysEnergyIsNotTodays() throws Exception {
        evening();
        told("2026-06-02T00:00:00Z", 31.5, 0, "2026-06-02T00:05:20Z");
        assertFalse(service.fields.get(2).containsKey("v1"), "the inverter's clock is slow");
        told("2026-06-02T00:05:00Z", 0, 0, "2026-06-02T00:10:20Z");
        assertEquals("0", service.fields.get(3).get("v1"));
    }

    @Test
    void anEnergyThatFallsDuringTheDayIsLeftOut() throws Exception {
        evening();
        told("2026-06-01T23:55:00Z", 0, 0, "2026-06-02T00:00:20Z");
        assertFalse(service.fields.get(2).containsKey("v1"), "the inverter's clock is fast");
        assertEquals("0", service.fields.get(2).get("v2"));
        told("2026-06-02T00:00:00Z", 0, 0, "2026-06-02T00:05:20Z");
        assertEquals("0", service.fields.get(3).get("v1"));
    }

    @Test
    void aBetterDayThatIsSeenLateIsBelieved() throws Exception {
        evening();
        told("2026-06-02T15:00:00Z", 40, 2000, "2026-06-02T15:05:20Z");
        assertEquals("40000", service.fields.get(2).get("v1"));
    }

    @Test
    void aDayIsToldWhenItIsOver() throws Exception {
        bench.settings.put("output", "true");
        bench.settings.put("temperature", "inverter/inverter_temperature");
        bench.settings.put("export.energy", "meter/grid_energy_export");
        bench.settings.put("consumption.energy", "house/load_energy_total");
        bench.value("inverter/inverter_temperature", "2026-06-01T12:00:00Z", 55.5);
        bench.value("meter/grid_energy_export", "2026-06-01T12:00:00Z", 1000);
        bench.value("house/load_energy_total", "2026-06-01T12:00:00Z", 700);
        told("2026-06-01T12:00:00Z", 20, 5000, "2026-06-01T12:05:20Z");
        bench.restart(RecordedService.KEY);
        bench.value("inverter/inverter_temperature", "2026-06-01T23:50:00Z", 20);
        bench.value("meter/grid_energy_export", "2026-06-01T23:50:00Z", 1012.25);
        bench.value("house/load_energy_total", "2026-06-01T23:50:00Z", 708);
        told("2026-06-01T23:50:00Z", 31.5, 0, "2026-06-01T23:55:20Z");
        assertTrue(service.calls.stream().noneMatch("addoutput.jsp"::equals), "the day goes on");
        bench.restart(RecordedService.KEY);
        bench.value("meter/grid_energy_export", "2026-06-02T23:50:00Z", 1020);
        told("2026-06-02T23:50:00Z", 8, 0, "2026-06-02T23:55:20Z");
        assertEquals(
                "{d=20260601, g=31500, e=12250, pp=5000, pt=12:00, tm=20, tx=55.5, c=8000}",
                service.fields.get(service.calls.indexOf("addoutput.jsp")).toString());
        told("2026-06-03T12:00:00Z", 1, 10, "2026-06-03T12:05:20Z");
        assertEquals(
                "{d=20260602, g=8000, e=7750, pp=0, pt=23:50}",
                service.fields.get(service.calls.lastIndexOf("addoutput.jsp")).toString());
    }

    @Test
    void aDayThatIsRefusedIsADeadLetter() throws Exception {
        bench.settings.put("output", "true");
        evening();
        told("2026-06-02T00:05:00Z", 0, 0, "2026-06-02T00:04:00Z"); // goes on, waits
        service.status = 400;
        service.body = "Bad request 400: no";
        told("2026-06-02T00:10:00Z", 0, 0, "2026-06-02T00:12:00Z");
        List<DeadLetters.Letter> letters = new DeadLetters(directory).read();
        assertEquals(List.of("status", "output"), letters.stream().map(it -> it.kind()).toList());
        assertEquals("20260601,31500,,5000,12:00", letters.get(1).entry());
    }
}
