package io.wattwire.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.eclipse.kura.type.TypedValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutletTest {

    private static final long BOUND_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long MEGABYTE = 1 << 20;

    @TempDir Path directory;

    private final List<Outlet> outlets = new ArrayList<>();

    /** Takes what it is given, unless it is down. */
    private static final class Server implements Target {
        final List<Sample> arrived = new CopyOnWriteArrayList<>();
        volatile boolean down;
        volatile boolean picky;
        volatile int batch = 100;

        @Override
        public Delivery deliver(List<Sample> some) throws IOException {
            if (down) {
                throw new IOException("server is down");
            }
            List<Sample> good =
                    some.stream().filter(s -> !picky || !s.value().equals("bad")).toList();
            arrived.addAll(good);
            int refused = some.size() - good.size();
            return refused == 0 ? Delivery.COMPLETE : new Delivery(refused, "is bad");
        }

        @Override
        public int largestBatch() {
            return batch;
        }

        @Override
        public Duration linger() {
            return Duration.ZERO;
        }

        @Override
        public void close() {
            down = true;
        }
    }

    private final Server server = new Server();

    private Outlet open(String rules, long records, Server to) throws IOException {
        Rules parsed =
                Rules.parse(
                        rules,
                        problem -> {
                            throw new AssertionError(problem);
                        });
        Outlet outlet =
                new Outlet(
                        "test",
                        directory,
                        new Outlet.Limits(records, MEGABYTE, parsed),
                        to,
                        () -> 0);
        outlets.add(outlet);
        outlet.start();
        return outlet;
    }

    @AfterEach
    void close() throws IOException {
        for (Outlet outlet : outlets) {
            outlet.close();
        }
    }

    private static void take(Outlet outlet, Object value, long millis) {
        outlet.take(
                Map.of(
                        "assetName",
                        TypedValues.newStringValue("meter"),
                        "value",
                        TypedValues.newTypedValue(value),
                        "assetTimestamp",
                        TypedValues.newLongValue(millis)),
                "emitter");
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + BOUND_NANOS;
        while (!condition.getAsBoolean() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
        assertTrue(condition.getAsBoolean(), "not in time");
    }

    private static List<Object> values(Server server) {
        return server.arrived.stream().map(Sample::value).toList();
    }

    private static List<Object> whole(int from, int to) {
        return IntStream.range(from, to).<Object>mapToObj(i -> (long) i).toList();
    }

    @Test
    void everythingArrivesInOrder() throws IOException {
        Outlet outlet = open("", 1000, server);
        whole(0, 500).forEach(i -> take(outlet, i, 0));
        await(() -> outlet.health().sent() == 500);
        assertEquals(whole(0, 500), values(server));
        assertEquals(0, outlet.health().lost());
    }

    @Test
    void anOutageAndARestartLoseNothing() throws IOException {
        server.down = true;
        Outlet first = open("", 1000, server);
        whole(0, 300).forEach(i -> take(first, i, 0));
        await(() -> first.health().problem().equals("server is down"));
        first.close();
        Server back = new Server();
        Outlet second = open("", 1000, back);
        whole(300, 310).forEach(i -> take(second, i, 0));
        await(() -> second.health().sent() == 310);
        assertEquals(whole(0, 310), values(back));
    }

    /** The first batch arrives, the process dies before or after the queue knows of it. */
    @Test
    void meansAreTheSameAfterARestartInTheMiddleOfAWindow() throws IOException {
        server.batch = 1;
        Outlet first = open("* = mean 60", 1000, server);
        take(first, 10L, 0);
        take(first, 20L, 61_000);
        take(first, 30L, 62_000);
        await(() -> first.health().sent() == 1);
        first.close();
        Server later = new Server();
        Outlet second = open("* = mean 60", 1000, later);
        take(second, 70L, 63_000);
        take(second, 0L, 130_000);
        await(() -> second.health().sent() == 1);
        assertEquals(List.<Object>of(10.0), values(server));
        assertEquals(List.<Object>of(40.0), values(later));
    }

    @Test
    void whatFindsNoPlaceIsCountedExactly() throws IOException {
        server.down = true;
        Outlet outlet = open("", 50, server);
        whole(0, 80).forEach(i -> take(outlet, i, 0));
        await(() -> outlet.health().lost() == 30); // else some would still find a place
        server.down = false;
        await(() -> outlet.health().sent() == 50);
        assertEquals(30, outlet.health().lost());
        assertEquals(whole(0, 50), values(server));
        assertTrue(outlet.health().lastLoss().contains("queue.records"), "says the remedy");
    }

    @Test
    void whatTheTargetRefusesIsCountedAndNotSentAgain() throws IOException {
        server.picky = true;
        Outlet outlet = open("", 1000, server);
        take(outlet, "good", 0);
        take(outlet, "bad", 0);
        take(outlet, "fine", 0);
        await(() -> outlet.health().sent() == 2);
        assertEquals(List.<Object>of("good", "fine"), values(server));
        assertEquals(1, outlet.health().lost());
        assertTrue(outlet.health().lastLoss().contains("is bad"), outlet.health()::lastLoss);
    }

    @Test
    void aDiskThatFailsIsCountedAndNeverFelt() throws IOException {
        server.down = true;
        Outlet outlet = open("", 1000, server);
        take(outlet, 1L, 0);
        await(() -> outlet.health().waiting() == 1);
        try (var files = Files.list(directory)) {
            assertTrue(files.count() > 0, "the queue is there");
        }
        outlet.close();
        take(outlet, 2L, 0);
        assertEquals(1, outlet.health().lost());
    }
}
