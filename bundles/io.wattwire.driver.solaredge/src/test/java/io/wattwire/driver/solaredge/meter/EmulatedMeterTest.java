package io.wattwire.driver.solaredge.meter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.session.StateStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class EmulatedMeterTest {

    private final AtomicLong clock = new AtomicLong(1_000_000_000_000L);
    private final StateStore store = StateStore.inMemory();
    private EmulatedMeter meter = meter(MeterKind.WATTNODE);

    private EmulatedMeter meter(MeterKind kind) {
        MeterSettings settings =
                new MeterSettings(kind, 2, 987_654, 50, 0, 120, true, Duration.ofMinutes(5), 9600);
        return new EmulatedMeter(settings, store, clock::get);
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    private void give(Object... namesAndValues) {
        Map<Quantity, Double> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Quantity quantity = Quantities.find((String) namesAndValues[i]).orElseThrow();
            values.put(quantity, ((Number) namesAndValues[i + 1]).doubleValue());
        }
        meter.accept(values);
    }

    /** A float of the WattNode: low word first. */
    private float shown(int address) throws ModbusFault {
        int[] words = meter.read(RegisterKind.HOLDING, address, 2);
        return Float.intBitsToFloat(words[1] << 16 | words[0]);
    }

    private int code(ModbusCall call) {
        return assertThrows(ModbusFault.class, call::run).code();
    }

    private interface ModbusCall {
        void run() throws ModbusFault;
    }

    @Test
    void isSilentBeforeTheFirstPower() {
        assertFalse(meter.answers());
        give("l1n_voltage", 230);
        assertFalse(meter.answers());
        assertEquals("silent-no-value", meter.state());
        give("power_active", 100);
        assertTrue(meter.answers());
    }

    @Test
    void fallsSilentWhenTheSourceDoesAndAnswersAtOnceWhenItReturns() throws ModbusFault {
        for (int i = 0; i < 10; i++) {
            give("power_active", 100 + i, "voltage_ln", 230);
            pass(Duration.ofSeconds(1));
        }
        pass(Duration.ofSeconds(4));
        assertTrue(meter.answers());
        pass(Duration.ofMillis(1));
        assertFalse(meter.answers());
        assertEquals("silent-stale", meter.state());
        give("power_active", -250);
        assertTrue(meter.answers());
        assertEquals(-250, shown(1010));
    }

    @Test
    void aSlowSourceDoesNotMakeItFlap() {
        give("power_active", 1);
        for (int i = 0; i < 20; i++) {
            pass(Duration.ofSeconds(5));
            assertTrue(meter.answers(), "after " + i + " readings");
            give("power_active", i);
        }
        pass(Duration.ofMillis(12_500));
        assertTrue(meter.answers());
        pass(Duration.ofMillis(1));
        assertFalse(meter.answers());
    }

    @Test
    void exportControlNeverActsOnAValueOlderThan15Seconds() {
        for (int i = 0; i < 8; i++) {
            give("power_active", i);
            pass(Duration.ofSeconds(30));
        }
        give("power_active", 9);
        pass(Duration.ofSeconds(15));
        assertTrue(meter.answers());
        pass(Duration.ofMillis(1));
        assertFalse(meter.answers());
    }

    @Test
    void anOutageDoesNotLengthenWhatMayBeOld() {
        for (int i = 0; i < 10; i++) {
            give("power_active", i);
            pass(Duration.ofSeconds(1));
        }
        pass(Duration.ofMinutes(10));
        give("power_active", 11);
        pass(Duration.ofMillis(5001));
        assertFalse(meter.answers());
    }

    @Test
    void aSourceThatRepeatsItselfIsNoticed() {
        for (int i = 0; i < 301; i++) {
            assertTrue(meter.answers() || i == 0);
            give("power_active", -1500, "voltage_ln", 231.5);
            pass(Duration.ofSeconds(1));
        }
        assertFalse(meter.answers());
        assertEquals("silent-frozen", meter.state());
        give("power_active", -1500, "voltage_ln", 231.6);
        assertTrue(meter.answers());
    }

    @Test
    void aLineAtRestIsNotFrozen() {
        for (int i = 0; i < 900; i++) {
            give("power_active", 0);
            pass(Duration.ofSeconds(1));
        }
        assertTrue(meter.answers());
    }

    @Test
    void aSinglePhaseSourceFillsTotalAndPhase1() throws ModbusFault {
        give("grid_power", -1500.5, "grid_voltage_l1", 230, "grid_energy_import", 2345.25);
        assertEquals(-1500.5f, shown(1008));
        assertEquals(-1500.5f, shown(1010));
        assertEquals(0, shown(1012));
        assertEquals(230, shown(1016));
        assertEquals(2345.25f, shown(1002));
        assertEquals(2345.25f, shown(1106));
    }

    @Test
    void phasesAlwaysAddUpToTheTotal() throws ModbusFault {
        give("power_active", 900, "l1_power_active", 200);
        assertEquals(200, shown(1010));
        assertEquals(700, shown(1012));
        pass(Duration.ofSeconds(1));
        give("l1_power_active", 1, "l2_power_active", 2, "l3_power_active", 3);
        assertEquals(6, shown(1008));
        pass(Duration.ofSeconds(1));
        give("power_active", -50);
        assertEquals(-50, shown(1008), "a newer total keeps the phases' shares");
        assertEquals(-50f / 6, shown(1010), 1e-4);
        assertEquals(-150f / 6, shown(1014), 1e-4);
    }

    @Test
    void threeMetersOfOnePhaseEachMakeOneOfThree() throws ModbusFault {
        for (int i = 0; i < 3; i++) {
            for (int phase = 1; phase <= 3; phase++) {
                give("l" + phase + "_power_active", 100 * phase + i);
                pass(Duration.ofMillis(300));
            }
        }
        assertEquals(102, shown(1010));
        assertEquals(202, shown(1012));
        assertEquals(302, shown(1014));
        assertEquals(606, shown(1008));
    }

    @Test
    void integerMirrorsShowTheSameInTheScaleOfTheCts() throws ModbusFault {
        give("power_active", -1234.4, "l1n_voltage", 231.26, "frequency", 50.04);
        assertArrayEquals(
                new int[] {-123 & 0xFFFF, -123 & 0xFFFF, 0, 0},
                meter.read(RegisterKind.INPUT, 1208, 4));
        assertEquals(2313, meter.read(RegisterKind.HOLDING, 1213, 1)[0]);
        assertEquals(500, meter.read(RegisterKind.HOLDING, 1220, 1)[0]);
    }

    @Test
    void largeCtsScaleTheIntegerPowers() throws ModbusFault {
        give("power_active", 100_000);
        meter.write(RegisterKind.HOLDING, 1602, new int[] {1000});
        assertArrayEquals(
                new int[] {1000, 1000, 1000, 1000}, meter.read(RegisterKind.HOLDING, 1602, 4));
        assertEquals(100, meter.read(RegisterKind.HOLDING, 1608, 1)[0]);
        assertEquals(1000, meter.read(RegisterKind.HOLDING, 1208, 1)[0]);
    }

    @Test
    void theInvertersAveragingWriteIsReadBack() throws ModbusFault {
        give("power_active", 1);
        for (int value : new int[] {0, 1, 3}) {
            meter.write(RegisterKind.HOLDING, 1607, new int[] {value});
            assertEquals(value, meter.read(RegisterKind.HOLDING, 1600, 23)[7]);
        }
        assertEquals(ModbusFault.ILLEGAL_VALUE, code(() -> write(1607, 4)));
    }

    private void write(int address, int... words) throws ModbusFault {
        meter.write(RegisterKind.HOLDING, address, words);
    }

    @Test
    void whatTheRealMeterRefusesIsRefused() {
        give("power_active", 1);
        assertEquals(ModbusFault.ILLEGAL_ADDRESS, code(() -> write(1008, 0, 0)));
        assertEquals(ModbusFault.ILLEGAL_ADDRESS, code(() -> write(1000, 0)));
        assertEquals(
                ModbusFault.ILLEGAL_ADDRESS, code(() -> meter.read(RegisterKind.HOLDING, 1033, 2)));
        assertEquals(
                ModbusFault.ILLEGAL_ADDRESS, code(() -> meter.read(RegisterKind.HOLDING, 40, 1)));
    }

    @Test
    void errorsQueueUpUntilTheyAreRead() throws ModbusFault {
        give("power_active", 1);
        code(() -> write(1607, 4));
        code(() -> meter.read(RegisterKind.HOLDING, 40, 1));
        assertEquals(207, meter.read(RegisterKind.HOLDING, 1709, 1)[0]);
        assertEquals(206, meter.read(RegisterKind.HOLDING, 1709, 1)[0]);
        assertEquals(0, meter.read(RegisterKind.HOLDING, 1709, 1)[0]);
    }

    @Test
    void energiesContinueAfterAKillAndNeverRunBackwards() throws ModbusFault {
        for (int i = 0; i <= 3600; i++) {
            give("power_active", 2000 + i % 2);
            pass(Duration.ofSeconds(1));
        }
        float before = shown(1002);
        assertEquals(2, before, 0.02);
        EmulatedMeter killed = meter;
        meter = meter(MeterKind.WATTNODE);
        give("power_active", 500);
        assertTrue(shown(1002) >= before, shown(1002) + " after " + before);
        assertEquals(before, shown(1002), 0.001);
        killed.close();
    }

    @Test
    void aSourcesCountersAreFollowedOverItsExchange() throws ModbusFault {
        give("power_active", 1, "import_energy_active", 5000);
        give("power_active", 2, "import_energy_active", 5001.5);
        assertEquals(5001.5f, shown(1002));
        give("power_active", 2, "import_energy_active", 5001.4);
        assertEquals(5001.5f, shown(1002));
        give("power_active", 2, "import_energy_active", 12);
        assertEquals(5001.5f, shown(1002));
        give("power_active", 2, "import_energy_active", 13);
        assertEquals(5002.5f, shown(1002));
    }

    @Test
    void zeroEnergyZeroesOnlyWhatMayBeZeroed() throws ModbusFault {
        give("power_active", 1, "import_energy_active", 5000, "export_energy_active", 100);
        write(1619, 1);
        assertEquals(0, shown(1002));
        assertEquals(0, shown(1000));
        assertEquals(5000, shown(1006));
        assertEquals(4900, shown(1004));
        assertEquals(0, meter.read(RegisterKind.HOLDING, 1619, 1)[0]);
    }

    @Test
    void neverShowsNotANumber() throws ModbusFault {
        give("power_active", 0, "l1_current", 0, "l1n_voltage", 0, "power_factor", 0);
        for (int address = 1000; address < 1034; address += 2) {
            assertTrue(Float.isFinite(shown(address)), "register " + address);
        }
        for (int address = 1100; address < 1182; address += 2) {
            assertTrue(Float.isFinite(shown(address)), "register " + address);
        }
    }

    @Test
    void anSdm630ShowsFloatsHighWordFirst() throws ModbusFault {
        meter = meter(MeterKind.SDM630);
        give("l1_power_active", -100, "l2_power_active", 40, "l3_power_active", 0);
        int[] words = meter.read(RegisterKind.INPUT, 12, 6);
        assertEquals(-100f, Float.intBitsToFloat(words[0] << 16 | words[1]));
        assertEquals(40f, Float.intBitsToFloat(words[2] << 16 | words[3]));
        assertEquals(0, meter.read(RegisterKind.INPUT, 54, 1)[0]);
        assertEquals(0x70, meter.read(RegisterKind.HOLDING, 64_514, 1)[0]);
        assertEquals(
                ModbusFault.ILLEGAL_ADDRESS, code(() -> meter.read(RegisterKind.INPUT, 900, 2)));
    }

    @Test
    void aDtsu666CountsInTenths() throws ModbusFault {
        meter = meter(MeterKind.DTSU666);
        give("power_active", -250, "l1n_voltage", 230.5);
        int[] words = meter.read(RegisterKind.HOLDING, 8210, 2);
        assertEquals(-2500f, Float.intBitsToFloat(words[0] << 16 | words[1]));
        words = meter.read(RegisterKind.INPUT, 8198, 2);
        assertEquals(2305f, Float.intBitsToFloat(words[0] << 16 | words[1]));
    }

    @Test
    void integerCurrentsAreScaledByTheCtsAndAScaleThatMastersMaySet() throws ModbusFault {
        give("power_active", 2300, "l1n_voltage", 230, "l1_current", 10);
        assertEquals(4000, meter.read(RegisterKind.HOLDING, 1350, 1)[0], "10 of 50 A, of 20000");
        meter.write(RegisterKind.HOLDING, 1621, new int[] {10_000});
        assertEquals(2000, meter.read(RegisterKind.HOLDING, 1350, 1)[0]);
        meter.write(RegisterKind.HOLDING, 1602, new int[] {100});
        assertEquals(1000, meter.read(RegisterKind.HOLDING, 1350, 1)[0]);
        meter.write(RegisterKind.HOLDING, 1602, new int[] {0});
        assertEquals(0, meter.read(RegisterKind.HOLDING, 1350, 1)[0], "no CT, no current");
    }
}
