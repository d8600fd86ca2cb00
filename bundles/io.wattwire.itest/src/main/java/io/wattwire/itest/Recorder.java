package io.wattwire.itest;

import io.wattwire.itest.wait.Await;
import io.wattwire.standalone.EnvelopeListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;

/** Keeps every record that travels on a wire. Thread-safe. */
final class Recorder implements EnvelopeListener {
    private final List<Emission> emissions = new ArrayList<>();

    /** One record, when and where it came out. */
    record Emission(long nanoTime, String pid, int port, Map<String, TypedValue<?>> properties) {
        /** The value as text; "" where there is none. */
        String text(String name) {
            TypedValue<?> value = properties.get(name);
            return value == null ? "" : String.valueOf(value.getValue());
        }

        /** The value as a number; NaN where there is none. */
        double number(String name) {
            TypedValue<?> value = properties.get(name);
            return value != null && value.getValue() instanceof Number n
                    ? n.doubleValue()
                    : Double.NaN;
        }
    }

    @Override
    public synchronized void onEmit(String emitterPid, int port, WireEnvelope envelope) {
        for (WireRecord each : envelope.getRecords()) {
            emissions.add(new Emission(System.nanoTime(), emitterPid, port, each.getProperties()));
        }
    }

    synchronized List<Emission> of(String pid, int port) {
        return emissions.stream().filter(e -> e.pid().equals(pid) && e.port() == port).toList();
    }

    /** Those of an asset that carry a value of a channel. */
    List<Emission> samples(String asset, String channel) {
        return of(asset, 0).stream().filter(e -> e.properties().containsKey(channel)).toList();
    }

    /** Waits until an asset gave some more samples. */
    void awaitMore(String asset, String channel, int more) {
        int before = samples(asset, channel).size();
        Await.until(
                more + " more samples of " + asset + "/" + channel,
                Duration.ofSeconds(30L + more),
                () -> samples(asset, channel).size() >= before + more,
                () -> samples(asset, channel).size() - before);
    }
}
