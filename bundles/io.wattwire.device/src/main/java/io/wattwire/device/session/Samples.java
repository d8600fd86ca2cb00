package io.wattwire.device.session;

import io.wattwire.device.model.Register;
import io.wattwire.device.model.Values;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** The last values of a device's registers. Thread-safe. */
final class Samples implements Values {

    private final Map<String, Sample> byRegister = new ConcurrentHashMap<>();
    private final AtomicLong marks = new AtomicLong();
    private final LongSupplier nanos;
    private final LongSupplier millis;
    private final IntSupplier connection;

    /**
     * @param nanos monotonic nanoseconds
     * @param millis wall clock
     * @param connection number of the present connection
     */
    Samples(LongSupplier nanos, LongSupplier millis, IntSupplier connection) {
        this.nanos = nanos;
        this.millis = millis;
        this.connection = connection;
    }

    /** Begins a cycle; what is stored from now on carries this mark or a higher one. */
    long newMark() {
        return marks.incrementAndGet();
    }

    void good(Register register, int[] words) {
        long now = nanos.getAsLong();
        byRegister.put(
                register.name(),
                new Sample(
                        register.decode(words).orElse(null),
                        words,
                        now,
                        millis.getAsLong(),
                        marks.get(),
                        connection.getAsInt(),
                        now,
                        ""));
    }

    void bad(Register register, String problem) {
        long now = nanos.getAsLong();
        Sample none = new Sample(null, null, now, millis.getAsLong(), 0, 0, now, problem);
        byRegister.merge(register.name(), none, (old, unused) -> old.failing(now, problem));
    }

    Optional<Sample> of(Register register) {
        return Optional.ofNullable(byRegister.get(register.name()));
    }

    /** The last value, however old. */
    @Override
    public Optional<Object> get(String register) {
        return Optional.ofNullable(byRegister.get(register)).map(Sample::value);
    }

    /** Forgets all: another model answers. */
    void clear() {
        byRegister.clear();
    }

    long nowNanos() {
        return nanos.getAsLong();
    }

    long nowMillis() {
        return millis.getAsLong();
    }

    int connection() {
        return connection.getAsInt();
    }
}
