package io.wattwire.device.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.Reading;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.server.Answer;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatteryBoundsTest {

    private static final String SETPOINT = "battery_power_setpoint";
    private static final int OWN = DeviceBench.OWN;
    private static final int MOST = 12;
    private static final OptionalDouble NONE = OptionalDouble.empty();
    private static final int AMPERE = 54;
    private static final int PHASE_1 = 55;
    private static final int PHASE_2 = 56;

    private final DeviceBench bench =
            ForcedPower.prepare(
                    new DeviceBench(
                            ForcedPower.family(),
                            settings -> settings.writable(WriteRole.OWNER),
                            OWN));

    @AfterEach
    void close() {
        bench.close();
    }

    private static OptionalDouble some(double value) {
        return OptionalDouble.of(value);
    }

    private void bounds(
            OptionalDouble socMin,
            OptionalDouble socMax,
            OptionalDouble charge,
            OptionalDouble discharge) {
        BatteryBounds bounds = new BatteryBounds(socMin, socMax, charge, discharge, some(9.6));
        bench.restart(settings -> settings.writable(WriteRole.OWNER).battery(bounds));
        bench.asked();
    }

    private void soc(int percent) {
        bench.set(OWN, ForcedPower.SOC, percent);
        bench.pass(11);
    }

    private int power() {
        return 10 * (short) bench.get(OWN, ForcedPower.POWER);
    }

    @Test
    void aChargeAtTheUpperBoundIsHeldAt0() throws Exception {
        bounds(some(20), some(90), NONE, NONE);
        soc(89);
        bench.session.write(SETPOINT, 1000);
        assertEquals(1000, power());
        soc(90);
        bench.session.write(SETPOINT, 1000);
        assertEquals(0, power());
        bench.session.write(SETPOINT, -1000);
        assertEquals(-1000, power());
    }

    @Test
    void aDischargeAtTheLowerBoundIsHeldAt0() throws Exception {
        bounds(some(20), some(90), NONE, NONE);
        soc(20);
        bench.session.write(SETPOINT, -1000);
        assertEquals(0, power());
        bench.session.write(SETPOINT, 1000);
        assertEquals(1000, power());
    }

    @Test
    void aDefendedSetPointIsHeldWhenTheBoundIsReached() throws Exception {
        bounds(some(20), some(90), NONE, NONE);
        bench.session.write(SETPOINT, 1000);
        soc(91);
        bench.read("limit");
        assertEquals(0, power());
        soc(50);
        bench.read("soc");
        assertEquals(0, power(), "raising it again is for whoever commands");
    }

    @Test
    void anUnknownStateOfChargeHoldsAt0WhileABoundIsSet() throws Exception {
        bounds(some(20), NONE, NONE, NONE);
        bench.answer(OWN, Answer.normal());
        bench.set(OWN, ForcedPower.SOC, 0xFFFF);
        bench.session.write(SETPOINT, -1000);
        assertEquals(0, power());
        bench.session.write(SETPOINT, 1000);
        assertEquals(1000, power(), "no bound holds this way");
    }

    @Test
    void powersAreLoweredToTheBounds() throws Exception {
        bounds(NONE, NONE, some(3000), some(2000));
        bench.session.write(SETPOINT, 4000);
        assertEquals(3000, power());
        bench.session.write(SETPOINT, -4000);
        assertEquals(-2000, power());
    }

    @Test
    void phasesTogetherKeepWithinTheBound() throws Exception {
        bounds(NONE, NONE, some(3000), NONE);
        bench.session.write("battery_power_setpoint_l1", 2000);
        bench.session.write("battery_power_setpoint_l2", 2000);
        assertEquals(2000, bench.get(OWN, PHASE_1));
        assertEquals(1000, bench.get(OWN, PHASE_2));
    }

    @Test
    void aCurrentIsBoundedByTheVoltage() throws Exception {
        bounds(NONE, NONE, some(3000), NONE);
        bench.session.write("battery_current_setpoint", 80);
        assertEquals(600, bench.get(OWN, AMPERE));
    }

    @Test
    void theRegistersBehindASetPointCannotBeWrittenPastTheBounds() throws Exception {
        bench.session.write("mode", "forced");
        bounds(NONE, some(90), NONE, NONE);
        for (String register : new String[] {"mode", "power", "ampere"}) {
            Object value = register.equals("mode") ? "forced" : 50;
            WriteRefused refused =
                    assertThrows(WriteRefused.class, () -> bench.session.write(register, value));
            assertTrue(refused.getMessage().contains("which the owner bounded"));
        }
        assertThrows(WriteRefused.class, () -> bench.session.restore(Map.of("power", 50.0)));
    }

    @Test
    void theOwnersWordFillsWhatTheDeviceDoesNotTell() {
        bounds(NONE, NONE, some(3000), some(2000));
        assertEquals(9.6, bench.read("battery_capacity").value());
        assertEquals(2000.0, bench.read("battery_max_discharge_power").value());
        assertEquals(3000.0, bench.read("battery_max_charge_power").value(), "4000 by the device");
        bench.set(OWN, MOST, 2500);
        assertEquals(2500.0, bench.read("battery_max_charge_power").value());
        bench.set(OWN, MOST, 0xFFFF);
        assertEquals(3000.0, bench.read("battery_max_charge_power").value());
        bench.answer(OWN, Answer.exception(4));
        Reading silent = bench.read("battery_max_charge_power");
        assertFalse(silent.good(), "a failure is no invitation to charge");
    }

    @Test
    void boundsThatCannotBeAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new BatteryBounds(some(50), some(50), NONE, NONE, NONE));
        assertThrows(
                IllegalArgumentException.class,
                () -> new BatteryBounds(some(-1), NONE, NONE, NONE, NONE));
        assertThrows(
                IllegalArgumentException.class,
                () -> new BatteryBounds(NONE, some(101), NONE, NONE, NONE));
    }
}
