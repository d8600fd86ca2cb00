package io.wattwire.limit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.wire.RefusedException;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SettingsParserPropertiesTest {

    @Property
    void neverFailsOtherwiseThanByRefusing(@ForAll String text) {
        for (String key :
                Set.of(
                        "mode",
                        "margin.w",
                        "grid.source",
                        "below.minimum",
                        "step.w",
                        "more.inverters",
                        "shadow",
                        "supervision")) {
            try {
                SettingsParser.parse(Map.of(key, text));
            } catch (RefusedException e) {
                assertTrue(e.getMessage().contains(key) || e.getMessage().contains("source"));
                assertTrue(e.getMessage().length() < 5000);
            }
            assertTrue(SettingsParser.closed(Map.of(key, text)).settings().refused());
        }
    }
}
