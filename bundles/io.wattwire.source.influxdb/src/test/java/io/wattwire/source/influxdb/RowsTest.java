package io.wattwire.source.influxdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {

    @Test
    void anEmptyAnswerHasNoRows() throws IOException {
        assertEquals(Map.of(), Rows.parse("{\"results\":[{\"statement_id\":0}]}").cells());
    }

    @Test
    void anErrorIsPassedOn() {
        String message =
                assertThrows(
                                IOException.class,
                                () ->
                                        Rows.parse(
                                                "{\"results\":[{\"error\":\"database not found\"}]}"))
                        .getMessage();
        assertTrue(message.contains("database not found"), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"results\":[]}",
                "{\"results\":[{\"series\":[{\"columns\":[\"a\"],\"values\":[[1]]}]}]}",
                "{\"results\":[{\"series\":[{\"columns\":[\"time\"],\"values\":[7]}]}]}",
                "{\"results\":[{\"series\":[{\"columns\":[\"time\"],\"values\":[[\"x\"]]}]}]}"
            })
    void anythingElseIsRefused(String text) {
        assertThrows(IOException.class, () -> Rows.parse(text));
    }
}
