package io.wattwire.driver.givenergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.contract.TableBank;
import io.wattwire.device.model.Operation;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.WriteRole;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each command as registers/givenergy.csv (group control) and givenergy.md 5 have it: all writes in
 * their order, also those that a session leaves out because the register holds the value.
 */
class ControlFactsTest {

    private static final String MODEL = "gen1";

    private static String sequence(TableBank bank, List<RegisterWrite> writes) {
        return writes.stream()
                .map(
                        write -> {
                            Register register = bank.register(write.register());
                            return register.address() + "=" + register.encode(write.value())[0];
                        })
                .collect(Collectors.joining(" "));
    }

    private static String sequence(String model, String command, Object value) {
        TableBank bank = Banks.of(model);
        return sequence(bank, Banks.operation(model, command).commands(value, bank));
    }

    /** A battery without slots; "eco (paused)" is a test of its own. */
    @ParameterizedTest
    @CsvSource({
        "Eco,27=1 110=4 59=0",
        "Timed Demand,27=1 110=100 59=1 56=1600 57=700 44=0 45=0",
        "Timed Export,27=0 110=100 59=1 56=1600 57=700 44=0 45=0",
        "1,110=4 59=0 27=1",
        "2,110=100 59=1 27=1 56=1600 57=700",
        "3,110=100 59=1 27=1",
        "4,110=4 59=1 27=0"
    })
    void modes(String mode, String writes) {
        assertEquals(writes, sequence(MODEL, "battery_mode", mode));
    }

    /** GivTCP: 27=1 110=4 59=0 110=100. Ours ends in the same and never opens the battery. */
    @Test
    void pausedEndsWhereGivTcpEndsWithoutTheStepThatLetsTheBatteryGive() {
        assertEquals("27=1 59=0 110=100", sequence(MODEL, "battery_mode", "Eco (Paused)"));
    }

    @ParameterizedTest
    @CsvSource({
        "1,0,4,eco",
        "1,0,100,eco (paused)",
        "1,1,100,timed demand",
        "0,1,100,timed export",
        "0,0,4,unknown",
        "0,0,100,unknown"
    })
    void modesAreReadBack(int mode, int slots, int reserve, String name) {
        TableBank bank = Banks.of(MODEL).holding(27, mode).holding(59, slots).holding(110, reserve);
        assertEquals(Optional.of(name), Banks.operation(MODEL, "battery_mode").readBack(bank));
    }

    @ParameterizedTest
    @CsvSource({
        "charge_target,4,20=1 116=4",
        "charge_target,99,20=1 116=99",
        "charge_target,100,20=0 116=100",
        "charge_target,disable,20=0 116=100",
        "charge_schedule,enable,96=1",
        "charge_schedule,disable,96=0",
        "discharge_schedule,enable,59=1",
        "discharge_schedule,disable,59=0",
        "battery_discharging,enable,110=4",
        "battery_discharging,disable,110=100",
        "charge_rate,0,111=0",
        "charge_rate,50,111=16",
        "charge_rate,99,111=33",
        "charge_rate,100,111=50",
        "discharge_rate,0,112=0",
        "discharge_rate,50,112=16",
        "discharge_rate,100,112=50",
        "battery_reserve,3,114=4",
        "battery_reserve,4,114=4",
        "battery_reserve,100,114=100"
    })
    void switchesAndPercentages(String command, String value, String writes) {
        assertEquals(writes, sequence(MODEL, command, value));
    }

    /** enableChargeTarget enable: 116 is what is known to the device. */
    @Test
    void theTargetIsSwitchedOnAsItStands() {
        TableBank bank = Banks.of(MODEL).holding(116, 70);
        Operation target = Banks.operation(MODEL, "charge_target");
        assertEquals("20=1 116=70", sequence(bank, target.commands("enable", bank)));
    }

    @ParameterizedTest
    @CsvSource({
        "charge_slot_1,00:30-04:30,94=30 95=430",
        "charge_slot_1,00:30-04:30 80%,20=1 116=80 94=30 95=430",
        "charge_slot_1,00:30-04:30 100%,20=0 116=100 94=30 95=430",
        "charge_slot_2,16:00-07:00,31=1600 32=700",
        "charge_slot_2,16:00-07:00 55%,20=1 116=55 31=1600 32=700",
        "discharge_slot_1,16:00-07:00,56=1600 57=700",
        "discharge_slot_1,16:00-07:00 2%,114=4 56=1600 57=700",
        "discharge_slot_2,06:05-09:59,44=605 45=959",
        "discharge_slot_2,06:05-09:59 20%,114=20 44=605 45=959",
        "charge_slot_1,off,94=0 95=0",
        "discharge_slot_2,off,44=0 45=0"
    })
    void slots(String command, String value, String writes) {
        assertEquals(writes, sequence(MODEL, command, value));
    }

    /** n >= 3: 246 + 3 (n - 3) for charging, 276 + 3 (n - 3) for discharging. */
    @ParameterizedTest
    @CsvSource({
        "gen3,charge_slot_3,246=100 247=200",
        "aio,charge_slot_10,267=100 268=200",
        "hv-gen3,discharge_slot_3,276=100 277=200",
        "gen4,discharge_slot_10,297=100 298=200",
        "three-phase,charge_slot_1,1113=100 1114=200",
        "three-phase,charge_slot_2,1115=100 1116=200",
        "three-phase,discharge_slot_1,1118=100 1119=200",
        "three-phase,discharge_slot_2,1120=100 1121=200",
        "ems,discharge_slot_1,2044=100 2045=200",
        "ems,discharge_slot_3,2050=100 2051=200",
        "ems,charge_slot_1,2053=100 2054=200",
        "ems,charge_slot_3,2059=100 2060=200",
        "ems,export_slot_1,2062=100 2063=200",
        "ems,export_slot_3,2068=100 2069=200",
        "ac,battery_pause_slot,319=100 320=200",
        "aio,smart_load_slot_1,554=100 555=200",
        "gen3,smart_load_slot_10,572=100 573=200"
    })
    void slotsOfOtherModels(String model, String command, String writes) {
        assertEquals(writes, sequence(model, command, "01:00-02:00"));
    }

    @Test
    void theClockIsSixWritesWithTheYearOfTheCentury() {
        assertEquals(
                "35=22 36=1 37=31 38=23 39=59 40=7",
                sequence(MODEL, "date_time", "31/01/2022 23:59:07"));
    }

    @ParameterizedTest
    @CsvSource({"stop,29=0", "start,29=1", "charge only,29=3"})
    void calibration(String value, String writes) {
        assertEquals(writes, sequence(MODEL, "battery_calibration", value));
    }

    /** Raw = watts / (half the battery's watt-hours) x 50, rounded down: 160 Ah are 8192 Wh. */
    @ParameterizedTest
    @CsvSource({"1000,111,12", "500,111,6", "-1000,112,12", "-2000,112,24"})
    void aPowerBecomesARate(double watts, int register, int raw) {
        TableBank bank = Banks.of(MODEL).holding(0, 0x2001).holding(21, 449).holding(55, 160);
        PointControl control =
                Banks.FAMILY.controls().stream()
                        .filter(it -> it.point().equals("battery_power_setpoint"))
                        .filter(it -> it.models().contains(MODEL))
                        .findFirst()
                        .orElseThrow();
        bank.execute(control.commands(watts, bank));
        assertEquals(raw, bank.word(register));
    }

    /** Column "write range"; engineering values. */
    @ParameterizedTest
    @CsvSource({
        "gen1,50,0,100",
        "gen1,110,4,100",
        "gen1,111,0,50",
        "gen1,112,0,50",
        "gen1,114,4,100",
        "gen1,116,4,100",
        "ac,310,20,100",
        "ac,313,1,100",
        "ac,314,1,100",
        "aio,336,0,100",
        "aio,344,0,100",
        "aio,345,0,100",
        "gen1,541,50,100",
        "gen1,543,50,100",
        "gen1,544,10,90",
        "three-phase,1063,0,100",
        "gen1,36,1,12",
        "gen1,37,1,31",
        "gen1,38,0,23",
        "gen1,39,0,59",
        "gen1,40,0,59"
    })
    void rangesAreThoseOfTheFacts(String model, int address, double least, double most) {
        Register register = holding(model, address);
        register.encode(least);
        register.encode(most);
        double beyond = most + 1;
        assertThrows(IllegalArgumentException.class, () -> register.encode(beyond));
        assertThrows(IllegalArgumentException.class, () -> register.encode(least - 1));
    }

    @ParameterizedTest
    @CsvSource({"gen1,162", "gen1,5003", "gen1,5004", "three-phase,1016", "gen1,163", "gen1,29"})
    void whatDestroysOrRestartsIsNobodysByItsName(String model, int address) {
        assertTrue(
                Banks.FAMILY.table().forModel(model).registers().stream()
                        .filter(it -> it.address() == address)
                        .allMatch(it -> it.role() == WriteRole.NEVER));
    }

    /** Column access: RW-installer. */
    @ParameterizedTest
    @CsvSource({
        "gen1,63 64 65 66 67 68 69 70 71 72 73 74 75 76 77 78 79 80 81 82 83 101 102 115 174 201",
        "ac,300 302 303 305 306 307 308 309 310 312 315 316 321 322 323 324 325 326 327 328 329",
        "aio,330 332 333 334 335 336 337 338 339 340 341 342 343 344 345 346 347 348 349 350 351",
        "gen3,540 541 542 543 544 545 546 547 548 552 553 4001 5002 5005 5006 5007 5008 5009 5011",
        "three-phase,101 102 1048 1077 1063 1081 1082 1083 1084 1085 1086 1087 1102 1103 1125 1165"
    })
    void whatIsTheInstallersIsNeverTheOwners(String model, String addresses) {
        List<String> owners =
                Arrays.stream(addresses.split(" "))
                        .filter(
                                it -> {
                                    Register register = holding(model, Integer.parseInt(it));
                                    return register.access().writable()
                                            && register.role() == WriteRole.OWNER;
                                })
                        .toList();
        assertEquals(List.of(), owners);
    }

    /** IR1, 2, 8 and 9 of an all-in-one mirror the AC side: they are no strings. */
    @ParameterizedTest
    @CsvSource({"pv1_voltage", "pv2_voltage", "pv1_current", "pv2_current"})
    void anAllInOneHasNoVoltsAndAmperesOfStrings(String point) {
        assertTrue(Banks.FAMILY.table().forModel("aio").point(point).isEmpty());
    }

    private static Register holding(String model, int address) {
        return Banks.FAMILY.table().forModel(model).registers().stream()
                .filter(it -> it.service().isEmpty())
                .filter(it -> it.kind() == RegisterKind.HOLDING)
                .filter(it -> it.address() == address)
                .findFirst()
                .orElseThrow(() -> new AssertionError(model + " has no " + address));
    }
}
