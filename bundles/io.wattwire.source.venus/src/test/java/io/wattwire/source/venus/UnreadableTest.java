package io.wattwire.source.venus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnreadableTest {

    private static final Service METER = new Service("grid", 30);

    private final List<String> said = new ArrayList<>();
    private final Unreadable unreadable = new Unreadable(said::add);

    @Test
    void eachPathIsNamedOnceAndOnlyThoseThatAreRead() {
        for (int i = 0; i < 5; i++) {
            unreadable.tell(new Path(METER, "Ac/Power"), "the message is no JSON object");
            unreadable.tell(new Path(METER, "Ac/Anything"), "the message is no JSON object");
        }
        assertEquals(List.of("left out grid/30/Ac/Power: the message is no JSON object"), said);
    }

    @Test
    void manyPathsDoNotFillTheLog() {
        for (int meter = 0; meter < 1000; meter++) {
            unreadable.tell(new Path(new Service("grid", meter), "Ac/Power"), "a reason");
        }
        assertEquals(20, said.size());
        assertTrue(said.get(19).endsWith("; others will not be named"), said.get(19));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"value":1.5}             | ``
                    {"value":null}            | ``
                    {"value":[]}              | ``
                    {"value":"12"}            | its value is no number
                    {"value":true}            | its value is no number
                    {"value":{"a":1}}         | its value is no number
                    {"value":[1]}             | its value is no number
                    {"value":1e999}           | its number is none that can be measured
                    {"val":1}                 | the message has no value
                    {"value":                 | the message is no JSON object
                    [1]                       | the message is no JSON object
                    12                        | the message is no JSON object
                    """)
    void aMessageThatAGxDoesNotSendHasAReason(String payload, String fault) {
        assertEquals(fault, Payload.content(payload.getBytes(StandardCharsets.UTF_8)).fault());
    }

    @Test
    void aLongMessageIsNotRead() {
        assertEquals(
                "the message has more than 1024 bytes", Payload.content(new byte[1025]).fault());
    }

    @Test
    void onTheBusATextInThePlaceOfANumberIsFound() {
        Map<String, Object> items =
                Map.of(
                        "/Ac/Power", Map.of("Value", "much", "Text", "much"),
                        "/Ac/L1/Power", Map.of("Value", List.of(), "Text", "---"),
                        "/Ac/L2/Power", Map.of("Text", "only a text"),
                        "/Ac/L3/Power", Map.of("Value", 3, "Text", "3 W"));
        assertEquals(List.of("Ac/Power"), Items.texts(items));
        assertEquals(List.of(), Items.texts("nonsense"));
    }
}
