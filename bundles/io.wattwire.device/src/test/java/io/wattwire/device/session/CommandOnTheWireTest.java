package io.wattwire.device.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.wattwire.device.model.FamilyBuilder;
import io.wattwire.device.model.WriteRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a command looks on the wire, and when it counts as obeyed. */
class CommandOnTheWireTest {

    private static final String SETPOINT = "battery_power_setpoint";

    private DeviceBench bench;

    private DeviceBench bench(FamilyBuilder family) {
        bench =
                ForcedPower.prepare(
                        new DeviceBench(
                                family,
                                settings -> settings.writable(WriteRole.OWNER),
                                DeviceBench.OWN));
        return bench;
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private String written() {
        return String.join(", ", bench.written());
    }

    @Test
    void oneWordLeavesByFunction6() throws Exception {
        bench(ForcedPower.family()).session.write(SETPOINT, -1000);
        assertEquals("1 write 50 65436, 1 write 51 1", written());
    }

    @Test
    void aDeviceThatWantsFunction16GetsItForOneWordToo() throws Exception {
        bench(ForcedPower.family().writesMultiple()).session.write(SETPOINT, -1000);
        assertEquals("1 write16 50 1, 1 write16 51 1", written());
        bench.session.write("limit", 2000);
        assertEquals("1 write16 60 1", written());
    }

    @Test
    void neighboursLeaveTogetherWhereTheDeviceTakesThemOnlySo() throws Exception {
        bench(ForcedPower.family().joinsWrites()).session.write(SETPOINT, -1000);
        assertEquals("1 write16 50 2", written());
        assertEquals(65436, bench.get(DeviceBench.OWN, ForcedPower.POWER));
        assertEquals(ForcedPower.FORCED, bench.get(DeviceBench.OWN, ForcedPower.MODE));
        bench.session.write(SETPOINT, 500);
        assertEquals("1 write16 50 2", written());
        bench.session.release();
        assertEquals("1 write16 50 2", written().substring(0, 14));
        assertEquals(ForcedPower.OWNERS_POWER, bench.get(DeviceBench.OWN, ForcedPower.POWER));
    }

    @Test
    void whatCouldNotBeEncodedLeavesNothingWritten() {
        bench(ForcedPower.family().joinsWrites());
        assertThrows(WriteRefused.class, () -> bench.session.write(SETPOINT, 5001));
        assertEquals("", written());
    }

    /** The device shows something else than what was commanded; is it told again? */
    private boolean isToldAgain(double wanted, int shownRaw) throws Exception {
        bench.session.write(SETPOINT, wanted);
        bench.set(DeviceBench.OWN, ForcedPower.POWER, shownRaw & 0xffff);
        bench.asked();
        bench.pass(3);
        bench.read("soc");
        return !bench.written().isEmpty();
    }

    @Test
    void aDischargeIsObeyedWhenItIsOneStepNearerTo0() throws Exception {
        bench(ForcedPower.family());
        assertEquals(false, isToldAgain(-1000, -100));
        assertEquals(false, isToldAgain(-1000, -99));
        assertEquals(true, isToldAgain(-1000, -98));
        assertEquals(true, isToldAgain(-1000, -101));
    }

    @Test
    void aChargeIsObeyedWhenItIsOneStepNearerTo0() throws Exception {
        bench(ForcedPower.family());
        assertEquals(false, isToldAgain(1000, 99));
        assertEquals(true, isToldAgain(1000, 98));
        assertEquals(true, isToldAgain(1000, 101));
    }

    @Test
    void aChargeOfLessThanAStepIsNoDischarge() throws Exception {
        bench(ForcedPower.family());
        assertEquals(false, isToldAgain(5, 0));
        assertEquals(true, isToldAgain(5, -1));
    }
}
