package io.wattwire.source.mqtt;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** How a message's values are written. Implementations are thread-safe. */
interface Format {

    /** No meter's message is longer. */
    int LONGEST = 65_536;

    /**
     * Reads a message.
     *
     * @return finite numbers by name
     * @throws IllegalArgumentException if it is not written so; the message tells why
     */
    Map<String, Double> read(byte[] payload);

    /** The payload as text. */
    static String text(byte[] payload) {
        if (payload.length > LONGEST) {
            throw new IllegalArgumentException(
                    "a message of " + payload.length + " bytes; " + LONGEST + " are the most");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
        } catch (CharacterCodingException binary) {
            throw new IllegalArgumentException("the message is no text in UTF-8");
        }
    }
}
