package io.wattwire.driver.deye;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.contract.TableBank;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Service;
import io.wattwire.device.model.WordOrder;
import io.wattwire.device.plan.Block;
import io.wattwire.device.plan.Cost;
import io.wattwire.device.plan.ReadPlanner;
import io.wattwire.device.plan.Span;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeyeDriverTest {

    private static final RegisterTable TABLE = Banks.FAMILY.table();

    @Test
    void theBatteryIsTurnedTheGridAndTheInverterAreNot() {
        TableBank bank = Banks.of("sg04lp3").holding(590, 0xFC18, 0xF830).holding(625, 0xFE0C);
        bank.holding(636, 700).holding(633, 0xFFFF);
        assertEquals(Optional.of(1_000.0), bank.point("battery_power"), "-1000 was charging");
        assertEquals(Optional.of(20.0), bank.point("battery_current"));
        assertEquals(Optional.of(-500.0), bank.point("grid_power"), "- is export");
        assertEquals(Optional.of(700.0), bank.point("inverter_power"), "+ is delivering");
        assertEquals(Optional.of(-1.0), bank.point("inverter_power_l1"));
        TableBank one = Banks.of("sg03lp1").holding(190, 0x03E8, 0x07D0).holding(169, 0x01F4);
        assertEquals(Optional.of(-1_000.0), one.point("battery_power"));
        assertEquals(Optional.of(-20.0), one.point("battery_current"));
        assertEquals(Optional.of(500.0), one.point("grid_power"));
    }

    @Test
    void currentsAtTheGridAreMagnitudes() {
        TableBank bank = Banks.of("sg04lp3").holding(613, 0xFF38).holding(630, 0xFF38);
        assertEquals(Optional.of(2.0), bank.point("grid_current_l1"));
        assertEquals(Optional.of(2.0), bank.point("inverter_current_l1"));
    }

    @Test
    void highVoltageModelsCountBatteryAndPvInTens() {
        TableBank bank = Banks.of("sg01hp3").holding(587, 5_123, 77).holding(590, 0xFF9C, 0xFC18);
        bank.holding(672, 250).holding(216, 0xFFF6).holding(593, 4_000);
        assertEquals(Optional.of(512.3), bank.point("battery_voltage"));
        assertEquals(Optional.of(1_000.0), bank.point("battery_power"));
        assertEquals(Optional.of(10.0), bank.point("battery_current"), "0.01 A in all models");
        assertEquals(Optional.of(2_500.0), bank.point("pv1_power"));
        assertEquals(Optional.of(-1.0), bank.get("battery_bms_current"));
        assertEquals(Optional.of(400.0), bank.get("battery2_voltage"));
        TableBank low = Banks.of("sg04lp3").holding(587, 5_123).holding(672, 250);
        assertEquals(Optional.of(51.23), low.point("battery_voltage"));
        assertEquals(Optional.of(250.0), low.point("pv1_power"));
    }

    /** A total above 32 kW needs a word that is read at another moment; the phases do not. */
    @Test
    void totalsOfHighVoltageModelsAreTheSumsOfTheirPhases() {
        TableBank bank = Banks.of("sg01hp3").holding(622, 15_000, 15_000, 15_000, 45_000);
        assertEquals(Optional.of(45_000.0), bank.point("grid_power"));
        bank.holding(622, 0xFFFF, 1, 0xFFFF, 0xFFFF);
        assertEquals(Optional.of(-1.0), bank.point("grid_power"), "no flicker around 0");
    }

    @Test
    void energiesHaveTheLowWordFirst() {
        TableBank bank = Banks.of("sg04lp3").holding(516, 1, 2, 3, 0).holding(522, 5, 1, 6, 0);
        assertEquals(Optional.of(13_107.3), bank.point("battery_energy_charged"));
        assertEquals(Optional.of(0.3), bank.point("battery_energy_discharged"));
        assertEquals(Optional.of(6_554.1), bank.point("grid_energy_import"));
        for (Register register : TABLE.registers()) {
            boolean ordered = register.type().words() > 1 && register.type().numeric();
            assertTrue(!ordered || register.type().order() == WordOrder.LITTLE, register.name());
        }
    }

    /** HomeBattery read a sign in numbers of one word only. */
    @Test
    void signedNumbersAreSignedOverBothWords() {
        TableBank bank = Banks.of("sg03lp1").holding(63, 0xFFF6, 0xFFFF).holding(60, 0xFFF6);
        assertEquals(Optional.of(-1.0), bank.get("total_active_energy"));
        assertEquals(Optional.of(-1.0), bank.get("day_active_energy"));
    }

    @Test
    void newFirmwareOfHighVoltageModelsCountsWholeKwh() {
        TableBank bank = Banks.of("sg01hp3-1098").holding(516, 1, 2).holding(529, 12);
        assertEquals(Optional.of(131_073.0), bank.point("battery_energy_charged"));
        assertEquals(Optional.of(12.0), bank.point("pv_energy_today"));
        assertEquals(
                Optional.of(1.2), Banks.of("sg01hp3").holding(529, 12).point("pv_energy_today"));
    }

    /** In the single-phase map the frequency stands between the two words. */
    @Test
    void theImportOfOnePhaseIsPutTogetherFromTwoAddresses() {
        TableBank bank = Banks.of("sg03lp1").holding(78, 4, 5_001, 1);
        assertEquals(Optional.of(6_554.0), bank.point("grid_energy_import"));
        assertEquals(Optional.of(50.01), bank.point("grid_frequency"));
    }

    @Test
    void the16KwOnePhaseInverterCountsTheGridInTens() {
        assertEquals(
                Optional.of(-1_000.0),
                Banks.of("sg01lp1-16k").holding(169, 0xFF9C).point("grid_power"));
        assertEquals(
                Optional.of(-100.0), Banks.of("sg03lp1").holding(169, 0xFF9C).point("grid_power"));
    }

    @Test
    void temperaturesBeginAt1000() {
        TableBank bank =
                Banks.of("sg04lp3").holding(541, 1_452).holding(586, 950).holding(217, 1_000);
        assertEquals(Optional.of(45.2), bank.point("inverter_temperature"));
        assertEquals(Optional.of(-5.0), bank.point("battery_temperature"));
        assertEquals(Optional.of(0.0), bank.get("battery_bms_temperature"));
        for (Register register : TABLE.registers()) {
            assertTrue(
                    !register.unit().equals("degC") || register.offset() == -100, register.name());
        }
    }

    @Test
    void timesOfDayAreDecimal() {
        TableBank bank = Banks.of("sg04lp3").holding(148, 530, 2_359, 100, 60, 2_400);
        assertEquals(Optional.of("05:30"), bank.get("program_1_time"));
        assertEquals(Optional.of("23:59"), bank.get("program_2_time"));
        assertEquals(Optional.of("01:00"), bank.get("program_3_time"));
        assertEquals(Optional.empty(), bank.get("program_4_time"), "minute 60");
        assertEquals(Optional.empty(), bank.get("program_5_time"), "hour 24");
        assertEquals(530, bank.register("program_1_time").encode("05:30")[0]);
    }

    @Test
    void aFaultIsTheNumberOfItsBitPlusOne() {
        TableBank bank = Banks.of("sg04lp3").holding(555, 0, 0, 4, 0).holding(553, 8, 0x4000);
        assertEquals(Optional.of(1L << 34), bank.get("fault_bits"));
        assertEquals("F35 no AC grid", bank.register("fault_bits").labels().get(34L));
        assertEquals("F64 heat sink hot", bank.register("fault_bits").labels().get(63L));
        assertEquals(Optional.of(1L << 3 | 1L << 30), bank.get("alarm_bits"));
        assertEquals("lithium battery lost", bank.register("alarm_bits").labels().get(30L));
        assertEquals(64, Banks.of("sg01hp3").register("fault_bits").labels().size() + 1);
    }

    @Test
    void identityRatingAndPhasesComeFromTheirWords() {
        TableBank bank = Banks.of("sg04lp3").holding(20, 0xD4C0, 1, 0x0203);
        assertEquals(Optional.of(12_000.0), bank.point("inverter_rated_power"));
        assertEquals(Optional.of(2.0), bank.get("device_mppts"));
        assertEquals(Optional.of(3.0), bank.get("device_phases"));
        assertEquals(
                Optional.of("2026-11-21T05:30:15"),
                Banks.of("sg04lp3")
                        .holding(62, 26 << 8 | 11, 21 << 8 | 5, 30 << 8 | 15)
                        .get("date_and_time"));
    }

    @Test
    void eachPackIsAPartOfItsOwn38WordsApart() {
        for (int pack = 1; pack <= 20; pack++) {
            String name = "pack" + pack + "_";
            int base = 10_032 + 38 * (pack - 1);
            TableBank bank = Banks.of("sg04lp3").holding(base + 8, 533).holding(base + 9, 0xFFF6);
            bank.holding(base + 15, 987).holding(base + 10, 1_235).holding(base + 28, 3, 2);
            assertEquals(Optional.of(53.3), bank.get(name + "voltage"));
            assertEquals(Optional.of(-1.0), bank.get(name + "current"));
            assertEquals(Optional.of(98.7), bank.get(name + "soc"));
            assertEquals(Optional.of(23.5), bank.get(name + "temperature"));
            assertEquals(Optional.of(131_075.0), bank.get(name + "fault"));
            assertEquals("pack" + pack, bank.register(name + "soc").service());
        }
        assertEquals(21, Banks.FAMILY.services().size());
        assertTrue(Banks.FAMILY.services().stream().allMatch(Service::sameUnit));
    }

    /** A request with function 4 ends in an exception. */
    @Test
    void everythingIsHolding() {
        assertTrue(TABLE.registers().stream().allMatch(r -> r.kind() == RegisterKind.HOLDING));
    }

    @Test
    void noRequestReachesThePacksFromBelow() {
        List<Span> all =
                TABLE.forModel("sg04lp3").registers().stream()
                        .map(r -> new Span(r.kind(), r.address(), r.type().words()))
                        .toList();
        Cost line = Cost.rtu(9600, 10, Duration.ofMillis(50));
        for (Block block : ReadPlanner.plan(all, Banks.FAMILY.rules(), line, Set.of())) {
            int last = block.address() + block.count() - 1;
            assertTrue(block.count() <= 125, block.toString());
            assertEquals(block.address() < 10_000, last < 10_000, block.toString());
        }
    }
}
