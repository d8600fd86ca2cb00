package io.wattwire.itest.swap;

import io.wattwire.itest.wait.Await;
import io.wattwire.standalone.Gateway;
import io.wattwire.standalone.GatewayException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;

/** The shipped zero-export graph on a small site, with the times at which assets gave values. */
final class RunningGraph implements AutoCloseable {
    private final Gateway gateway;
    private final Map<String, List<Long>> samples = new TreeMap<>();
    private final Map<String, Map<String, TypedValue<?>>> last = new TreeMap<>();

    RunningGraph(Gateway gateway, Path project, Path data, Map<String, Object> connection)
            throws GatewayException {
        this.gateway = gateway;
        gateway.start(data);
        gateway.tap(this::emitted);
        gateway.load(
                project.resolve("dp/graphs/zero-export.xml"),
                Map.of("meter-driver", connection, "inverter-driver", connection));
    }

    static Map<String, Object> tcp(SmallSite site) {
        return Map.of("connection", "tcp", "host", "127.0.0.1", "port", site.port());
    }

    static Map<String, Object> serial(Path port) {
        return Map.of("connection", "serial", "serial.device", port.toString());
    }

    private synchronized void emitted(String pid, int port, WireEnvelope envelope) {
        for (WireRecord wireRecord : envelope.getRecords()) {
            last.put(pid, wireRecord.getProperties());
            if (wireRecord.getProperties().containsKey(valueOf(pid))) {
                samples.computeIfAbsent(pid, k -> new ArrayList<>()).add(System.nanoTime());
            }
        }
    }

    private static String valueOf(String asset) {
        return asset.equals("meter") ? "grid_power" : "inverter_power";
    }

    synchronized int count(String asset) {
        return samples.getOrDefault(asset, List.of()).size();
    }

    void awaitSamples(int more) {
        int meter = count("meter") + more;
        int inverter = count("inverter") + more;
        Await.until(
                more + " more samples of both assets",
                Duration.ofSeconds(60 + 2L * more),
                () -> count("meter") >= meter && count("inverter") >= inverter,
                gateway::faults);
    }

    /** The longest time between two samples of an asset since a moment, in seconds. */
    synchronized double longestGapS(String asset, long sinceNanos) {
        long longest = 0;
        Long before = null;
        for (long t : samples.getOrDefault(asset, List.of())) {
            if (before != null && t >= sinceNanos) {
                longest = Math.max(longest, t - before);
            }
            before = t;
        }
        return longest / 1e9;
    }

    synchronized Object value(String pid, String property) {
        TypedValue<?> value = last.getOrDefault(pid, Map.of()).get(property);
        return value == null ? null : value.getValue();
    }

    @Override
    public void close() {
        gateway.stop();
    }
}
