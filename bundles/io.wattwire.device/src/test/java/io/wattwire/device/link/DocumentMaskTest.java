package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.wattwire.device.model.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is personal in a document is gone, and the rest is the same document. */
class DocumentMaskTest {

    @Test
    void personalMembersKeepTheirFirstCharacter() {
        Map<String, Object> masked =
                Json.object(
                        DocumentMask.document(
                                "{\"status\":\"ok\",\"self_serial\" : \"DABC12\",\"wifi_ssid\":\"\","
                                        + "\"wifi_password\":\"a\\\"b\",\"mac\":\"\\u00e4bc\","
                                        + "\"power\":17}"));
        assertEquals("ok", masked.get("status"));
        assertEquals("D***", masked.get("self_serial"));
        assertEquals("", masked.get("wifi_ssid"), "nothing stays nothing");
        assertEquals("a***", masked.get("wifi_password"));
        assertEquals("ä***", masked.get("mac"));
        assertEquals("17", "" + masked.get("power").toString().replace(".0", ""));
    }

    @Test
    void whatIsCutOrHugeIsMaskedToo() {
        assertEquals("{\"serial\":\"D***", DocumentMask.document("{\"serial\":\"DABC"));
        assertEquals("{\"serial\":\"", DocumentMask.document("{\"serial\":\""));
        assertEquals("{\"serial\":\"\\u1***", DocumentMask.document("{\"serial\":\"\\u1"));
        String huge = "\\\\".repeat(30_000);
        assertEquals("{\"key\":\"\\\\***\"", DocumentMask.document("{\"key\":\"" + huge + "\""));
        assertEquals("<html>", DocumentMask.document("<html>"));
    }
}
