package io.wattwire.standalone.cloud;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A message for the broker.
 *
 * @param id to confirm it by
 * @param topic the complete topic, at most 65,535 bytes
 * @param payload the bytes
 * @param qos 0 or 1
 * @param retain whether the broker keeps it
 */
record Message(long id, String topic, byte[] payload, int qos, boolean retain) {
    private static final int FIXED_BYTES = Long.BYTES + Short.BYTES + 2;
    private static final int SHORT_MASK = 0xffff;

    /** As a record of a queue: id, qos, retain, length of the topic, topic, payload. */
    byte[] toBytes() {
        byte[] name = topic.getBytes(StandardCharsets.UTF_8);
        if (name.length > SHORT_MASK) {
            throw new IllegalArgumentException("topic longer than " + SHORT_MASK + " bytes");
        }
        return ByteBuffer.allocate(FIXED_BYTES + name.length + payload.length)
                .putLong(id)
                .put((byte) qos)
                .put((byte) (retain ? 1 : 0))
                .putShort((short) name.length)
                .put(name)
                .put(payload)
                .array();
    }

    /**
     * Reads a record.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Message of(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            long id = in.getLong();
            int qos = in.get();
            boolean retain = in.get() != 0;
            byte[] name = new byte[in.getShort() & SHORT_MASK];
            in.get(name);
            byte[] payload = new byte[in.remaining()];
            in.get(payload);
            return new Message(id, new String(name, StandardCharsets.UTF_8), payload, qos, retain);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("a record of " + bytes.length + " bytes", e);
        }
    }
}
