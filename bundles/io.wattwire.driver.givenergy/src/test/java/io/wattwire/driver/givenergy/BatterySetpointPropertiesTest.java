package io.wattwire.driver.givenergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.contract.TableBank;
import io.wattwire.device.model.PointControl;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class BatterySetpointPropertiesTest {

    @Property(tries = 500)
    void theReadBackIsTheCommandOrOneStepNearerToNothing(
            @ForAll @DoubleRange(min = -2600, max = 2600) double wanted,
            @ForAll @IntRange(min = 102, max = 400) int capacity,
            @ForAll @IntRange(min = 0, max = 50) int rate) {
        PointControl control = BatterySetpoint.lowVoltage();
        TableBank bank = Banks.of("gen1").holding(0, 0x2001).holding(21, 449).holding(55, capacity);
        bank.holding(111, rate, rate);
        bank.execute(control.commands(wanted, bank));
        double shown = control.readBack(bank).orElseThrow();
        double step = control.step(bank).orElseThrow();
        assertTrue(Math.abs(shown) <= Math.abs(wanted) + 1e-6, shown + " of " + wanted);
        assertTrue(Math.abs(shown) > Math.abs(wanted) - step - 1e-6, shown + " of " + wanted);
    }

    @Property(tries = 300)
    void aSlotIsAsLongAsItWasForced(
            @ForAll @IntRange(min = 0, max = 1439) int now,
            @ForAll @IntRange(min = 1, max = 1439) int minutes) {
        assertEquals(minutes, TimeSlot.from(now, minutes).minutes());
        assertEquals(
                TimeSlot.from(now, minutes),
                TimeSlot.parse(TimeSlot.from(now, minutes).toString()).orElseThrow());
    }
}
