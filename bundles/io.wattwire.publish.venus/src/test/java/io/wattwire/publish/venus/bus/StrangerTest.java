package io.wattwire.publish.venus.bus;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who answers at the address of a bus and is none, or a damaged one. */
class StrangerTest {

    private static final String LOGIN = "DATA\r\nOK 1\r\n";

    private Path directory;
    private ServerSocketChannel server;

    @BeforeEach
    void listen() throws IOException {
        directory = Files.createTempDirectory("stranger");
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(directory.resolve("s")));
    }

    @AfterEach
    void end() throws IOException {
        server.close();
        Files.deleteIfExists(directory.resolve("s"));
        Files.deleteIfExists(directory);
    }

    private IOException open(ByteBuffer answer, boolean stay) {
        Thread thread =
                new Thread(
                        () -> {
                            try (SocketChannel channel = server.accept()) {
                                while (answer.hasRemaining()) {
                                    channel.write(answer);
                                }
                                ByteBuffer heard = ByteBuffer.allocate(100);
                                while (stay && channel.read(heard.clear()) >= 0) {
                                    Thread.onSpinWait();
                                }
                            } catch (IOException gone) {
                                // the other side ended it
                            }
                        });
        thread.setDaemon(true);
        thread.start();
        String address = "unix:path=" + directory.resolve("s");
        BusPlace place = BusPlace.parse(address, OptionalInt.empty());
        return assertThrows(IOException.class, () -> BusConnection.open(place, "test"));
    }

    private static ByteBuffer text(String text) {
        return StandardCharsets.ISO_8859_1.encode(text);
    }

    private static void assertSays(String said, IOException problem) {
        assertTrue(problem.getMessage().contains(said), problem.getMessage());
    }

    @Test
    void aWebServerIsNoBus() {
        assertSays("no bus", open(text("HTTP/1.1 400 " + "x".repeat(600)), true));
    }

    @Test
    void whoRefusesIsNamed() {
        String no = "REJECTED KERBEROS\r\n";
        assertSays("REJECTED KERBEROS", open(text(no + no), true));
    }

    @Test
    void aLoginWithoutEndIsEnded() {
        assertSays("does not finish the login", open(text("DA"), true));
    }

    @Test
    void whoHangsUpIsGone() {
        String said = open(text("DATA\r\n"), false).getMessage();
        assertTrue(said.matches("the bus closed the connection.*|Broken pipe|.*reset.*"), said);
    }

    @Test
    void aLengthThatCannotBeTakesNoMemory() {
        ByteBuffer huge = ByteBuffer.allocate(100).put(text(LOGIN));
        huge.put((byte) 'l').put((byte) 2).put((byte) 0).put((byte) 1);
        huge.putInt(-1).putInt(1).putInt(0x7FFFFFFF);
        assertSays("the connection has ended", open(huge.flip(), true));
    }

    @Test
    void noiseIsNoMessage() {
        assertSays("the connection has ended", open(text(LOGIN + "?".repeat(16)), true));
    }
}
