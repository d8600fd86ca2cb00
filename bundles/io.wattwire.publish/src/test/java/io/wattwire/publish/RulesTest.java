package io.wattwire.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

    private final List<String> problems = new ArrayList<>();

    private Rule rule(String text, String series) {
        Rule rule = Rules.parse(text, problems::add).of(series);
        assertEquals(List.of(), problems);
        return rule;
    }

    @Test
    void whatFitsNoRuleIsPublishedAsItComes() {
        assertEquals(Rule.Mode.ALL, rule("", "meter/grid_power").mode());
        assertEquals(Rule.Mode.ALL, rule("pv_* = off", "meter/grid_power").mode());
    }

    @Test
    void theFirstRuleThatFitsCounts() {
        String text = "meter/grid_power = all\n grid_* = mean 60;* = off";
        assertEquals(Rule.Mode.ALL, rule(text, "meter/grid_power").mode());
        assertEquals(Rule.Mode.MEAN, rule(text, "other/grid_power").mode());
        assertEquals(60_000, rule(text, "other/grid_power").millis());
        assertEquals(Rule.Mode.OFF, rule(text, "meter/pv_power").mode());
    }

    @Test
    void aPatternWithoutASlashMeansTheChannelOfAnyAsset() {
        assertEquals(Rule.Mode.OFF, rule("link_* = off", "any/link_state").mode());
        assertEquals(Rule.Mode.ALL, rule("link_* = off", "link_asset/power").mode());
        assertEquals(Rule.Mode.OFF, rule("a.b/* = off", "a.b/power").mode());
        assertEquals(Rule.Mode.ALL, rule("a.b/* = off", "aXb/power").mode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grid_power",
                "grid_power = often",
                "grid_power = mean",
                "grid_power = mean 0",
                "grid_power = last 86401",
                "grid_power = all 5",
                "grid_power = mean sixty",
                "= mean 60",
                "grid power = mean 60"
            })
    void aWrongRuleIsToldWithItsText(String text) {
        Rules.parse("a = off;" + text, problems::add);
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).contains("'" + text + "'"), problems::toString);
    }
}
