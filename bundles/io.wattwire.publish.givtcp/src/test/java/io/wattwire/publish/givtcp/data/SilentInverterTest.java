package io.wattwire.publish.givtcp.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.publish.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An inverter whose dongle is gone: what is read once per connection comes all the same. */
class SilentInverterTest {

    private static final long CYCLE_MS = 10_000;

    private final Fleet fleet = new Fleet(Form.OF_2022, false, Day.NOBODY, () -> 0);

    /** All values, or only the serial number and the type, which have their first time for ever. */
    private int cycles(boolean answers, long time) {
        List<Sample> samples = new ArrayList<>();
        for (Sample sample : Day.samples(Day.values(), time)) {
            boolean once = sample.channel().matches("serial_number|device_type");
            if (once) {
                samples.add(new Sample(sample.asset(), sample.channel(), sample.value(), Day.TIME));
            } else if (answers) {
                samples.add(sample);
            }
        }
        return fleet.take(samples).size();
    }

    @Test
    void nothingIsSaidOfACycleThatReadNothing() {
        assertEquals(1, cycles(true, Day.TIME));
        assertEquals(1, cycles(true, Day.TIME + CYCLE_MS));
        for (int i = 2; i < 100; i++) {
            assertEquals(0, cycles(false, Day.TIME + i * CYCLE_MS));
        }
        assertEquals(1, cycles(true, Day.TIME + 100 * CYCLE_MS));
    }

    @Test
    void aClockThatWasSetBackSilencesNobody() {
        assertEquals(1, cycles(true, Day.TIME));
        assertEquals(1, cycles(true, Day.TIME - 3_600_000));
        assertEquals(1, cycles(true, Day.TIME - 3_600_000 + CYCLE_MS));
    }

    private List<Snapshot> cycle(long time, String... channels) {
        List<Sample> samples = new ArrayList<>();
        for (Sample sample : Day.samples(Day.values(), time)) {
            if (sample.channel().equals("serial_number")
                    || List.of(channels).contains(sample.channel())) {
                samples.add(sample);
            }
        }
        return fleet.take(samples);
    }

    @Test
    void eachCycleHasItsOwnTimeAlsoAfterAClockWasSetBack() {
        for (long time : new long[] {Day.TIME, Day.TIME + CYCLE_MS, Day.TIME - 3_600_000}) {
            assertEquals(time, cycle(time, "grid_power").get(0).timeMillis());
        }
    }

    /** As its topic has it, whose value is made before the cycle ends. */
    @Test
    void whoAsksHearsHowLongTheLastCycleTook() {
        cycle(Day.TIME, "grid_power");
        String published = cycle(Day.TIME + CYCLE_MS, "grid_power").get(0).structure().toString();
        String asked = fleet.latest("SA2114G047").orElseThrow().structure().toString();
        assertTrue(published.contains("Time_Since_Last_Update=10.0"), published);
        assertEquals(published, asked);
    }

    /** After an outage ten hours come within a second. */
    @Test
    void whatStayedAwayForAnHourIsDroppedInABacklogToo() {
        cycle(Day.TIME, "grid_power", "battery_soc");
        long within = Day.TIME + 3_590_000;
        long after = Day.TIME + 3_610_000;
        assertTrue(
                cycle(within, "grid_power").get(0).structure().toString().contains("SOC=63"),
                "not yet");
        String structure = cycle(after, "grid_power").get(0).structure().toString();
        assertFalse(structure.contains("SOC=63"), structure);
        assertTrue(structure.contains("Grid_Power=1200"), structure);
    }
}
