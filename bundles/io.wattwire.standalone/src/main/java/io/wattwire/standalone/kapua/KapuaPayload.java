package io.wattwire.standalone.kapua;

import java.io.IOException;
import org.eclipse.kura.message.KuraPayload;

/**
 * Payloads as Eclipse Kura sends them and Eclipse Kapua reads them: the Protocol Buffers message
 * {@code KuraPayload}, mostly compressed with gzip. Field numbers are those of Kura's {@code
 * kurapayload.proto}. All methods are thread-safe.
 */
public final class KapuaPayload {
    /** The largest payload that is read or written, in bytes before compression. */
    public static final int MAX_SIZE = 16 * 1024 * 1024;

    private KapuaPayload() {}

    /**
     * Writes a payload.
     *
     * @param payload what to write; a metric is a Double, Float, Long, Integer, Boolean, String or
     *     byte[]; a null metric is left out
     * @param gzip whether to compress, if that makes it smaller
     * @return the bytes
     * @throws IllegalArgumentException if a metric has another type or the payload is too large
     */
    public static byte[] encode(KuraPayload payload, boolean gzip) {
        byte[] plain = PayloadEncoder.encode(payload);
        return gzip ? Gzip.compress(plain) : plain;
    }

    /**
     * Reads a payload, compressed or not. The bytes may come from anywhere: lengths are checked
     * before anything is allocated.
     *
     * @param bytes the bytes
     * @return the payload; its metrics have the types of the message
     * @throws IOException if this is not such a payload, saying why
     */
    public static KuraPayload decode(byte[] bytes) throws IOException {
        return PayloadDecoder.decode(Gzip.isCompressed(bytes) ? Gzip.expand(bytes) : bytes);
    }
}
