package io.wattwire.publish.pvoutput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.publish.pvoutput.api.DeadLetters;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** PVOutput is away for ten hours; the gateway is killed meanwhile, and while it catches up. */
@Timeout(180)
class OutageDrillTest {

    private static final int MINUTES = 600;
    private static final long HOURS_AGO = TimeUnit.HOURS.toMillis(12);
    private static final long BOUND_NANOS = TimeUnit.SECONDS.toNanos(90);
    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("uuuuMMdd,HH:mm").withZone(ZoneOffset.UTC);

    @TempDir Path directory;
    private RecordedService service;
    private final List<Process> processes = new ArrayList<>();
    private final long begin =
            (System.currentTimeMillis() - HOURS_AGO) / Bench.INTERVAL * Bench.INTERVAL;

    @BeforeEach
    void start() throws IOException {
        service = new RecordedService();
    }

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
        service.close();
    }

    private Process gateway(int from, int to) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                DrillProcess.class.getName(),
                                directory.toString(),
                                service.url(),
                                Long.toString(begin),
                                Integer.toString(from),
                                Integer.toString(to))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        processes.add(process);
        return process;
    }

    private static void awaitFed(Process process) throws IOException {
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !line.equals(DrillProcess.FED)) {
            line = lines.readLine();
        }
        assertEquals(DrillProcess.FED, line);
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor(); // SIGKILL
    }

    @Test
    void tenHoursAndTwoKillsLoseNothing() throws Exception {
        service.status = 503;
        Process first = gateway(0, MINUTES / 2);
        awaitFed(first);
        kill(first);
        service.recover();
        killWhileItCatchesUp();
        service.between = path -> {};
        gateway(MINUTES, MINUTES);
        Map<String, String> expected = expected();
        long end = System.nanoTime() + BOUND_NANOS;
        while (service.taken.size() < expected.size() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        expected.forEach((label, row) -> assertEquals(row, service.taken.get(label), label));
        assertEquals(expected.size(), service.taken.size());
        assertTrue(inOrder(), "oldest first");
        assertEquals(List.of(), new DeadLetters(directory.resolve("wattwire/drill")).read());
    }

    /** Its second batch is taken, and it never hears of that. */
    private void killWhileItCatchesUp() throws Exception {
        int before = service.calls.size();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch killed = new CountDownLatch(1);
        service.between =
                path -> {
                    if (service.calls.size() == before + 2) {
                        asked.countDown();
                        try {
                            killed.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                };
        Process second = gateway(MINUTES / 2, MINUTES);
        assertTrue(asked.await(BOUND_NANOS, TimeUnit.NANOSECONDS), "asked a second time");
        awaitFed(second);
        kill(second);
        killed.countDown();
    }

    private Map<String, String> expected() {
        Map<String, String> rows = new LinkedHashMap<>();
        int per = DrillProcess.PER_INTERVAL;
        for (int i = 0; i < MINUTES; i += per) {
            Instant start = Instant.ofEpochMilli(begin + i * DrillProcess.MINUTE);
            double mean =
                    IntStream.range(i, i + per)
                            .mapToDouble(DrillProcess::watts)
                            .average()
                            .orElse(0);
            String label = LABEL.format(start);
            long wh = Math.round(DrillProcess.kwh(i + per - 1) * 1000);
            rows.put(label, label + "," + wh + "," + Math.round(mean));
        }
        return rows;
    }

    private boolean inOrder() {
        List<String> labels = new ArrayList<>();
        for (Map<String, String> each : service.fields) {
            for (String row : each.getOrDefault("data", "").split(";")) {
                String label = row.isEmpty() ? "" : row.substring(0, "20260131,14:05".length());
                if (!label.isEmpty() && !labels.contains(label)) {
                    labels.add(label);
                }
            }
        }
        return labels.equals(labels.stream().sorted().toList());
    }
}
