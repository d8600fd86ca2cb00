package io.wattwire.itest.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A server is away for ten hours, and the gateway is killed twice meanwhile: while values come in,
 * and while it catches up. PVOutput has a drill of its own in its bundle.
 */
@Timeout(420)
@Execution(ExecutionMode.CONCURRENT)
class OutageDrillTest {

    private static final int HALF = Drill.VALUES / 2;
    private static final int SLOW = 450;
    private static final long BOUND_NANOS = TimeUnit.SECONDS.toNanos(90);

    /** The promise is 200 ms, with a processor that has time; here others want it, too. */
    private static final long LAST_MOMENTS_NANOS = TimeUnit.SECONDS.toNanos(3);

    /** A process, and when each value had been handed over at the latest. */
    private record Running(Process process, NavigableMap<Integer, Long> fed) {

        void awaitFed(int number) {
            await(() -> !fed.isEmpty() && fed.lastKey() >= number, () -> "fed " + number);
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor(); // SIGKILL
        }
    }

    private static Running start(Drill drill, Path data, Server server, int from, int slow, int to)
            throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                GatewayProcess.class.getName(),
                                drill.name(),
                                data.toString(),
                                server.address(),
                                Integer.toString(from),
                                Integer.toString(slow),
                                Integer.toString(to))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        NavigableMap<Integer, Long> fed = new ConcurrentSkipListMap<>();
        Thread reader = new Thread(() -> read(process, fed), "drill-reader");
        reader.setDaemon(true);
        reader.start();
        return new Running(process, fed);
    }

    private static void read(Process process, NavigableMap<Integer, Long> fed) {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(GatewayProcess.FED)) {
                    fed.put(
                            Integer.valueOf(line.substring(GatewayProcess.FED.length())),
                            System.nanoTime());
                }
            }
        } catch (IOException killed) {
            throw new UncheckedIOException(killed);
        }
    }

    private static void await(BooleanSupplier done, Supplier<String> what) {
        long end = System.nanoTime() + BOUND_NANOS;
        while (!done.getAsBoolean()) {
            assertTrue(System.nanoTime() - end < 0, what);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    @ParameterizedTest
    @EnumSource
    void tenHoursAndTwoKillsLoseNothingButTheLastMoments(Drill drill, @TempDir Path data)
            throws Exception {
        List<Running> all = new ArrayList<>();
        try (Server server = drill.server()) {
            Running first = start(drill, data, server, 0, HALF - SLOW, HALF + SLOW);
            all.add(first);
            first.awaitFed(HALF);
            long killed = System.nanoTime();
            first.kill();

            server.up();
            server.mute(true);
            Running second = start(drill, data, server, HALF + SLOW, 0, Drill.VALUES);
            all.add(second);
            second.awaitFed(Drill.VALUES);
            await(() -> server.numbers().size() > SLOW, () -> "it catches up");
            second.kill();
            server.mute(false);

            all.add(start(drill, data, server, Drill.VALUES, 0, Drill.VALUES));
            int last = Drill.VALUES - 1;
            await(() -> server.numbers().contains(last), () -> "it ends: " + server.numbers());
            check(server.numbers(), safe(first, killed), HALF + SLOW);
        } finally {
            all.forEach(running -> running.process().destroyForcibly());
        }
    }

    /** The newest value that had been handed over some time before the kill. */
    private static int safe(Running running, long killedNanos) {
        return running.fed().entrySet().stream()
                .filter(fed -> killedNanos - fed.getValue() > LAST_MOMENTS_NANOS)
                .mapToInt(fed -> fed.getKey())
                .max()
                .orElseThrow();
    }

    /** All but what may have been lost by the kill, oldest first; some twice. */
    private static void check(List<Integer> numbers, int safe, int afterKill) {
        List<Integer> once = numbers.stream().distinct().toList();
        assertEquals(once.stream().sorted().toList(), once, "oldest first");
        List<Integer> missing =
                IntStream.range(0, Drill.VALUES).filter(i -> !once.contains(i)).boxed().toList();
        assertTrue(
                missing.stream().allMatch(i -> i > safe && i < afterKill),
                () -> "missing " + missing + ", safe up to " + safe);
        List<Integer> lastOnes =
                IntStream.range(afterKill - missing.size(), afterKill).boxed().toList();
        assertEquals(lastOnes, missing, "a kill loses the last ones, and no others");
        assertEquals(Drill.VALUES, once.size() + missing.size(), "nothing else arrived");
    }

    @ParameterizedTest
    @EnumSource
    void whatTheQueueCannotHoldIsCountedExactly(Drill drill, @TempDir Path data) throws Exception {
        int capacity = 1000;
        int taken = 1350;
        try (Server server = drill.server();
                Gateway gateway = drill.gateway(data, server.address(), capacity)) {
            for (int i = 0; i < taken; i++) {
                gateway.take(i);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1)); // a burst is another loss
            }
            server.up();
            await(() -> server.numbers().contains(capacity - 1), () -> "" + server.numbers());
            await(() -> gateway.lost() == taken - capacity, () -> "lost " + gateway.lost());
            assertEquals(
                    IntStream.range(0, capacity).boxed().toList(),
                    server.numbers().stream().distinct().toList());
        }
    }
}
