package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class HttpReaderPropertiesTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\n";

    @Property(tries = 20_000)
    void anyBytesEndInAnAnswerOrOneError(@ForAll @Size(max = 200) byte[] bytes) {
        feed(HEAD.getBytes(StandardCharsets.US_ASCII), bytes);
        feed(bytes, HEAD.getBytes(StandardCharsets.US_ASCII));
    }

    private static void feed(byte[] first, byte[] second) {
        HttpReader reader = new HttpReader();
        try {
            reader.feed(first, first.length);
            reader.feed(second, second.length);
            reader.end();
            assertTrue(reader.done());
        } catch (HttpReader.Wrong told) {
            assertTrue(reader.body().length <= HttpReader.LONGEST_BODY);
        }
    }

    @Property(tries = 2_000)
    void chunksOfAnySizeMakeTheSameBody(
            @ForAll @StringLength(max = 300) String text, @ForAll long seed) throws Exception {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        Random random = new Random(seed);
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        all.writeBytes(
                (HEAD + "Transfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        for (int at = 0; at < body.length; ) {
            int size = Math.min(body.length - at, 1 + random.nextInt(40));
            all.writeBytes(
                    (Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            all.write(body, at, size);
            all.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
            at += size;
        }
        all.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        HttpReader reader = new HttpReader();
        for (byte one : all.toByteArray()) {
            reader.feed(new byte[] {one}, 1);
        }
        assertTrue(reader.done());
        assertEquals(text, new String(reader.body(), StandardCharsets.UTF_8));
    }
}
