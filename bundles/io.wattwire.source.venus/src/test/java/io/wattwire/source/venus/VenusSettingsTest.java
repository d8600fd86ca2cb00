package io.wattwire.source.venus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.source.SourceSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VenusSettingsTest {

    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private static double number(String json) {
        return Payload.content(json.getBytes(StandardCharsets.UTF_8)).number();
    }

    @Test
    void wrongSettingsAreNamed() {
        SourceSettings wrong =
                new SourceSettings(
                        Map.of(
                                "port", "0",
                                "portal.id", "a/b",
                                "grid", "pvinverter",
                                "inverter", "pvinverter/x",
                                "battery", "system/0/1",
                                "pv", "solarcharger",
                                "load", "grid/99999999999"),
                        null);
        assertNull(VenusSettings.of("s", wrong));
        String problems = String.join("\n", wrong.plain().problems());
        for (String each :
                List.of("host", "port", "portal.id", "grid", "inverter", "battery", "pv", "load")) {
            assertTrue(problems.contains(each + " is"), each + " not in " + problems);
        }
    }

    @Test
    void nothingToReadIsWrong() {
        SourceSettings wrong =
                new SourceSettings(
                        Map.of(
                                "host",
                                "gx",
                                "grid",
                                "-",
                                "inverter",
                                "-",
                                "battery",
                                "-",
                                "pv",
                                "-",
                                "load",
                                "-"),
                        null);
        assertNull(VenusSettings.of("s", wrong));
    }

    @Test
    void aServiceMayBeNamedByItsInstance() {
        VenusSettings settings =
                VenusSettings.of(
                        "s",
                        new SourceSettings(
                                Map.of("host", "gx", "grid", "grid/30", "inverter", "-"), null));
        assertEquals(new Choice("grid", "grid", OptionalInt.of(30)), settings.choices().get(0));
        assertTrue(settings.choices().stream().noneMatch(it -> it.part().equals("inverter")));
    }

    @Test
    void onlyFiniteNumbersAreValues() {
        assertEquals(-12.5, number("{\"value\": -12.5}"));
        assertEquals(1, number("{\"max\":1,\"min\":0,\"value\":1}"));
        for (String none :
                List.of(
                        "{\"value\": null}",
                        "{\"value\": \"7\"}",
                        "{\"value\": true}",
                        "{\"value\": [1]}",
                        "{\"value\": {}}",
                        "{\"value\": 1e999}",
                        "{\"value\": NaN}",
                        "{}",
                        "7",
                        "[",
                        "",
                        "[".repeat(1000),
                        "{\"value\": 1" + " ".repeat(2000) + "}")) {
            assertTrue(Double.isNaN(number(none)), none);
        }
    }

    @Test
    void ofTwoHousesNoneIsGuessed() {
        List<String> news = new ArrayList<>();
        Portal portal = new Portal("", news::add);
        portal.see("c0619ab00001");
        portal.see("c0619ab00002");
        for (int i = 0; i < 10; i++) {
            portal.look();
        }
        assertEquals("", portal.id());
        assertEquals(1, news.size(), news.toString());
    }

    @Test
    void theOnlyHouseIsFound() {
        Portal portal = new Portal("", news -> {});
        portal.see("#/not an id");
        portal.see("c0619ab00001");
        portal.look();
        portal.look();
        assertEquals("c0619ab00001", portal.id());
    }

    @Test
    void whatArrivesIsPromptOnlyBehindAMessageOfOursThatCameBackQuickly() {
        Promptness promptness = new Promptness();
        assertFalse(promptness.prompt(0), "nothing came back yet");
        String first = promptness.send(0);
        assertFalse(promptness.prompt(MILLI));
        promptness.back("something else");
        assertFalse(promptness.prompt(MILLI));
        promptness.back(first);
        assertTrue(promptness.prompt(1000 * MILLI));
        assertFalse(promptness.prompt(1001 * MILLI), "the network may have kept it since");
        String late = promptness.send(1001 * MILLI);
        promptness.back(late);
        assertFalse(promptness.prompt(2002 * MILLI));
        promptness.forget();
        promptness.back(late);
        assertFalse(promptness.prompt(1002 * MILLI), "of the connection before");
    }
}
