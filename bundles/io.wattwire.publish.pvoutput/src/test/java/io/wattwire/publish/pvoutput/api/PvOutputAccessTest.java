package io.wattwire.publish.pvoutput.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PvOutputAccessTest {

    @ParameterizedTest
    @CsvSource({
        "http://pvoutput.org/service/r2/, 1, abc, https",
        "http://localhost.example.org/, 1, abc, https",
        "ftp://x, 1, abc, https",
        "https://pvoutput.org/service/r2/, my, abc, System Id",
        "https://pvoutput.org/service/r2/, 1, '', no API key",
        "https://pvoutput.org/service/r2/, 1, k3y with spaces, copy it again"
    })
    void whatIsWrongIsSaidWithoutTheKey(String url, String system, String key, String remedy) {
        IllegalArgumentException wrong =
                assertThrows(
                        IllegalArgumentException.class, () -> PvOutputAccess.of(url, system, key));
        assertTrue(wrong.getMessage().contains(remedy), wrong::getMessage);
        assertFalse(wrong.getMessage().contains("k3y"), wrong::getMessage);
    }

    @Test
    void noTextOfItHasTheKey() {
        PvOutputAccess access = PvOutputAccess.of(PvOutputAccess.SERVICE, "1", "abc123");
        assertEquals("https://pvoutput.org", access.toString());
        assertEquals("https://pvoutput.org", new PvOutputClient(access).toString());
    }

    @Test
    void aReasonIsOneLineWithoutTheCode() {
        PvOutputAnswer answer =
                PvOutputAnswer.of(403, "Forbidden 403: Exceeded number\n of requests", name -> "x");
        assertEquals("Exceeded number of requests", answer.reason());
        assertTrue(answer.usedUp());
        assertEquals(OptionalLong.empty(), answer.remaining());
        assertFalse(PvOutputAnswer.of(403, "Donation Mode", name -> "5").usedUp());
        assertTrue(PvOutputAnswer.of(403, "Donation Mode", name -> "0").usedUp());
    }
}
