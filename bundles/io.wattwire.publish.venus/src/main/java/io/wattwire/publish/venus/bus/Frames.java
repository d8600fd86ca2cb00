package io.wattwire.publish.venus.bus;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.MessageTypeException;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MessageFactory;

/**
 * Messages on a channel. Lengths are checked before anything is allocated, and a message goes out
 * in one piece. One thread may read, another write.
 */
final class Frames {

    /** Far more than the settings of a big system, far less than the specification allows. */
    static final int LONGEST = 8 * 1024 * 1024;

    private static final int FIXED = 16;
    private static final int BEFORE_FIELDS = 12;
    private static final int HIGHEST_TYPE = 4;
    private static final int ALIGNMENT = 8;

    private final SocketChannel channel;

    Frames(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the next message.
     *
     * @return null for one that is damaged or of an unknown kind: it is left out
     * @throws IOException if the connection ended, or lost its rhythm
     */
    Message read() throws IOException {
        ByteBuffer head = fill(ByteBuffer.allocate(FIXED));
        byte endian = head.get(0);
        if (endian != 'l' && endian != 'B' || head.get(3) != 1) {
            throw new IOException("what arrives are no messages of a bus");
        }
        head.order(endian == 'l' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long body = head.getInt(4) & 0xFFFFFFFFL;
        long fields = head.getInt(BEFORE_FIELDS) & 0xFFFFFFFFL;
        if (body + fields > LONGEST) {
            throw new IOException("a message of " + (body + fields) + " bytes is too long");
        }
        int padded = (int) (fields + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        byte[] start = Arrays.copyOf(head.array(), BEFORE_FIELDS);
        byte[] header = fill(ByteBuffer.allocate(padded + ALIGNMENT).position(ALIGNMENT)).array();
        System.arraycopy(head.array(), BEFORE_FIELDS, header, 0, FIXED - BEFORE_FIELDS);
        byte[] rest = fill(ByteBuffer.allocate((int) body)).array();
        return message(start, header, rest);
    }

    private static Message message(byte[] start, byte[] header, byte[] body) {
        byte type = start[1];
        if (type < 1 || type > HIGHEST_TYPE) {
            return null; // "Unknown types must be ignored"
        }
        try {
            return MessageFactory.createMessage(type, start, header, body, null);
        } catch (DBusException | MessageTypeException | RuntimeException damaged) {
            return null;
        }
    }

    private ByteBuffer fill(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("the bus closed the connection");
            }
        }
        return buffer;
    }

    void write(byte[] message) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(message);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** dbus-java keeps a message in many small pieces; each would be a packet of its own. */
    static byte[] bytes(Message message) {
        int length = 0;
        for (byte[] piece : message.getWireData()) {
            length += piece == null ? 0 : piece.length;
        }
        ByteBuffer whole = ByteBuffer.allocate(length);
        for (byte[] piece : message.getWireData()) {
            if (piece != null) {
                whole.put(piece);
            }
        }
        return whole.array();
    }
}
