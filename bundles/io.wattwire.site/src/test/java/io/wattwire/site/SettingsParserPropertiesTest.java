package io.wattwire.site;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SettingsParserPropertiesTest {

    @Provide
    Arbitrary<Object> anything() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60).map(Object.class::cast),
                Arbitraries.strings()
                        .withChars("ab/,; l12=.\n")
                        .ofMaxLength(30)
                        .map(Object.class::cast),
                Arbitraries.doubles().map(Object.class::cast),
                Arbitraries.of(true, 7, 7L, new int[] {1}));
    }

    /** Kura checks nothing: whatever is stored, the site runs on. */
    @Property
    void anythingIsTakenOrRefused(
            @ForAll("anything") Object grid,
            @ForAll("anything") Object hybrid,
            @ForAll("anything") Object capacity,
            @ForAll("anything") Object stale) {
        Configured configured =
                Configured.NOTHING.next(
                        "site",
                        Map.of(
                                "grid.assets", grid,
                                "hybrid.assets", hybrid,
                                "battery.capacity.kwh", capacity,
                                "stale.s", stale));
        assertNotNull(SiteSums.of(configured.settings(), Readings.NONE, 0));
        assertNotNull(configured.settings().sources());
    }
}
