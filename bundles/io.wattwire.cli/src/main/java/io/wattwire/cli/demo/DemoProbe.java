package io.wattwire.cli.demo;

import io.wattwire.device.link.Frame;
import io.wattwire.device.link.FrameListener;
import io.wattwire.standalone.EnvelopeListener;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;

/**
 * Looks at the running gateway from two sides: the frames on the links and the records on the
 * wires. Thread-safe.
 *
 * <p>Latency is counted from the arrival of the last byte of a grid reading to the start of the
 * first limit write after it, both taken where the bytes pass. The very first write is left out: it
 * is the safe start, which reads and saves the inverter's settings and answers no reading.
 */
final class DemoProbe implements FrameListener, EnvelopeListener {
    private static final int LIMIT_REGISTER = 3;
    private static final int WRITE_SINGLE = 6;
    private static final int WRITE_MULTIPLE = 16;
    private static final int MBAP_LENGTH = 7;
    private static final int MOST_LATENCIES = 100_000;

    private final int meterUnit;
    private final int inverterUnit;
    private final Map<String, Integer> samples = new TreeMap<>();
    private final Map<String, Map<String, TypedValue<?>>> last = new TreeMap<>();
    private long[] latencies = new long[256];
    private int writes;
    private int latencyCount;
    private long gridReading;

    DemoProbe(int meterUnit, int inverterUnit) {
        this.meterUnit = meterUnit;
        this.inverterUnit = inverterUnit;
    }

    @Override
    public synchronized void frame(Frame f) {
        if (!f.sent() && f.unit() == meterUnit) {
            gridReading = f.nanoTime();
        } else if (f.sent() && f.unit() == inverterUnit && writesLimit(f.bytes())) {
            writes++;
            if (gridReading != 0 && writes > 1) {
                add(f.nanoTime() - gridReading);
                gridReading = 0;
            }
        }
    }

    private static boolean writesLimit(byte[] frame) {
        if (frame.length < MBAP_LENGTH + 3) {
            return false;
        }
        int function = frame[MBAP_LENGTH];
        int address = (frame[MBAP_LENGTH + 1] & 0xFF) << 8 | frame[MBAP_LENGTH + 2] & 0xFF;
        return (function == WRITE_SINGLE || function == WRITE_MULTIPLE)
                && address == LIMIT_REGISTER;
    }

    private void add(long nanos) {
        if (latencyCount == latencies.length && latencyCount < MOST_LATENCIES) {
            latencies = Arrays.copyOf(latencies, latencyCount * 2);
        }
        if (latencyCount < latencies.length) {
            latencies[latencyCount++] = nanos;
        }
    }

    @Override
    public synchronized void onEmit(String emitterPid, int port, WireEnvelope envelope) {
        for (WireRecord wireRecord : envelope.getRecords()) {
            TypedValue<?> asset = wireRecord.getProperties().get("assetName");
            if (asset != null && emitterPid.equals(asset.getValue())) {
                samples.merge(emitterPid, 1, Integer::sum);
                last.put(emitterPid, wireRecord.getProperties());
            }
        }
    }

    /** How many records each asset emitted. */
    synchronized Map<String, Integer> samples() {
        return new TreeMap<>(samples);
    }

    /** The value of a channel in the asset's newest record, or "" where it has none. */
    synchronized Object value(String asset, String channel) {
        TypedValue<?> value = last.getOrDefault(asset, Map.of()).get(channel);
        return value == null ? "" : value.getValue();
    }

    /** Limit writes that left for the inverter. */
    synchronized int writes() {
        return writes;
    }

    /** The latency that the given share of the writes kept, in ms; NaN before the first. */
    synchronized double latencyMillis(double share) {
        if (latencyCount == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(latencies, latencyCount);
        Arrays.sort(sorted);
        int index = (int) Math.ceil(share * latencyCount) - 1;
        return sorted[Math.max(0, index)] / 1e6;
    }
}
