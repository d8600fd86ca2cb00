package io.wattwire.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.wattwire.publish.influxdb.InfluxPublisher;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.eclipse.kura.system.SystemService;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireRecord;
import org.eclipse.kura.wire.WireSupport;
import org.osgi.service.component.ComponentConstants;
import org.osgi.service.component.ComponentContext;

/**
 * A week of publishing in two minutes: two assets with ten channels each, once a second of the
 * week's time, through queue, thinning and line protocol to a database on loopback. Prints what
 * memory holds at the end of each day, and the most that was on disk in it.
 */
public final class WeekBench {

    private static final int DAYS = 7;
    private static final int DAY_S = (int) Duration.ofDays(1).toSeconds();
    private static final int CHANNELS = 10;
    private static final long SECOND_MS = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Records that the week may be ahead of the database; 2,000 may wait for the disk. */
    private static final int AHEAD = 1500;

    private static final int BURST = 100;

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** Between two looks at the disk. */
    private static final int LOOK_S = 500;

    private static final int NO_CONTENT = 204;
    private static final double MEGABYTE = 1024 * 1024;
    private static final double KILOBYTE = 1024;

    private final Path data = Files.createTempDirectory("wattwire-week");
    private final HttpServer database =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final long begin = System.currentTimeMillis() - Duration.ofDays(DAYS).toMillis();
    private volatile long lines;
    private long largestDisk;

    private WeekBench() throws IOException {
        database.createContext("/", this::take);
        database.start();
    }

    /**
     * Prints the table.
     *
     * @param arguments none
     * @throws IOException when there is no disk
     */
    public static void main(String[] arguments) throws IOException {
        new WeekBench().run();
    }

    private void run() throws IOException {
        InfluxPublisher publisher =
                new InfluxPublisher(
                        answering(WireHelperService.class, answering(WireSupport.class, null)),
                        answering(SystemService.class, data.toString()));
        publisher.activate(answering(ComponentContext.class, null), settings());
        System.out.printf(
                "%4s %12s %10s %10s %8s%n", "day", "lines", "heap MB", "disk KB", "threads");
        for (int day = 0; day < DAYS; day++) {
            for (int second = 0; second < DAY_S; second++) {
                feed(publisher, day * DAY_S + second);
                if (second % LOOK_S == 0) {
                    largestDisk = Math.max(largestDisk, disk());
                }
            }
            settle(2L * (day + 1) * DAY_S);
            row(day + 1);
        }
        publisher.deactivate(ComponentConstants.DEACTIVATION_REASON_DISPOSED);
        database.stop(0);
        delete();
    }

    private Map<String, Object> settings() {
        return Map.of(
                "kura.service.pid", "week",
                "url", "http://127.0.0.1:" + database.getAddress().getPort(),
                "api", "v1",
                "database", "home");
    }

    private void feed(InfluxPublisher publisher, int second) {
        for (String asset : List.of("meter", "inverter")) {
            publisher.onWireReceive(new WireEnvelope(asset, List.of(record(asset, second))));
        }
        if (second % BURST == 0) {
            settle(2L * second - AHEAD);
        }
    }

    private WireRecord record(String asset, int second) {
        Map<String, TypedValue<?>> values = new HashMap<>();
        values.put("assetName", TypedValues.newStringValue(asset));
        values.put("assetTimestamp", TypedValues.newLongValue(begin + second * SECOND_MS));
        for (int i = 0; i < CHANNELS; i++) {
            values.put("value_" + i, TypedValues.newDoubleValue(second % DAY_S / 10.0 + i));
        }
        return new WireRecord(values);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange;
                BufferedReader body =
                        new BufferedReader(
                                new InputStreamReader(
                                        new GZIPInputStream(exchange.getRequestBody()),
                                        StandardCharsets.UTF_8))) {
            lines += body.lines().count();
            exchange.sendResponseHeaders(NO_CONTENT, -1);
        }
    }

    /** Until all of them arrived, or for a minute: what is missing stands in the table. */
    private void settle(long expected) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (lines < expected && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void row(int day) throws IOException {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        System.out.printf(
                "%4d %12d %10.1f %10.1f %8d%n",
                day, lines, heap / MEGABYTE, largestDisk / KILOBYTE, threads);
        largestDisk = 0;
    }

    private long disk() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private void delete() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static <T> T answering(Class<T> type, Object answer) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) ->
                                method.getReturnType().isInstance(answer) ? answer : null));
    }
}
