package io.wattwire.publish.givtcp.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.wattwire.publish.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An inverter whose dongle is gone: what is read once per connection comes all the same. */
class SilentInverterTest {

    private static final long CYCLE_MS = 10_000;

    private final Fleet fleet = new Fleet(Form.SEED, false, Day.NOBODY, () -> 0);

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
}
