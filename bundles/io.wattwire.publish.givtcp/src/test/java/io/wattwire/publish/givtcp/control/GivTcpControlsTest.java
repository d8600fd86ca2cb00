package io.wattwire.publish.givtcp.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.publish.control.ControlRefused;
import io.wattwire.publish.givtcp.data.Form;
import java.time.LocalDateTime;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each spelling that GivTCP's users have means what it meant there, and no other means anything.
 */
class GivTcpControlsTest {

    /** A battery of 8.2 kWh. */
    private static final Known KNOWN =
            new Known() {
                @Override
                public OptionalDouble batteryCapacityWh() {
                    return OptionalDouble.of(8200);
                }

                @Override
                public LocalDateTime now() {
                    return LocalDateTime.of(2026, 1, 31, 4, 30, 5);
                }
            };

    private static String meaning(Form form, Way way, String name, String payload)
            throws ControlRefused {
        return new GivTcpControls(form)
                .translate(way, name, payload, KNOWN).stream()
                        .map(PointWrite::toString)
                        .collect(Collectors.joining(", "));
    }

    private static String refusal(Way way, String name, String payload) {
        return assertThrows(
                        ControlRefused.class,
                        () -> meaning(Form.OF_2022, way, name, payload),
                        name + " " + payload)
                .getMessage();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "enableChargeTarget | enable | charge_target=on",
                "enableChargeTarget | disable | charge_target=off",
                "disableChargeTarget | enable | charge_target=off",
                "enableChargeSchedule | enable | charge_schedule=on",
                "enableChargeSchedule | disable | charge_schedule=off",
                "enableDischargeSchedule | enable | discharge_schedule=on",
                "enableDishargeSchedule | disable | discharge_schedule=off",
                "enableDischarge | enable | battery_discharging=on",
                "enableDischarge | DISABLE | battery_discharging=off",
                "setChargeRate | 100 | charge_rate=100",
                "setChargeRate | 50.0 | charge_rate=50",
                "setDischargeRate | ^ 20 ^ | discharge_rate=20",
                "setChargeTarget | 50 | charge_target=50",
                "setBatteryReserve | 5 | battery_reserve=5",
                "setShallowCharge | 10 | battery_soc_reserve=10",
                "setBatteryMode | 1 | battery_mode=1",
                "setBatteryMode | 4 | battery_mode=4",
                "setBatteryMode | Eco | battery_mode=eco",
                "setBatteryMode | Eco (Paused) | battery_mode=eco (paused)",
                "setBatteryMode | Timed Demand | battery_mode=timed demand",
                "setBatteryMode | Timed Export | battery_mode=timed export",
                "setDateTime | 12/11/2021 09:15:32 | date_time=12/11/2021 09:15:32",
                "setDateTime | \"12/11/2021   09:15:32\" | date_time=12/11/2021   09:15:32",
                "setChargeStart1 | 00:30:00 | charge_slot_1_start=00:30",
                "setDischargeEnd2 | 19:00 | discharge_slot_2_end=19:00",
                "setExportStart3 | 07:05:00 | export_slot_3_start=07:05",
                "setPauseEnd | 0730 | battery_pause_slot_end=07:30",
                "forceCharge | 30 | battery_force_charge=30",
                "forceExport | Cancel | battery_force_discharge=0",
                "tempPauseCharge | Normal | battery_pause_charge=0",
                "tempPauseDischarge | 15 | battery_pause_discharge=15",
                "setActivePowerRate | 80 | active_power_rate=80",
                "setEcoMode | disable | battery_power_mode=export",
                "enableRTC | enable | enable_rtc=true",
                "setEmsPlant | enabled | plant_status=true",
                "setBatteryPauseMode | PauseBoth | battery_pause_mode=both",
                "setBatteryCalibration | Charge Only | battery_calibration=charge only",
                "setBatteryCutoff | 6 | battery_reserve=6",
                "setChargeRateAC | 75 | battery_charge_limit_ac=75",
                "setDischargeRateAC | 75 | battery_discharge_limit_ac=75",
                "syncDateTime | PRESS | date_time=2026-01-31T04:30:05",
            })
    void aBareValueOnATopic(String name, String payload, String writes) throws ControlRefused {
        assertEquals(writes, meaning(Form.OF_2022, Way.MQTT, name, payload));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "enableChargeTarget | {\"state\":\"enable\"} | charge_target=on",
                "enableChargeTarget | {\"state\",\"enable\"} | charge_target=on",
                "disableChargeTarget | {\"state\",\"enable\"} | charge_target=off",
                "enableChargeSchedule | {\"state\" : \"disable\"} | charge_schedule=off",
                "enableDischargeSchedule | {\"state\":\"enable\"} | discharge_schedule=on",
                "enableDischarge | {\"state\":\"disable\"} | battery_discharging=off",
                "setChargeRate | {\"chargeRate\":\"100\"} | charge_rate=100",
                "setChargeRate | {\"dischargeRate\",\"100\"} | charge_rate=100",
                "setDischargeRate | {\"dischargeRate\":20} | discharge_rate=20",
                "setDischargeRate | {\"chargeRate\",\"100\"} | discharge_rate=100",
                "setChargeTarget | {\"chargeToPercent\":\"50\"} | charge_target=50",
                "setBatteryReserve | {\"dischargeToPercent\":\"5\"} | battery_reserve=5",
                "setBatteryMode | {\"mode\":\"1\"} | battery_mode=1",
                "setBatteryMode | {\"mode\":\"Eco (Paused)\"} | battery_mode=eco (paused)",
                "setDateTime | {\"dateTime\":\"01/02/2022 03:04:05\"} | date_time=01/02/2022 03:04:05",
                "setPauseSlot | {\"start\":\"16:00\",\"finish\":\"19:00\"} | battery_pause_slot=16:00-19:00",
                "setExportSlot1 | {\"start\":\"16:00\",\"finish\":\"19:00\"} | export_slot_1=16:00-19:00",
                "setChargeSlot | {\"slot\":\"3\",\"start\":\"16:00\",\"finish\":\"19:00\"} | charge_slot_3=16:00-19:00",
                "forceCharge | {\"duration\":\"30\"} | battery_force_charge=30",
                "syncDateTime | ^^ | date_time=2026-01-31T04:30:05",
            })
    void anObjectInARequest(String name, String payload, String writes) throws ControlRefused {
        assertEquals(writes, meaning(Form.OF_2022, Way.REST, name, payload == null ? "" : payload));
    }

    /** As they are documented, with the round bracket, and as they were really taken. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void slotsComeAsObjectsEitherWay(Way way) throws ControlRefused {
        assertEquals(
                "charge_slot_1=01:00-04:00 55%",
                meaning(
                        Form.OF_2022,
                        way,
                        "setChargeSlot1",
                        "{\"start\":\"0100\",\"finish\":\"0400\",\"chargeToPercent\":\"55\")"));
        assertEquals(
                "charge_slot_2=23:30-05:30",
                meaning(
                        Form.OF_2022,
                        way,
                        "setChargeSlot2",
                        "{\"start\":\"23:30\", \"finish\":\"5:30\"}"));
        assertEquals(
                "discharge_slot_1=01:00-04:00 55%",
                meaning(
                        Form.OF_2022,
                        way,
                        "setDischargeSlot1",
                        "{\"start\":\"0100\",\"finish\":\"0400\",\"dischargeToPercent\":\"55\")"));
        assertEquals(
                "discharge_slot_2=16:00-19:00 20%",
                meaning(
                        Form.OF_2022,
                        way,
                        "setDischargeSlot2",
                        "{\"enabled\":true,\"start\":\"16:00\",\"finish\":\"19:00\","
                                + "\"dischargeToPercent\":20}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "setChargeRate | 1000 | battery_charge_limit=12",
                "setChargeRate | 0 | battery_charge_limit=0",
                "setDischargeRate | 9000 | battery_discharge_limit=50",
                "setBatteryReserve | 10 | battery_soc_reserve=10",
                "setBatteryCutoff | 10 | battery_reserve=10",
            })
    void versionThreeCountsRatesInWattsAndHasAnotherReserve(
            String name, String payload, String writes) throws ControlRefused {
        assertEquals(writes, meaning(Form.V3, Way.MQTT, name, payload));
    }

    @Test
    void versionThreesOwnKeyOfTheReserve() throws ControlRefused {
        String own = "{\"reservePercent\":\"10\"}";
        assertEquals(
                "battery_soc_reserve=10", meaning(Form.V3, Way.REST, "setBatteryReserve", own));
        assertTrue(refusal(Way.REST, "setBatteryReserve", own).contains("dischargeToPercent"));
    }

    @Test
    void wattsNeedTheBatterysCapacity() {
        Known nothing =
                new Known() {
                    @Override
                    public OptionalDouble batteryCapacityWh() {
                        return OptionalDouble.empty();
                    }

                    @Override
                    public LocalDateTime now() {
                        return LocalDateTime.MIN;
                    }
                };
        GivTcpControls controls = new GivTcpControls(Form.V3);
        assertThrows(
                ControlRefused.class,
                () -> controls.translate(Way.MQTT, "setChargeRate", "1000", nothing));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "setEverything | 1 | no such command",
                "^^ | 1 | no such command",
                "SETCHARGERATE | 1 | no such command",
                "setChargeRate | ^^ | empty",
                "setChargeRate | a lot | whole number",
                "setChargeRate | 12.5 | whole number",
                "setChargeRate | 1e2 | whole number",
                "setChargeRate | 99999999999 | whole number",
                "setChargeRate | {\"chargeRate\":\"100\"} | whole number",
                "enableDischarge | yes | enable or disable",
                "disableChargeTarget | disable | enableChargeTarget",
                "setBatteryMode | Unknown | Timed Demand",
                "setBatteryMode | 5 | Timed Demand",
                "setChargeSlot1 | 01:00-04:00 | JSON",
                "setChargeSlot1 | {\"start\":\"0100\"} | \"finish\"",
                "setChargeSlot1 | {\"start\":\"25:00\",\"finish\":\"04:00\"} | a time",
                "setChargeSlot1 | {\"start\":\"0160\",\"finish\":\"04:00\"} | a time",
                "setChargeSlot1 | {\"start\":\"01:00\",\"finish\":\"04:00\",\"enabled\":false} | to clear",
                "setChargeSlot1 | {\"start\":\"01:00\",\"finish\":\"04:00\",\"chargeToPercnt\":\"5\"} | chargeToPercnt",
                "setChargeSlot1 | {\"start\":\"01:00\",\"finish\":\"04:00\",\"chargeToPercent\":null} | JSON",
                "setChargeSlot1 | {\"start\":\"01:00\",\"start\":\"02:00\"} | JSON",
                "setChargeSlot1 | {\"start\",\"01:00\",\"finish\",\"04:00\"} | JSON",
                "setChargeSlot1 | {\"start\":{\"finish\":1}} | JSON",
                "setChargeSlot1 | {\"start\":\"01:00\"} {} | JSON",
                "setChargeSlot1 | [1] | JSON",
                "setChargeSlot11 | {\"start\":\"01:00\",\"finish\":\"04:00\"} | no such command",
                "setChargeSlot | {\"slot\":11,\"start\":\"01:00\",\"finish\":\"04:00\"} | 1 to 10",
                "setChargeStart1 | 01:00:30 | a time",
                "setBatteryPauseMode | enable | PauseBoth",
                "reboot | 1 | no such command",
            })
    void whatMeansNothingIsRefusedWithItsReason(String name, String payload, String reason) {
        String said = refusal(Way.MQTT, name, payload);
        assertTrue(said.contains(reason), said);
        assertFalse(said.contains("\n"), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"enableDishargeSchedule", "setShallowCharge", "setChargeStart1"})
    void someCommandsHaveATopicOnly(String name) {
        assertFalse(GivTcpControls.names(Way.REST).contains(name));
        assertTrue(GivTcpControls.names(Way.MQTT).contains(name));
        assertTrue(refusal(Way.REST, name, "{\"state\":\"enable\"}").contains("no such command"));
    }

    @Test
    void bothKeysOfARateAreOneTooMany() {
        refusal(Way.REST, "setChargeRate", "{\"chargeRate\":\"100\",\"dischargeRate\":\"10\"}");
    }

    @Test
    void textOfOthersNeverFillsALine() {
        String said = refusal(Way.MQTT, "enableDischarge", "x".repeat(400));
        assertTrue(said.length() < 120, said);
        assertTrue(refusal(Way.MQTT, "enableDischarge", "x".repeat(600)).contains("512"));
    }
}
