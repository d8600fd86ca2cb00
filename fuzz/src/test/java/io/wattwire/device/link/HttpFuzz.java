package io.wattwire.device.link;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/** Answers of HTTP devices: however they are cut they are read alike, and nothing grows. */
class HttpFuzz {

    private static final String BEGIN = "HTTP/1.1 ";

    @FuzzTest(maxDuration = "60s")
    void anyBytes(byte[] data) {
        check(data);
        byte[] likely = new byte[BEGIN.length() + data.length];
        for (int i = 0; i < likely.length; i++) {
            likely[i] = i < BEGIN.length() ? (byte) BEGIN.charAt(i) : data[i - BEGIN.length()];
        }
        check(likely);
    }

    private static void check(byte[] data) {
        String whole = read(data, Math.max(1, data.length));
        for (int piece : new int[] {1, 7}) {
            String cut = read(data, piece);
            if (!cut.equals(whole)) {
                throw new AssertionError("in pieces of " + piece + " " + cut + ", else " + whole);
            }
        }
    }

    private static String read(byte[] data, int piece) {
        HttpReader reader = new HttpReader();
        try {
            for (int at = 0; at < data.length && !reader.done(); at += piece) {
                byte[] part = Arrays.copyOfRange(data, at, Math.min(data.length, at + piece));
                reader.feed(part, part.length);
            }
            reader.end();
        } catch (HttpReader.Wrong wrong) {
            return wrong.getMessage();
        }
        int status = reader.status();
        if (status < 100 || status > 599 || reader.body().length > HttpReader.LONGEST_BODY) {
            throw new AssertionError("status " + status + ", " + reader.body().length + " bytes");
        }
        return status + " " + Arrays.hashCode(reader.body());
    }
}
