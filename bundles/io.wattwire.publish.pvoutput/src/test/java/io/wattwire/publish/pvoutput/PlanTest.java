package io.wattwire.publish.pvoutput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.driver.SettingsReader;
import io.wattwire.device.source.SourceSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {

    private final Map<String, Object> settings =
            new HashMap<>(Map.of("generation.power", "inverter/pv_power"));

    private List<String> problems() {
        SettingsReader reader = new SettingsReader(settings);
        Plan.of(reader);
        return reader.problems();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "consumption.power | pv_power | asset/channel",
                "consumption.power | a/b + | asset/channel",
                "consumption.power | a/b kWh | only the word last",
                "generation.energy | a/b watt | only Wh, kWh, daily, lifetime",
                "generation.energy | a/x_today + b/x_total | the same of all",
                "extended | v6 = a/b | v7 to v12",
                "extended | battery_soc | v7 to v12",
                "extended | v7 = inverter/pv_power last | as mean and as last",
                "interval | 7 | 5, 10 or 15",
                "interval | 0 | from 5 to 15",
                "zone | Amsterdam | Europe/Amsterdam",
                "net.power | meter/grid_power | leave them empty",
                "output | true | set generation.energy",
                "output | maybe | true or false"
            })
    void whatIsWrongIsSaidWithItsRemedy(String name, String value, String remedy) {
        settings.put(name, value);
        assertEquals(1, problems().size(), problems()::toString);
        assertTrue(problems().get(0).contains(remedy), problems()::toString);
    }

    @Test
    void nothingToTellIsAProblem() {
        settings.clear();
        assertTrue(problems().get(0).contains("nothing to tell"), problems()::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "i/pv_energy_today, , 0",
        "i/pv_energy_total, , 2",
        "i/pv_energy_total, h/load_energy_total, 1",
        "i/pv_energy_today, h/load_energy_total, 3",
        ", h/load_energy_total, 3",
        "i/energy daily, h/energy lifetime, 3",
        "i/pv_energy_total, h/load_energy_today, 2"
    })
    void energiesEverCountedAreSaidToBe(String generated, String consumed, int cumulative) {
        settings.put("generation.energy", generated == null ? "" : generated);
        settings.put("consumption.energy", consumed == null ? "" : consumed);
        assertEquals(cumulative, Bench.plan(settings).cumulative());
    }

    @Test
    void anIntervalHasTheMeanOfPowersAndTheLastOfEnergies() {
        settings.put("generation.energy", "i/pv_energy_today + j/pv_energy_today Wh");
        settings.put("interval", "10");
        Plan plan = Bench.plan(settings);
        assertEquals(
                "i/pv_energy_today = last 600;j/pv_energy_today = last 600;"
                        + "inverter/pv_power = mean 600;* = off",
                plan.rules());
        assertEquals(3, plan.values());
        assertEquals(1, plan.origins().get(Column.V1).factor());
        assertEquals(600_000, plan.start("inverter/pv_power", 1_200_000));
        assertEquals(1_200_000, plan.start("i/pv_energy_today", 1_200_000));
    }

    @Test
    void aKeyThatCannotBeReadIsSaidAndNotShown() {
        settings.put("api.key", "s3cret");
        settings.put("system.id", "1");
        SourceSettings source = new SourceSettings(settings, null);
        assertNull(PvOutputSettings.of(source));
        assertEquals(1, source.plain().problems().size());
        assertFalse(source.plain().problems().toString().contains("s3cret"));
    }

    @Test
    void withoutAKeyNothingIsPrepared() {
        settings.put("system.id", "1");
        SourceSettings source = new SourceSettings(settings, null);
        assertNull(PvOutputSettings.of(source));
        assertTrue(source.plain().problems().get(0).contains("API key"));
    }
}
