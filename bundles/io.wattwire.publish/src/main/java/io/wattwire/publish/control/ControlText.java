package io.wattwire.publish.control;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The text of a payload from outside. */
public final class ControlText {

    private ControlText() {}

    /**
     * Reads a payload.
     *
     * @param payload as it came
     * @param largest how many bytes are looked at
     * @return its text; empty, which no point takes, when it is larger or no UTF-8
     */
    public static String of(byte[] payload, int largest) {
        if (payload.length > largest) {
            return "";
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
        } catch (CharacterCodingException binary) {
            return "";
        }
    }
}
