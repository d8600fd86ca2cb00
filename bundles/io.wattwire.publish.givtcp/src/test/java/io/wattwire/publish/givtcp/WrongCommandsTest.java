package io.wattwire.publish.givtcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;
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
    static void close() throws Exception {
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

    /** They lie on the broker when the gateway comes; what is said after them is answered. */
    @Test
    void retainedCommandsAreIgnored() throws Exception {
        try (Callers others = new Callers(house)) {
            others.say(others.topic(House.SERIAL, "setChargeRate"), "50", true);
            others.publish(Map.of("control.points", house.everything()));
            others.say(others.topic(House.SERIAL, "setChargeRate"), "", true);
            others.say(others.topic(House.SERIAL, "setChargeRate"), "500", false);
            JsonObject reply = others.reply();
            if (reply.toString().contains("retained")) {
                refused(reply, "retained");
                reply = others.reply();
            }
            refused(reply, "0 to 100");
        }
    }

    @Test
    void anEmptyRetainedMessageClearsATopicAndIsNoCommand() throws Exception {
        callers.say(callers.topic(House.SERIAL, "setChargeRate"), "", true);
        refused(callers.mqtt("setChargeRate", "500"), "0 to 100");
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
        callers.say(callers.topic("XX0000X000", "setChargeRate"), "50", false);
        refused(
                Callers.json(callers.post("/XX0000X000/setChargeRate", "{\"chargeRate\":50}")),
                "serial number");
    }

    @Test
    void bytesThatAreNoTextAndTextThatIsTooLong() throws Exception {
        refused(callers.mqtt("setChargeRate", "5".repeat(2000)), "more than 1024 bytes");
        refused(callers.mqtt("setChargeRate", "5".repeat(600)), "512");
        refused(Callers.json(callers.post("/setChargeRate", "5".repeat(60_000))), "512");
        assertEquals(413, callers.post("/setChargeRate", "5".repeat(70_000)).statusCode());
    }

    @Test
    void whatTheOwnerDidNotListOrNotSoFarOrNotSoOftenIsNotWritten() throws Exception {
        Map<String, Object> little =
                Map.of(
                        "control.points",
                        House.ASSET
                                + "/active_power_rate = 20..60; "
                                + House.ASSET
                                + "/charge_rate",
                        "control.per.minute",
                        1);
        try (Callers others = Callers.of(house, little)) {
            refused(others.mqtt("setDischargeRate", "50"), "control.points");
            refused(others.mqtt("setActivePowerRate", "80"), "20 to 60");
            refused(others.mqtt("setChargeRate", "101"), "0 to 100");
            refused(others.mqtt("setChargeRate", "101"), "per minute");
        }
    }

    @Test
    void withoutControlNothingIsHeard() throws Exception {
        try (Callers others = Callers.of(house, Map.of("control.enabled", false))) {
            others.say(others.topic(House.SERIAL, "setChargeRate"), "50", false);
            assertEquals(200, others.get("/readData").statusCode());
            refused(
                    Callers.json(others.post("/setChargeRate", "{\"chargeRate\":50}")),
                    "control.enabled");
        }
    }
}
