package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpReaderTest {

    private static final List<String> GOOD =
            List.of(
                    "HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n{\"a\": 1}",
                    "HTTP/1.1 200 OK\nContent-Length: 8\n\n{\"a\": 1}",
                    "HTTP/1.0 200\r\nServer: x\r\n\r\n{\"a\": 1}",
                    "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n{\"a\": 1}",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\n{\"a\r\n5\r\n\": 1}\r\n0\r\nX: y\r\n\r\n");

    private static HttpReader read(String text, int... cuts) throws HttpReader.Wrong {
        HttpReader reader = new HttpReader();
        byte[] all = text.getBytes(StandardCharsets.ISO_8859_1);
        int from = 0;
        for (int cut : cuts) {
            byte[] part = Arrays.copyOfRange(all, from, cut);
            reader.feed(part, part.length);
            from = cut;
        }
        byte[] rest = Arrays.copyOfRange(all, from, all.length);
        reader.feed(rest, rest.length);
        return reader;
    }

    @Test
    void anAnswerIsFoundWhereverItsBytesAreCut() throws HttpReader.Wrong {
        for (String text : GOOD) {
            for (int cut = 0; cut <= text.length(); cut++) {
                HttpReader reader = read(text, cut);
                if (!reader.done()) {
                    reader.end();
                }
                assertEquals(200, reader.status(), text);
                assertEquals("{\"a\": 1}", new String(reader.body(), StandardCharsets.UTF_8), text);
            }
        }
    }

    @Test
    void whatFollowsTheAnswerIsDropped() throws HttpReader.Wrong {
        HttpReader reader = read(GOOD.get(0) + GOOD.get(0));
        assertTrue(reader.done());
        assertEquals(8, reader.body().length);
    }

    @Test
    void anAnswerWithoutContentIsWhole() throws HttpReader.Wrong {
        assertTrue(read("HTTP/1.1 204 No Content\r\n\r\n").done());
        assertTrue(read("HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n").done());
    }

    @Test
    void aConnectionThatEndsTooEarlyIsNoAnswer() throws HttpReader.Wrong {
        for (String text : List.of(GOOD.get(0), GOOD.get(3), GOOD.get(4))) {
            for (int length = 0; length < text.length(); length++) {
                HttpReader reader = read(text.substring(0, length));
                if (!reader.done()) {
                    assertThrows(HttpReader.Wrong.class, reader::end);
                } else {
                    assertEquals(text.length(), length, "done at " + length + " of " + text);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.2\r\n",
                "\u0000\u0001\u0000\u0000\u0000\u0006\u0001\n",
                "HTTP/2 200 OK\r\n",
                "HTTP/1.1 abc\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n",
                "HTTP/1.1 200 OK\r\n: x\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n"
            })
    void whatIsNoAnswerIsToldAtOnce(String text) {
        assertThrows(HttpReader.Wrong.class, () -> read(text));
    }

    @Test
    void nothingEndlessIsKept() {
        assertThrows(HttpReader.Wrong.class, () -> read("x".repeat(3_000)));
        assertThrows(
                HttpReader.Wrong.class, () -> read("HTTP/1.1 200 OK\r\n" + "a: b\r\n".repeat(100)));
        assertThrows(
                HttpReader.Wrong.class,
                () -> read("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(HttpReader.LONGEST_BODY + 1)));
        String chunk = "8\r\n12345678\r\n";
        assertThrows(
                HttpReader.Wrong.class,
                () ->
                        read(
                                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                        + chunk.repeat(HttpReader.LONGEST_BODY / 8 + 1)));
    }

    @Test
    void aSilentBeginIsNotDone() throws HttpReader.Wrong {
        assertFalse(read("").done());
    }
}
