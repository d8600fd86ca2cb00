package io.wattwire.publish.givtcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.source.SourceSettings;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The paths for reading, and which inverter a path means. */
class RestTest {

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

    @ParameterizedTest
    @ValueSource(strings = {"/readData", "/runAll", "/getCache", "/FE1234G567/readData"})
    void theStructureIsAnswered(String path) throws Exception {
        HttpResponse<String> answer = callers.get(path);
        assertEquals(200, answer.statusCode());
        assertEquals("application/json", answer.headers().firstValue("content-type").orElseThrow());
        assertEquals("online", Callers.json(answer).get("status").getAsString());
        assertEquals(
                House.SERIAL,
                Callers.json(answer)
                        .getAsJsonObject("Invertor_Details")
                        .get("Invertor_Serial_Number")
                        .getAsString());
    }

    @Test
    void getDataSaysWhetherThereIsAny() throws Exception {
        assertEquals(
                "Success retrieving data",
                Callers.json(callers.get("/getData")).get("result").getAsString());
        assertTrue(
                Callers.json(callers.get("/XX0000X000/getData"))
                        .get("result")
                        .getAsString()
                        .startsWith("Error"));
        assertEquals(
                "Failure to find data cache",
                Callers.json(callers.get("/XX0000X000/readData")).get("result").getAsString());
    }

    /** The other one may only be silent just now. */
    @Test
    void aPathWithoutSerialNumberIsNotGuessedWhereTwoMayBeCommanded() throws Exception {
        String two = House.ASSET + "/charge_rate; garage-control/charge_rate";
        try (Callers others = Callers.of(house, Map.of("control.points", two))) {
            String body = "{\"chargeRate\":\"60\"}";
            String said = others.post("/setChargeRate", body).body();
            assertTrue(said.contains("serial number"), said);
            assertEquals("", house.dongle.writes());
            others.post("/" + House.SERIAL + "/setChargeRate", body);
            assertEquals("111=20", house.dongle.writes());
        }
    }

    @Test
    void eachInverterHasAPortOfItsOwnWhereTheOwnerListsThem() throws Exception {
        Map<String, Object> both =
                Map.of(
                        "control.points",
                        House.ASSET + "/discharge_rate",
                        "rest.serials",
                        House.SERIAL + ", XX0000X000");
        try (Callers others = Callers.of(house, both)) {
            assertEquals(2, others.ports().size());
            others.post("/setDischargeRate", "{\"dischargeRate\":60}");
            assertEquals("112=20", house.dongle.writes());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http.address | 0.0.0.0 | set http.secret",
                "http.address | gateway.local | IP address",
                "rest.serials | FE1234G567 FE1234G567 | different serial numbers",
                "rest.serials | ../x | serial numbers",
                "http.port | 65536 | 65535",
                "control.enabled | true | control.points is empty",
            })
    void settingsThatCannotWorkAreRefused(String id, String value, String reason) {
        SourceSettings given = new SourceSettings(Map.of("rest", true, id, value), null);
        assertNull(GivTcpSettings.of("test", given));
        String said = String.join("; ", given.plain().problems());
        assertTrue(said.contains(reason), said);
    }
}
