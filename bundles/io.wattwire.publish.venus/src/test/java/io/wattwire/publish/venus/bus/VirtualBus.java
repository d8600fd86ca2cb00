package io.wattwire.publish.venus.bus;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bus inside this virtual machine, for tests that need no program of others. It carries messages
 * and names, nothing else; the interop tests do the same on a real one. (The bus that dbus-java
 * brings mixes up messages when several threads speak.)
 */
public final class VirtualBus implements Bus {

    private final Path directory = Files.createTempDirectory("bus");
    private final ServerSocketChannel server =
            ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    private final Map<String, Seat> owners = new ConcurrentHashMap<>();
    private final List<Seat> seats = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    public VirtualBus() throws IOException {
        server.bind(UnixDomainSocketAddress.of(socket()));
        Thread accepts = new Thread(this::accept, "bus");
        accepts.setDaemon(true);
        accepts.start();
    }

    private Path socket() {
        return directory.resolve("socket");
    }

    @Override
    public BusPlace place() {
        return BusPlace.parse("unix:path=" + socket(), OptionalInt.empty());
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel channel = server.accept();
                Seat seat = new Seat(this, ":1." + next.incrementAndGet(), channel);
                seats.add(seat);
                seat.start();
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    Map<String, Seat> owners() {
        return owners;
    }

    List<Seat> seats() {
        return seats;
    }

    /** As when the bus restarts: everybody is thrown out, and may come again. */
    public void throwOut() {
        seats.forEach(Seat::end);
    }

    @Override
    public void close() throws IOException {
        server.close();
        throwOut();
        Files.deleteIfExists(socket());
        Files.deleteIfExists(directory);
    }
}
