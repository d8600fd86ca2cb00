package io.wattwire.driver.deye;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.contract.TableBank;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class DeyeSetpointPropertiesTest {

    private final DeyeBatterySetpoint setpoint = new DeyeBatterySetpoint(DeyeSlot.lowVoltage());

    /** Never more than was asked for, in neither direction, and never the other way round. */
    @Property(tries = 300)
    void whatIsObeyedLiesBetweenTheCommandAndOneStepNearerTo0(
            @ForAll @DoubleRange(min = -12_000, max = 8_000) double wanted,
            @ForAll @IntRange(min = 4_200, max = 5_800) int centivolts) {
        TableBank bank = DeyeBatterySetpointTest.inverter().holding(215, centivolts);
        bank.execute(setpoint.commands(wanted, bank));
        double obeyed = setpoint.readBack(bank).orElseThrow();
        double step = setpoint.step(bank).orElseThrow();
        double toward = wanted < 0 ? -obeyed : obeyed;
        double asked = Math.abs(wanted);
        assertTrue(toward <= asked + 1e-6 && toward >= 0, wanted + " became " + obeyed);
        assertTrue(toward >= asked - step, wanted + " became " + obeyed);
    }

    @Property(tries = 100)
    void aRepeatedCommandWritesNothing(
            @ForAll @DoubleRange(min = -12_000, max = 8_000) double wanted) {
        TableBank bank = DeyeBatterySetpointTest.inverter();
        bank.execute(setpoint.commands(wanted, bank));
        assertFalse(bank.written().isEmpty());
        bank.execute(setpoint.commands(wanted, bank));
        assertEquals(List.of(), bank.written());
    }
}
