package io.wattwire.publish.givtcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.wattwire.publish.control.ControlRules;
import io.wattwire.publish.givtcp.data.Form;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is said to whoever asked, and the inverter hears nothing of it. */
class WrongCommandsTest {

    private static House house;
    private static Callers callers;

    @BeforeAll
    static void open() throws Exception {
        house = new House();
        callers = Callers.of(house);
    }

    @AfterAll
    static void close() {
        callers.close();
        house.close();
    }

    @AfterEach
    void nothingIsWritten() {
        assertEquals("", house.dongle.writes());
    }

    private static void refused(JsonObject reply, String reason) {
        assertFalse(reply.get("done").getAsBoolean(), reply.toString());
        String said = reply.get("result").getAsString();
        assertTrue(said.contains("failed: ") && said.contains(reason), said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "setChargeRate | 101 | {\"chargeRate\":\"101\"} | 0 to 100",
                "setDischargeRate | -1 | {\"dischargeRate\":-1} | 0 to 100",
                "setChargeTarget | 3 | {\"chargeToPercent\":3} | 4 to 100",
                "setChargeTarget | 101 | {\"chargeToPercent\":\"101\"} | 4 to 100",
                "setBatteryReserve | 101 | {\"dischargeToPercent\":101} | 0 to 100",
                "setBatteryMode | 5 | {\"mode\":\"5\"} | Timed Demand",
                "setDateTime | 31/02/2026 00:00:00 | {\"dateTime\":\"31/02/2026 00:00:00\"} | 31/02",
                "setDateTime | 12/11/1999 00:00:00 | {\"dateTime\":\"12/11/1999 00:00:00\"} | 1999",
                "setChargeSlot1 | {\"start\":\"01:00\",\"finish\":\"24:00\"} | {\"start\":\"0100\",\"finish\":\"2400\"} | a time",
                "setChargeSlot1 | {\"start\":\"01:00\",\"finish\":\"04:00\",\"chargeToPercent\":3}"
                        + " | {\"start\":\"01:00\",\"finish\":\"04:00\",\"chargeToPercent\":\"3\"} | 4 to 100",
                "enableDischarge | maybe | {\"state\":\"maybe\"} | enable or disable",
                "forceCharge | 1440 | {\"duration\":1440} | 1439",
                "setPauseSlot | nonsense | nonsense | JSON",
            })
    void outOfRange(String command, String mqtt, String rest, String reason) throws Exception {
        refused(callers.mqtt(command, mqtt), reason);
        HttpResponse<String> answer = callers.post("/" + command, rest);
        assertEquals(200, answer.statusCode());
        refused(Callers.json(answer), reason);
    }

    @Test
    void retainedCommandsAreIgnored() throws Exception {
        refused(callers.mqtt(House.SERIAL, "setChargeRate", "50", true), "retained");
    }

    @Test
    void aClearedTopicIsNoCommand() {
        callers.doors.command(House.SERIAL, "setChargeRate", new byte[0], true);
        assertTrue(callers.silent());
    }

    @Test
    void commandsThatAreNone() throws Exception {
        refused(callers.mqtt("setEverything", "1"), "no such command");
        refused(callers.mqtt("reboot", "1"), "no such command");
        assertEquals(404, callers.post("/setEverything", "{}").statusCode());
        assertEquals(404, callers.post("/reboot", "{}").statusCode());
        assertEquals(404, callers.post("/enableDishargeSchedule", "{}").statusCode());
        assertEquals(405, callers.get("/setChargeRate").statusCode());
    }

    @Test
    void anInverterThatIsNotThere() throws Exception {
        refused(callers.mqtt("XX0000X000", "setChargeRate", "50", false), "serial number");
        refused(
                Callers.json(callers.post("/XX0000X000/setChargeRate", "{\"chargeRate\":50}")),
                "serial number");
    }

    @Test
    void bytesThatAreNoTextAndTextThatIsTooLong() throws Exception {
        refused(callers.mqtt("setChargeRate", "5".repeat(2000)), "empty");
        refused(callers.mqtt("setChargeRate", "5".repeat(600)), "512");
        refused(Callers.json(callers.post("/setChargeRate", "5".repeat(60_000))), "512");
        assertEquals(413, callers.post("/setChargeRate", "5".repeat(70_000)).statusCode());
    }

    @Test
    void whatTheOwnerDidNotListIsNotWritten() throws Exception {
        ControlRules some = ControlRules.parse(House.ASSET + "/charge_rate", 600, problem -> {});
        try (Callers others = new Callers(house, some, Form.SEED, List.of())) {
            refused(others.mqtt("setDischargeRate", "50"), "control.points");
        }
        try (Callers others = new Callers(house, ControlRules.nothing(), Form.SEED, List.of())) {
            refused(others.mqtt("setChargeRate", "50"), "control.enabled");
            refused(
                    Callers.json(others.post("/setChargeRate", "{\"chargeRate\":50}")),
                    "control.enabled");
        }
    }

    @Test
    void theOwnersRangeIsNarrower() throws Exception {
        ControlRules rate =
                ControlRules.parse(House.ASSET + "/active_power_rate = 20..60", 600, problem -> {});
        try (Callers others = new Callers(house, rate, Form.SEED, List.of())) {
            refused(others.mqtt("setActivePowerRate", "80"), "20 to 60");
        }
    }

    @Test
    void tooManyCommandsWait() throws Exception {
        ControlRules one = ControlRules.parse(House.ASSET + "/battery_reserve", 1, problem -> {});
        try (Callers others = new Callers(house, one, Form.SEED, List.of())) {
            refused(others.mqtt("setBatteryReserve", "101"), "0 to 100");
            refused(others.mqtt("setBatteryReserve", "101"), "per minute");
        }
    }
}
