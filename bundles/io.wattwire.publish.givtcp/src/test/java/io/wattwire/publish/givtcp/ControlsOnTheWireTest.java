package io.wattwire.publish.givtcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.wattwire.publish.givtcp.control.GivTcpControls;
import io.wattwire.publish.givtcp.control.Way;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every control of origin/004, by a broker and by HTTP, as documented and as it was really taken,
 * ends in the register writes that GivTCP made for it (facts/registers/givenergy.csv, group
 * control).
 */
class ControlsOnTheWireTest {

    /** What the inverter has before, so that everything is a change. */
    private static final String BEFORE =
            "20=0 27=0 31=1 32=1 44=1 45=1 56=1 57=1 59=0 94=1 95=1 96=0 110=50 111=40 112=40"
                    + " 114=50 116=70 35=25 36=2 37=3 38=4 39=5 40=6";

    /** Command | by MQTT | by REST | what the inverter has besides | what is written. */
    private static final String CONTROLS =
            """
            enableChargeTarget | enable | {"state":"enable"} | | 20=1
            enableChargeTarget | enable | {"state","enable"} | | 20=1
            enableChargeTarget | disable | {"state":"disable"} | 20=1 | 20=0 116=100
            disableChargeTarget | enable | {"state","enable"} | 20=1 | 20=0 116=100
            enableChargeSchedule | enable | {"state":"enable"} | | 96=1
            enableChargeSchedule | disable | {"state":"disable"} | 96=1 | 96=0
            enableDischargeSchedule | enable | {"state","enable"} | | 59=1
            enableDischargeSchedule | disable | {"state":"disable"} | 59=1 | 59=0
            enableDishargeSchedule | enable | - | | 59=1
            enableDischarge | enable | {"state":"enable"} | | 110=4
            enableDischarge | disable | {"state":"disable"} | | 110=100
            setChargeRate | 100 | {"dischargeRate","100"} | | 111=50
            setChargeRate | 50 | {"chargeRate":"50"} | | 111=16
            setDischargeRate | 100 | {"chargeRate","100"} | | 112=50
            setDischargeRate | 0 | {"dischargeRate":0} | | 112=0
            setChargeTarget | 50 | {"chargeToPercent":"50"} | | 20=1 116=50
            setChargeTarget | 100 | {"chargeToPercent":"100"} | 20=1 | 20=0 116=100
            setBatteryReserve | 5 | {"dischargeToPercent":"5"} | | 114=5
            setBatteryReserve | 0 | {"dischargeToPercent":0} | | 114=4
            setShallowCharge | 10 | - | | 110=10
            setChargeSlot1 | {"start":"0100","finish":"0400","chargeToPercent":"55") | = | | 20=1 116=55 94=100 95=400
            setChargeSlot1 | {"start":"01:30","finish":"04:30"} | = | | 94=130 95=430
            setChargeSlot2 | {"start":"23:30","finish":"05:30","chargeToPercent":100} | = | 20=1 | 20=0 116=100 31=2330 32=530
            setDischargeSlot1 | {"start":"0100","finish":"0400","dischargeToPercent":"55") | = | | 114=55 56=100 57=400
            setDischargeSlot2 | {"start":"16:00","finish":"19:00","dischargeToPercent":"20"} | = | | 114=20 44=1600 45=1900
            setDischargeSlot2 | {"start":"00:00","finish":"00:00"} | = | | 44=0 45=0
            setBatteryMode | 1 | {"mode":"1"} | 59=1 | 110=4 59=0 27=1
            setBatteryMode | 2 | {"mode":"2"} | | 110=100 59=1 27=1 56=1600 57=700
            setBatteryMode | 3 | {"mode":3} | | 110=100 59=1 27=1
            setBatteryMode | 4 | {"mode":"4"} | 27=1 | 110=4 59=1 27=0
            setBatteryMode | Eco | {"mode":"Eco"} | 59=1 | 27=1 110=4 59=0
            setBatteryMode | Eco (Paused) | {"mode":"Eco (Paused)"} | 59=1 | 27=1 59=0 110=100
            setBatteryMode | Timed Demand | {"mode":"Timed Demand"} | 56=0 57=0 44=0 45=0 | 27=1 110=100 59=1 56=1600 57=700
            setBatteryMode | Timed Export | {"mode":"Timed Export"} | 27=1 56=0 57=0 44=0 45=0 | 27=0 110=100 59=1 56=1600 57=700
            setBatteryMode | Timed Demand | {"mode":"Timed Demand"} | 56=1700 57=1800 | 27=1 110=100 59=1
            setDateTime | "12/11/2026   09:15:32" | {"dateTime":"12/11/2026   09:15:32"} | | 35=26 36=11 37=12 38=9 39=15 40=32
            """;

    private static final Set<String> LATER =
            Set.of(
                    "setBatteryCutoff",
                    "setChargeRateAC",
                    "setDischargeRateAC",
                    "setActivePowerRate",
                    "setEcoMode",
                    "enableRTC",
                    "setEmsPlant",
                    "setBatteryPauseMode",
                    "setBatteryCalibration",
                    "setPauseSlot",
                    "setPauseStart",
                    "setPauseEnd",
                    "setChargeSlot",
                    "setDischargeSlot",
                    "forceCharge",
                    "forceExport",
                    "tempPauseCharge",
                    "tempPauseDischarge",
                    "syncDateTime");

    /** A line of the table. */
    record Line(String command, String mqtt, String rest, String before, String writes) {

        static Line of(String line) {
            Matcher parts =
                    Pattern.compile("(.*?) \\| (.*) \\| (.*) \\| (.*)\\| (.*)").matcher(line);
            assertTrue(parts.matches(), line);
            String rest = parts.group(3).equals("=") ? parts.group(2) : parts.group(3);
            return new Line(
                    parts.group(1), parts.group(2), rest, parts.group(4).strip(), parts.group(5));
        }

        @Override
        public String toString() {
            return command + " " + mqtt + " " + before;
        }
    }

    private static House house;
    private static Callers callers;

    @BeforeAll
    static void open() throws Exception {
        house = new House();
        callers = Callers.of(house);
    }

    @AfterAll
    static void close() throws Exception {
        callers.close();
        house.close();
    }

    @BeforeEach
    void anotherInverter() throws Exception {
        house.renew();
        house.dongle.set(BEFORE);
    }

    static List<Line> controls() {
        return CONTROLS.lines().map(Line::of).toList();
    }

    static List<Line> paths() {
        return controls().stream().filter(line -> !line.rest().equals("-")).toList();
    }

    @ParameterizedTest
    @MethodSource("controls")
    void byMqtt(Line line) throws Exception {
        prepare(line);
        JsonObject reply = callers.mqtt(line.command(), line.mqtt());
        assertTrue(reply.get("done").getAsBoolean(), reply.toString());
        assertTrue(reply.get("result").getAsString().endsWith("was a success"), reply.toString());
        assertEquals(line.writes(), house.dongle.writes());
    }

    @ParameterizedTest
    @MethodSource("paths")
    void byRest(Line line) throws Exception {
        prepare(line);
        JsonObject reply = Callers.json(callers.post("/" + line.command(), line.rest()));
        assertTrue(reply.get("done").getAsBoolean(), reply.toString());
        assertEquals(line.writes(), house.dongle.writes());
    }

    private void prepare(Line line) {
        if (!line.before().isEmpty()) {
            house.dongle.set(line.before());
        }
    }

    /** None of the commands of 2022 is left out of the table above. */
    @Test
    void eachCommandIsTried() {
        Set<String> missing = new HashSet<>(GivTcpControls.names(Way.MQTT));
        missing.removeAll(LATER);
        missing.removeIf(name -> name.matches("set(Export|Charge|Discharge)(Start|End)\\d+"));
        missing.removeIf(name -> name.matches("setExportSlot\\d|set\\w+Slot([3-9]|10)"));
        controls().forEach(line -> missing.remove(line.command()));
        assertEquals(Set.of(), missing);
    }

    @Test
    void aForcedChargeOfVersionThreeEndsWithItsOwnersSettings() throws Exception {
        house.dongle.set("116=70 111=40 96=0 94=100 95=430 318=0");
        JsonObject begun = callers.mqtt("forceCharge", "30");
        assertTrue(begun.get("done").getAsBoolean(), begun.toString());
        assertFalse(house.dongle.writes().isEmpty());
        JsonObject ended = Callers.json(callers.post("/forceCharge", "{\"duration\":\"Cancel\"}"));
        assertTrue(ended.get("done").getAsBoolean(), ended.toString());
        Set<String> restored = Set.of(house.dongle.writes().split(" "));
        assertTrue(
                restored.containsAll(Set.of("116=70", "111=40", "96=0", "94=100", "95=430")),
                restored.toString());
    }
}
