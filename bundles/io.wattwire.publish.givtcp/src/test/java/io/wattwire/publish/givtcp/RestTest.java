package io.wattwire.publish.givtcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.publish.control.ControlRules;
import io.wattwire.publish.givtcp.data.Form;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    static void close() {
        callers.close();
        house.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/readData", "/runAll", "/getCache", "/FE1234G567/readData"})
    void theStructureIsAnswered(String path) throws Exception {
        HttpResponse<String> answer = callers.get(path);
        assertEquals(200, answer.statusCode());
        assertEquals("application/json", answer.headers().firstValue("content-type").orElseThrow());
        assertEquals(
                "2026-01-31T10:05:00", Callers.json(answer).get("Last_Updated_Time").getAsString());
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
        ControlRules two =
                ControlRules.parse(
                        House.ASSET + "/charge_rate; garage-control/charge_rate",
                        600,
                        problem -> {});
        try (Callers others = new Callers(house, two, Form.SEED, List.of())) {
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
        ControlRules rules =
                ControlRules.parse(House.ASSET + "/discharge_rate", 600, problem -> {});
        try (Callers others =
                new Callers(house, rules, Form.SEED, List.of(House.SERIAL, "XX0000X000"))) {
            assertEquals(2, others.doors.ports().size());
            others.post("/setDischargeRate", "{\"dischargeRate\":60}");
            assertEquals("112=20", house.dongle.writes());
        }
    }
}
