package io.wattwire.standalone.kapua;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Compression of payloads; a payload that would grow stays as it is. */
final class Gzip {
    private static final int MAGIC_1 = 0x1f;
    private static final int MAGIC_2 = 0x8b;

    private Gzip() {}

    static boolean isCompressed(byte[] bytes) {
        return bytes.length > 2 && (bytes[0] & 0xff) == MAGIC_1 && (bytes[1] & 0xff) == MAGIC_2;
    }

    static byte[] compress(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return out.size() < plain.length ? out.toByteArray() : plain;
    }

    static byte[] expand(byte[] packed) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] plain = gzip.readNBytes(KapuaPayload.MAX_SIZE + 1);
            if (plain.length > KapuaPayload.MAX_SIZE) {
                throw new IOException(
                        "payload expands to more than " + KapuaPayload.MAX_SIZE + " bytes");
            }
            return plain;
        }
    }
}
