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

    /**
     * @param register what the sample was read from
     */
    private record Held(Register register, Sample sample) {

        /** A value that another register scales is that of its words with the scale told last. */
        Sample inScale(Values known) {
            return register.scaleBy().isEmpty() || !sample.read()
                    ? sample
                    : sample.with(register.decode(sample.words(), known).orElse(null));
        }
    }

    private final Map<String, Held> byRegister = new ConcurrentHashMap<>();
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
        Sample sample =
                new Sample(
                        register.decode(words).orElse(null),
                        words,
                        now,
                        millis.getAsLong(),
                        marks.get(),
                        connection.getAsInt(),
                        now,
                        "");
        byRegister.put(register.name(), new Held(register, sample));
    }

    void bad(Register register, String problem) {
        long now = nanos.getAsLong();
        Sample none = new Sample(null, null, now, millis.getAsLong(), 0, 0, now, problem);
        byRegister.merge(
                register.name(),
                new Held(register, none),
                (old, unused) -> new Held(old.register(), old.sample().failing(now, problem)));
    }

    Optional<Sample> of(Register register) {
        return of(register.name());
    }

    private Optional<Sample> of(String register) {
        return Optional.ofNullable(byRegister.get(register)).map(held -> held.inScale(this));
    }

    /** A register with the scale told last; itself where that is not known. */
    Register inScale(Register register) {
        return register.scaled(this).orElse(register);
    }

    /** The last value, however old. */
    @Override
    public Optional<Object> get(String register) {
        return of(register).map(Sample::value);
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
