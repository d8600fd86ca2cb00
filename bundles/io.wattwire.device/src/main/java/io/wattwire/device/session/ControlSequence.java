package io.wattwire.device.session;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Storage;
import io.wattwire.device.model.Values;
import io.wattwire.device.session.RegisterWriter.Wanted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Carries out a control's commands on one model: reads first, saves what was there, writes, and
 * gives it back.
 */
final class ControlSequence {

    private final Lexicon lexicon;
    private final Samples samples;
    private final ControlReading reading;
    private final RegisterWriter writer;
    private final WriteGuard guard;
    private final SavedSettings saved;

    ControlSequence(
            Lexicon lexicon,
            Samples samples,
            ControlReading reading,
            RegisterWriter writer,
            WriteGuard guard,
            SavedSettings saved) {
        this.lexicon = lexicon;
        this.samples = samples;
        this.reading = reading;
        this.writer = writer;
        this.guard = guard;
        this.saved = saved;
    }

    /** What the device says of the controls. */
    ControlReading reading() {
        return reading;
    }

    /**
     * Makes the device obey.
     *
     * @param trust what need not be read first
     * @return after which time the device forgets what was written; zero: never
     */
    Duration command(
            PointControl control, double wanted, Trust trust, String occasion, Deadline deadline)
            throws WriteRefused, LinkException {
        boolean asks = trust.kind() == Trust.Kind.NONE || !control.follows().isZero();
        long mark = asks ? samples.newMark() : trust.mark();
        boolean lastKnown = !asks && trust.isLastKnown();
        boolean first = !saved.exist(control);
        requirePresent(control);
        Set<String> needed = first && !lastKnown ? control.saved() : Set.of();
        Set<String> shown = lastKnown ? Set.of() : control.readBackRegisters();
        reading.read(Stream.of(control.inputs(), shown, needed), mark, deadline);
        Values known = reading.known(mark);
        double sent = guard.inRange(control, lexicon.unit(control), wanted, known);
        List<Wanted> words = wanted(possible(() -> control.commands(sent, known)));
        if (first) {
            save(control, lastKnown, deadline);
        }
        boolean away = !asks && trust.kind() == Trust.Kind.LAST_STORED;
        writer.write(away ? forgotten(words) : words, mark, occasion, deadline);
        // what follows its inputs is repeated as if it expired after twice its period
        return words.stream()
                .map(write -> write.register().expiry())
                .reduce(control.follows().multipliedBy(2), ControlSequence::shorter);
    }

    /** What a device is given back must be no older than what its readers would be shown. */
    private void save(PointControl control, boolean lastKnown, Deadline deadline)
            throws WriteRefused, LinkException {
        if (lastKnown) {
            reading.read(Stream.of(control.saved()), 0, deadline);
        }
        saved.keep(control, sorted(control.saved()), samples, others(control));
    }

    /** After a restart a device holds no more than what it stores: the rest is told in any case. */
    private static List<Wanted> forgotten(List<Wanted> words) {
        return words.stream()
                .map(
                        word ->
                                new Wanted(
                                        word.register(),
                                        word.words(),
                                        word.spared()
                                                && word.register().storage() == Storage.FLASH))
                .toList();
    }

    private List<Wanted> wanted(List<RegisterWrite> writes) throws WriteRefused {
        List<Wanted> wanted = new ArrayList<>();
        for (RegisterWrite write : writes) {
            wanted.add(writer.wanted(register(write.register()), write));
        }
        return wanted;
    }

    /** A point of a part that is not there cannot be commanded. */
    private void requirePresent(PointControl control) throws WriteRefused {
        for (Register register : lexicon.registers(control.readBackRegisters())) {
            writer.unit(register);
        }
    }

    /** The shorter of two times of which zero means never. */
    private static Duration shorter(Duration a, Duration b) {
        return a.isZero() || !b.isZero() && b.compareTo(a) < 0 ? b : a;
    }

    private static List<RegisterWrite> possible(Supplier<List<RegisterWrite>> writes)
            throws WriteRefused {
        try {
            return writes.get();
        } catch (IllegalArgumentException impossible) {
            throw new WriteRefused(impossible.getMessage());
        }
    }

    /**
     * Gives back what was saved before the first command; where that is above the cap, the cap is
     * commanded instead.
     */
    void release(PointControl control, Deadline deadline) throws WriteRefused, LinkException {
        if (control.handsBack()) {
            handBack(control, "its owner released it", deadline);
            return;
        }
        Map<String, int[]> before = saved.load(control).orElse(null);
        if (before == null) {
            return;
        }
        String occasion = "release of " + control.point();
        long mark = samples.newMark();
        reading.read(Stream.of(control.inputs(), control.saved()), mark, deadline);
        OptionalDouble cap = guard.cap(control);
        OptionalDouble limit = control.readBack(decoded(before, reading.known(mark)));
        if (cap.isPresent() && limit.orElse(Double.MAX_VALUE) > cap.getAsDouble()) {
            command(
                    control,
                    cap.getAsDouble(),
                    Trust.NONE,
                    occasion + " to the installer's cap",
                    deadline);
        } else {
            writer.release(restored(before, Set.of()), mark, occasion, deadline);
        }
        saved.forget(control);
    }

    /**
     * Ends the control of a point that goes back by itself: first the device is made safe, then it
     * gets its own settings again. Does nothing for a point that was not commanded.
     */
    void handBack(PointControl control, String why, Deadline deadline)
            throws WriteRefused, LinkException {
        Map<String, int[]> before = saved.load(control).orElse(null);
        if (before == null) {
            return;
        }
        String occasion = "hand-back of " + control.point() + ", as " + why;
        long mark = samples.newMark();
        reading.read(
                Stream.of(control.inputs(), control.readBackRegisters(), before.keySet()),
                mark,
                deadline);
        List<RegisterWrite> letGo = possible(() -> control.letGo(reading.known(mark)));
        writer.giveBack(wanted(letGo), mark, occasion, deadline);
        long after = samples.newMark();
        Set<String> without = new HashSet<>(behindLimits());
        without.addAll(saved.heldBy(others(control)).keySet()); // the last of them restores it
        writer.giveBack(restored(before, without), after, occasion, deadline);
        saved.forget(control);
    }

    private List<PointControl> others(PointControl control) {
        return lexicon.controls().stream().filter(other -> other != control).toList();
    }

    /** Restoring one of these could raise a limit, which only an owner's command may do. */
    private Set<String> behindLimits() {
        return lexicon.controls().stream()
                .filter(WriteGuard::isLimit)
                .flatMap(limit -> Stream.of(limit.saved(), limit.readBackRegisters()))
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What was there before goes back whatever range the table allows. */
    private List<Wanted> restored(Map<String, int[]> before, Set<String> without)
            throws WriteRefused {
        List<Wanted> restored = new ArrayList<>();
        for (Map.Entry<String, int[]> entry : before.entrySet()) {
            if (!without.contains(entry.getKey())) {
                restored.add(new Wanted(register(entry.getKey()), entry.getValue(), true));
            }
        }
        return restored;
    }

    private Values decoded(Map<String, int[]> before, Values others) {
        return name ->
                before.containsKey(name)
                        ? lexicon.table()
                                .register(name)
                                .flatMap(r -> r.decode(before.get(name), samples))
                        : others.get(name);
    }

    private Register register(String name) throws WriteRefused {
        return lexicon.table()
                .register(name)
                .map(samples::inScale)
                .orElseThrow(() -> new WriteRefused(lexicon.unknown(name)));
    }

    private Collection<Register> sorted(Set<String> names) {
        return lexicon.table().registers().stream()
                .filter(register -> names.contains(register.name()))
                .toList();
    }
}
