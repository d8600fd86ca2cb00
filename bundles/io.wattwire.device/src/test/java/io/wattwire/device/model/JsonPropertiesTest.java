package io.wattwire.device.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class JsonPropertiesTest {

    @Property(tries = 2_000)
    void everyTextSurvives(@ForAll @StringLength(max = 50) String text) {
        assertEquals(text, Json.parse(Json.write(text)));
    }

    @Property(tries = 20_000)
    void anythingElseEndsWithOneKindOfError(@ForAll @StringLength(max = 30) String text) {
        String scrambled = text.replaceAll("[^\\[\\]{}\",:0-9a-z.eE+\\\\ -]", "{\"");
        try {
            String written = Json.write(Json.parse(scrambled));
            assertEquals(written, Json.write(Json.parse(written)));
        } catch (IllegalArgumentException noJson) {
            assertEquals(1, noJson.getMessage().lines().count());
        }
    }
}
