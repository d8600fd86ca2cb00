package io.wattwire.publish.venus.bus;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;

/**
 * How a bus is told who we are, before the first message: EXTERNAL (the socket says it, or the user
 * id that was set, as behind a tunnel) and ANONYMOUS (a GX over TCP), after the chapter
 * "Authentication Protocol" of the D-Bus specification.
 */
final class Login {

    private static final int LONGEST_LINE = 512;
    private static final int MOST_LINES = 16;

    private final SocketChannel channel;
    private int lines;

    Login(SocketChannel channel) {
        this.channel = channel;
    }

    /** Logs in; whoever closes the channel ends it. */
    void run(BusPlace place) throws IOException {
        write(ByteBuffer.allocate(1));
        List<String> ways =
                place.isLocal() || place.uid().isPresent()
                        ? List.of("EXTERNAL", "ANONYMOUS")
                        : List.of("ANONYMOUS", "EXTERNAL");
        String refused = "";
        for (String way : ways) {
            String answer = attempt(way, place.uid());
            if (answer.startsWith("OK")) {
                say("BEGIN");
                return;
            }
            refused = answer;
        }
        throw new IOException(
                "the bus takes neither EXTERNAL nor ANONYMOUS (" + refused + "); see its settings");
    }

    private String attempt(String way, OptionalInt uid) throws IOException {
        boolean anonymous = way.equals("ANONYMOUS");
        if (anonymous) {
            say("AUTH ANONYMOUS " + hex("wattwire"));
        } else if (uid.isPresent()) {
            say("AUTH EXTERNAL " + hex(String.valueOf(uid.getAsInt())));
        } else {
            say("AUTH EXTERNAL");
        }
        String answer = line();
        if (answer.startsWith("DATA")) {
            say("DATA");
            answer = line();
        }
        return answer;
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void say(String line) throws IOException {
        write(StandardCharsets.US_ASCII.encode(line + "\r\n"));
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** One byte at a time: what follows the last line belongs to the messages. */
    private String line() throws IOException {
        if (++lines > MOST_LINES) {
            throw new IOException("the bus does not come to an end with the login");
        }
        StringBuilder line = new StringBuilder();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (line.length() < LONGEST_LINE) {
            one.clear();
            if (channel.read(one) < 0) {
                throw new EOFException("the bus closed the connection during the login");
            }
            char character = (char) (one.get(0) & 0x7F);
            if (character == '\n') {
                return line.toString().strip();
            }
            line.append(character < ' ' ? ' ' : character);
        }
        throw new IOException("what answers is no bus: the line is too long");
    }
}
