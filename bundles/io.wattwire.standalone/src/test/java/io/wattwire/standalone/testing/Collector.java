package io.wattwire.standalone.testing;

import io.wattwire.standalone.EnvelopeListener;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.wire.WireEnvelope;

/** Collects the first record of each envelope. */
public final class Collector implements EnvelopeListener {
    private final BlockingQueue<Map<String, TypedValue<?>>> records = new LinkedBlockingQueue<>();

    @Override
    public void onEmit(String emitterPid, int port, WireEnvelope envelope) {
        records.add(envelope.getRecords().get(0).getProperties());
    }

    /** The next record, or null if none comes within a minute. */
    public Map<String, TypedValue<?>> next() throws InterruptedException {
        return records.poll(60, TimeUnit.SECONDS);
    }

    /** How many records nobody has taken. */
    public int waiting() {
        return records.size();
    }
}
