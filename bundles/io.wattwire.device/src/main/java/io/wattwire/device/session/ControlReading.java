package io.wattwire.device.session;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.Rate;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Values;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one model says of its controls: the values a command must know, and what it obeys. */
final class ControlReading {

    private final Lexicon lexicon;
    private final Samples samples;
    private final BlockReader reader;
    private final Map<String, Object> overrides;

    ControlReading(
            Lexicon lexicon, Samples samples, BlockReader reader, Map<String, Object> overrides) {
        this.lexicon = lexicon;
        this.samples = samples;
        this.reader = reader;
        this.overrides = overrides;
    }

    /**
     * What the device said it obeys.
     *
     * @param value in the point's unit; empty when it said nothing usable
     * @param mark of the samples behind it
     */
    record Shown(OptionalDouble value, long mark) {}

    /**
     * Reads what a command must know; a static value of this connection, or one that is known to
     * hold still, need not be read again.
     */
    void read(Stream<Set<String>> names, long mark, Deadline deadline) throws LinkException {
        View view = new View(samples, mark, "", overrides);
        Set<Register> unread =
                lexicon.registers(names.flatMap(Set::stream).toList()).stream()
                        .filter(register -> !isUsable(view, register, mark))
                        .collect(Collectors.toUnmodifiableSet());
        reader.readNow(unread, deadline);
    }

    private boolean isFresh(Register register, long mark) {
        return samples.of(register)
                .filter(
                        sample ->
                                sample.mark() >= mark
                                        || register.rate() == Rate.STATIC
                                                && sample.read()
                                                && sample.connection() == samples.connection())
                .isPresent();
    }

    /** Values that were read for this command; a control must not act on older ones. */
    Values known(long mark) {
        View view = new View(samples, mark, "", overrides);
        RegisterTable table = lexicon.table();
        return name ->
                table.register(name)
                        .filter(register -> isUsable(view, register, mark))
                        .flatMap(register -> view.value(name))
                        .or(() -> Optional.ofNullable(overrides.get(name)));
    }

    private boolean isUsable(View view, Register register, long mark) {
        if (mark == RegisterWriter.LAST_KNOWN) {
            return view.value(register.name()).isPresent();
        }
        return isFresh(register, mark) && view.problem(register).isEmpty();
    }

    /**
     * Reads what the device says it obeys without haste: commands may come in between.
     *
     * @return mark of the samples read
     */
    long readQuietly(PointControl control, Deadline deadline) throws LinkException {
        long mark = samples.newMark();
        Set<String> names = new HashSet<>(control.readBackRegisters());
        names.addAll(control.inputs());
        View view = new View(samples, mark, "", overrides);
        reader.readUnhurried(
                lexicon.registers(names).stream()
                        .filter(register -> !isUsable(view, register, mark))
                        .collect(Collectors.toUnmodifiableSet()),
                deadline);
        return mark;
    }

    /** What samples say that were read before. */
    Shown shown(PointControl control, long mark) {
        return new Shown(control.readBack(known(mark)), mark);
    }

    /** Reads what the device says it obeys. */
    Shown readBack(PointControl control, Deadline deadline) throws LinkException {
        long mark = samples.newMark();
        read(Stream.of(control.readBackRegisters(), control.inputs()), mark, deadline);
        return new Shown(control.readBack(known(mark)), mark);
    }

    /**
     * Whether the device obeys: the read-back is the command, or at most one step nearer to 0; what
     * is beyond the device's range may be its bound.
     */
    boolean obeys(PointControl control, double wanted, OptionalDouble readBack) {
        if (readBack.isEmpty() || !control.follows().isZero()) {
            return readBack.isPresent();
        }
        Values latest = new View(samples, 0, "", overrides).values();
        double sign = wanted < 0 ? -1 : 1;
        double size = Math.abs(wanted);
        double most =
                sign < 0
                        ? -control.minimum(latest).orElse(wanted)
                        : control.maximum(latest).orElse(wanted);
        double least = Math.max(0, Math.min(size, most) - control.step(latest).orElse(0));
        double noise = 1e-6 * Math.max(1, size);
        double shown = sign * readBack.getAsDouble();
        return shown <= size + noise && shown >= least - noise;
    }
}
