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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern WORD = Pattern.compile("\\w+ (\\d+)");
    private static final int HALF = Drill.VALUES / 2;
    private static final int SLOW = 150;
    private static final long BOUND_NANOS = TimeUnit.SECONDS.toNanos(90);

    /** A process, and what it said until now. */
    private record Running(Process process, Thread reader, Said said) {

        void awaitFed(int number) {
            await(() -> said.fed >= number, () -> "fed " + number + ", came to " + said.fed);
        }

        void awaitSafe(int number) {
            await(() -> said.safe >= number, () -> "safe " + number + ", came to " + said.safe);
        }

        /** What it had said is read to the end; the process itself would close its streams. */
        void kill() throws InterruptedException {
            process.toHandle().destroyForcibly(); // SIGKILL
            process.waitFor();
            reader.join();
        }
    }

    /** The newest value that was handed over, and the newest that was 200 ms old. */
    private static final class Said {
        private volatile int fed = -1;
        private volatile int safe = -1;

        private void hear(String line) {
            Matcher word = WORD.matcher(line); // the last line may be cut off
            if (word.matches() && line.startsWith(GatewayProcess.FED)) {
                fed = Math.max(fed, Integer.parseInt(word.group(1)));
            } else if (word.matches()) {
                safe = Math.max(safe, Integer.parseInt(word.group(1)));
            }
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
        Said said = new Said();
        Thread reader = new Thread(() -> read(process, said), "drill-reader");
        reader.setDaemon(true);
        reader.start();
        return new Running(process, reader, said);
    }

    /** Up to the last whole line. */
    private static void read(Process process, Said said) {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(said::hear);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
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
            first.kill();

            server.up();
            server.mute(true);
            Running second = start(drill, data, server, HALF + SLOW, 0, Drill.VALUES);
            all.add(second);
            second.awaitSafe(Drill.VALUES - 1);
            await(() -> server.numbers().size() > SLOW, () -> "it catches up");
            second.kill();
            server.mute(false);

            all.add(start(drill, data, server, Drill.VALUES, 0, Drill.VALUES));
            int last = Drill.VALUES - 1;
            await(() -> server.numbers().contains(last), () -> "it ends: " + server.numbers());
            check(server.numbers(), first.said().safe, HALF + SLOW);
        } finally {
            all.forEach(running -> running.process().destroyForcibly());
        }
    }

    /** All but what was younger than 200 ms at the kill, oldest first; some twice. */
    private static void check(List<Integer> numbers, int safe, int afterKill) {
        List<Integer> once = numbers.stream().distinct().toList();
        assertTrue(safe >= HALF - SLOW, () -> "nothing was 200 ms old: " + safe);
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
