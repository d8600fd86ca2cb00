package io.wattwire.itest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * A service for a Victron GX speaks on a bus inside this framework: the library that packs and
 * unpacks its messages is inside its bundle and finds all it needs there.
 */
class VenusBusTest {

    private static final String FACTORY = "io.wattwire.publish.venus.VenusPublisher";
    private static final long SECONDS = 60;

    /** "You are :1.1", an answer to message 1, as dbus-daemon writes it. */
    private static final String YOU_ARE =
            "6c02010109000000010000001f0000000501750001000000"
                    + "06017300040000003a312e31000000000801670001730000"
                    + "040000003a312e3100";

    @Test
    void theMessagesOfABusAreWrittenAndRead() throws Exception {
        Path directory = Files.createTempDirectory("venus");
        Path socket = directory.resolve("bus");
        Configuration configuration =
                Launch.service(ConfigurationAdmin.class).createFactoryConfiguration(FACTORY, "?");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> serve(server));
            Dictionary<String, Object> settings = new Hashtable<>();
            settings.put("kura.service.pid", "venus-grid");
            settings.put("address", "unix:path=" + socket);
            configuration.update(settings);
            String said = second.get(SECONDS, TimeUnit.SECONDS);
            assertTrue(said.contains("AddMatch"), said);
        } finally {
            configuration.delete();
            Files.deleteIfExists(socket);
            Files.deleteIfExists(directory);
        }
    }

    /** Lets it in, says who it is, and gives what it says next. */
    private static String serve(ServerSocketChannel server) {
        try (SocketChannel channel = server.accept()) {
            line(channel); // who it is to us
            channel.write(StandardCharsets.US_ASCII.encode("OK 1234\r\n"));
            line(channel); // BEGIN
            ByteBuffer hello = message(channel);
            channel.write(answer(hello.getInt(8)));
            return StandardCharsets.ISO_8859_1.decode(message(channel)).toString();
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static ByteBuffer answer(int serial) {
        ByteBuffer answer = ByteBuffer.wrap(java.util.HexFormat.of().parseHex(YOU_ARE));
        return answer.order(ByteOrder.LITTLE_ENDIAN).putInt(20, serial);
    }

    private static void line(SocketChannel channel) throws IOException {
        while (fill(channel, ByteBuffer.allocate(1)).get(0) != '\n') {
            // up to its end
        }
    }

    private static ByteBuffer message(SocketChannel channel) throws IOException {
        ByteBuffer head = fill(channel, ByteBuffer.allocate(16)).order(ByteOrder.LITTLE_ENDIAN);
        int fields = (head.getInt(12) + 7) / 8 * 8;
        ByteBuffer all = ByteBuffer.allocate(16 + fields + head.getInt(4));
        all.order(ByteOrder.LITTLE_ENDIAN).put(head.flip());
        return fill(channel, all).flip();
    }

    private static ByteBuffer fill(SocketChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("it hung up");
            }
        }
        return buffer;
    }
}
