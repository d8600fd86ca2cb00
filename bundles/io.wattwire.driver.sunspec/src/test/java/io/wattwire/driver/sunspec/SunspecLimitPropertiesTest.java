package io.wattwire.driver.sunspec;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class SunspecLimitPropertiesTest {

    /** What is obeyed is never above what was asked for, and never more than a step below. */
    @Property
    void aLimitRoundsDownByLessThanAStep(
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @IntRange(min = 1, max = 2_000_000) int rated,
            @ForAll @IntRange(min = -3, max = 1) int scale) {
        obeys(new ImmediateLimit(), "control", share * rated, rated, scale);
        obeys(new DerLimit(), "der_control", share * rated, rated, scale);
    }

    private static void obeys(
            PointControl control, String prefix, double wanted, double rated, int scale) {
        Map<String, Object> device = new HashMap<>();
        device.put("control_model", 123.0);
        device.put("der_control_model", 704.0);
        device.put("rated_power", rated);
        device.put("capacity_rated_power", rated);
        device.put(prefix + "_power_limit_sf", (double) scale);
        Values values = name -> Optional.ofNullable(device.get(name));
        for (RegisterWrite write : control.commands(wanted, values)) {
            device.put(write.register(), write.value());
        }
        double obeyed = control.readBack(values).orElseThrow();
        double noise = 1e-6 * Math.max(1, wanted);
        assertTrue(obeyed <= wanted + noise, obeyed + " for " + wanted);
        assertTrue(
                obeyed >= wanted - control.step(values).orElseThrow() - noise,
                obeyed + " for " + wanted);
    }
}
