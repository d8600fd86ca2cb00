package io.wattwire.publish;

import io.wattwire.device.session.StateStore;
import io.wattwire.publish.queue.SegmentQueue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.eclipse.kura.type.TypedValue;

/** A running publisher: from wire records through the queue on disk to the target. */
final class Outlet implements AutoCloseable {

    private final SegmentQueue queue;
    private final SampleStore store;
    private final Pump pump;
    private final Counters counters;
    private final LongSupplier wallMillis;

    /** Opens the queue; nothing runs yet. */
    Outlet(String pid, Path directory, Limits limits, Target target, LongSupplier wallMillis)
            throws IOException {
        this.wallMillis = wallMillis;
        counters = new Counters(pid);
        queue = new SegmentQueue(directory, limits.records(), limits.bytes());
        try {
            Progress progress = new Progress(StateStore.inDirectory(directory));
            Thinning thinning = new Thinning(limits.rules());
            pump = new Pump(pid, target, queue, thinning, progress, counters, wallMillis);
        } catch (IOException e) {
            queue.close();
            throw e;
        }
        store = new SampleStore(pid, queue, counters, pump::wake);
    }

    /** What the owner allows. */
    record Limits(long records, long bytes, Rules rules) {}

    void start() {
        store.start();
        pump.start();
    }

    /** Hands over what a wire brought. Never waits. */
    void take(Map<String, TypedValue<?>> properties, String emitter) {
        String asset = Intake.asset(properties, emitter);
        List<Sample> samples = Intake.samples(asset, properties, wallMillis.getAsLong());
        if (!samples.isEmpty()) {
            store.offer(SampleCodec.pack(asset, samples), samples.size());
        }
    }

    Health health() {
        return new Health(
                counters.taken(),
                counters.sent(),
                store.waiting(),
                counters.lost(),
                counters.lastLoss(),
                pump.problem(),
                pump.everArrived());
    }

    /** The owner removed the publisher. */
    void retire() {
        pump.retire();
    }

    /** Ends; what has not arrived stays on disk. */
    @Override
    public void close() throws IOException {
        store.close();
        pump.close();
        queue.close();
    }
}
