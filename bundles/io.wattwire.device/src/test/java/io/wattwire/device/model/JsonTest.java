package io.wattwire.device.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void everyKindOfValueIsRead() {
        Map<String, Object> members =
                Json.object(
                        " {\"a\" : -12.50e1, \"b\":[true,false,null,{}],\"c\":\"x\\u00e9\\n\\\"\"} ");
        assertEquals(new BigDecimal("-12.50e1"), members.get("a"));
        List<?> list = (List<?>) members.get("b");
        assertEquals(4, list.size());
        assertEquals(true, list.get(0));
        assertNull(list.get(2));
        assertEquals(Map.of(), list.get(3));
        assertEquals("x\u00e9\n\"", members.get("c"));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        String text = "{\"a\":1.20,\"b\":[1,\"q\\\"\\\\\",true,null],\"c\":{},\"d\":[]}";
        assertEquals(text, Json.write(Json.parse(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Service unavailable",
                "<html></html>",
                "{\"a\":1",
                "{\"a\":1}x",
                "{a:1}",
                "{'a':1}",
                "[1,]",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":NaN}",
                "{\"a\":.5}",
                "{\"a\":1e9999}",
                "\"\\x\"",
                "\"\\u12\"",
                "\"line\nbreak\"",
                "nul"
            })
    void whatIsNoJsonIsSaidInOneLine(String text) {
        IllegalArgumentException wrong =
                assertThrows(IllegalArgumentException.class, () -> Json.parse(text));
        assertTrue(wrong.getMessage().startsWith("no JSON: "), wrong.getMessage());
        assertTrue(wrong.getMessage().lines().count() == 1, wrong.getMessage());
    }

    @Test
    void depthAndDigitsAreBounded() {
        assertThrows(IllegalArgumentException.class, () -> Json.parse("[".repeat(100_000)));
        assertThrows(IllegalArgumentException.class, () -> Json.parse("9".repeat(1_000)));
        assertThrows(IllegalArgumentException.class, () -> Json.object("[1]"));
    }
}
