package io.wattwire.device.session;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.LinkException.Reason;
import io.wattwire.device.link.ModbusPdu;
import io.wattwire.device.model.Access;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Storage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Brings values into registers: compares, spares, writes, records. The caller has asked the guard.
 */
final class RegisterWriter {

    /**
     * What a register is to hold.
     *
     * @param words encoded for the register
     * @param spared leave the write out when the register holds the words already
     */
    record Wanted(Register register, int[] words, boolean spared) {

        int end() {
            return register.address() + words.length;
        }

        Optional<Object> value() {
            return register.decode(words);
        }
    }

    /** In place of a mark: the last value counts, however old. */
    static final long LAST_KNOWN = -1;

    /** So often a write that the device acknowledged and lost is written again. */
    private static final int MOST_REPEATS = 2;

    private final DeviceLink link;
    private final Samples samples;
    private final BlockReader reader;
    private final Wear wear;
    private final AuditLog audit;
    private final ServiceUnits units;

    /** What spares a register. */
    private interface WearRule {
        void check(Register register, Optional<Object> before, Optional<Object> after)
                throws WriteRefused;
    }

    private final boolean joins;
    private final boolean checks;
    private volatile Consumer<PlannedWrite> rehearsal;

    /**
     * @param joins whether adjacent registers of one command leave as one request
     * @param checks whether what was written is read back, as the device may lose it
     */
    RegisterWriter(
            DeviceLink link,
            Samples samples,
            BlockReader reader,
            Wear wear,
            AuditLog audit,
            ServiceUnits units,
            boolean joins,
            boolean checks) {
        this.link = link;
        this.samples = samples;
        this.reader = reader;
        this.wear = wear;
        this.audit = audit;
        this.units = units;
        this.joins = joins;
        this.checks = checks;
    }

    /** From now on nothing leaves: what would is told instead. */
    void rehearse(Consumer<PlannedWrite> told) {
        rehearsal = told;
    }

    /** Encodes a write; refuses what could never be written, with no word to the device. */
    Wanted wanted(Register register, RegisterWrite write) throws WriteRefused {
        boolean spared = write.onlyIfDifferent() || register.storage() == Storage.FLASH;
        return new Wanted(register, encode(register, write.value()), spared);
    }

    /** Whether a value could be written at all, with no word to the device. */
    int[] encode(Register register, Object value) throws WriteRefused {
        unit(register);
        try {
            return register.encode(value);
        } catch (IllegalArgumentException wrong) {
            throw new WriteRefused(wrong.getMessage());
        }
    }

    /** Where a register is; refuses one of a part that is not there. */
    int unit(Register register) throws WriteRefused {
        return units.of(register).orElseThrow(() -> new WriteRefused(units.missing(register)));
    }

    /**
     * Writes in the given order, but what a register holds already and need not hear again.
     *
     * @param since what was read since this mark need not be read again
     * @param occasion for the audit
     * @throws WriteRefused when wear forbids it; what comes before is written
     * @throws LinkException when the device does not answer or refuses
     */
    void write(List<Wanted> all, long since, String occasion, Deadline deadline)
            throws WriteRefused, LinkException {
        write(all, wear::check, since, occasion, deadline);
        if (checks && rehearsal == null) {
            keep(all, occasion, deadline);
        }
    }

    /** The same for what moves on by itself, so that nothing can be read back. */
    void writeMoving(List<Wanted> all, long since, String occasion, Deadline deadline)
            throws WriteRefused, LinkException {
        write(all, wear::check, since, occasion, deadline);
    }

    /** The same for a limit that its owner released: the daily budget of flash memory is no bar. */
    void release(List<Wanted> all, long since, String occasion, Deadline deadline)
            throws WriteRefused, LinkException {
        write(all, wear::checkInterval, since, occasion, deadline);
    }

    /**
     * The same for control that goes back to the device: sparing it could leave forced what nobody
     * commands any more. Each of these writes undoes a command, and those were spared.
     */
    void giveBack(List<Wanted> all, long since, String occasion, Deadline deadline)
            throws WriteRefused, LinkException {
        write(all, (register, before, after) -> {}, since, occasion, deadline);
    }

    private void write(
            List<Wanted> all, WearRule rule, long since, String occasion, Deadline deadline)
            throws WriteRefused, LinkException {
        int from = 0;
        while (from < all.size()) {
            int to = from + 1;
            while (joins && to < all.size() && continues(all.subList(from, to), all.get(to))) {
                to++;
            }
            put(all.subList(from, to), rule, since, occasion, deadline);
            from = to;
        }
    }

    /** Reads back; what did not stay is written again, and told when it still does not. */
    private void keep(List<Wanted> all, String occasion, Deadline deadline)
            throws WriteRefused, LinkException {
        List<Wanted> told =
                all.stream().filter(wanted -> wanted.register().access() != Access.W).toList();
        for (int repeated = 0; !told.isEmpty(); repeated++) {
            long mark = samples.newMark();
            readUnread(told, mark, deadline);
            List<Wanted> lost = told.stream().filter(wanted -> !isHeld(wanted, mark)).toList();
            if (lost.isEmpty()) {
                return;
            }
            if (repeated == MOST_REPEATS) {
                throw lost(lost.get(0), mark);
            }
            write(lost, (register, before, after) -> {}, mark, occasion + " again", deadline);
        }
    }

    private LinkException lost(Wanted wanted, long mark) {
        return new LinkException(
                Reason.EXCEPTION_ANSWER,
                "the device acknowledged "
                        + wanted.register().name()
                        + " = "
                        + wanted.value().map(Object::toString).orElse("no value")
                        + " and still shows "
                        + before(wanted, mark).map(Object::toString).orElse("no value")
                        + "; it may refuse the value, or another program writes it too");
    }

    private static boolean continues(List<Wanted> joined, Wanted next) {
        Wanted first = joined.get(0);
        Wanted last = joined.get(joined.size() - 1);
        return !next.register().kind().bits()
                && next.register().kind() == last.register().kind()
                && next.register().service().equals(last.register().service())
                && next.register().address() == last.end()
                && next.end() - first.register().address() <= ModbusPdu.MAX_WRITE_WORDS;
    }

    /** Writes neighbours by one request, unless none of them needs it. */
    private void put(
            List<Wanted> joined, WearRule rule, long since, String occasion, Deadline deadline)
            throws WriteRefused, LinkException {
        readUnread(joined, since, deadline);
        if (joined.stream().allMatch(wanted -> wanted.spared() && isHeld(wanted, since))) {
            return;
        }
        List<Wanted> changed =
                joined.stream()
                        .filter(wanted -> !wanted.spared() || !isHeld(wanted, since))
                        .toList();
        for (Wanted wanted : changed) {
            rule.check(wanted.register(), before(wanted, since), wanted.value());
        }
        if (rehearsal != null) {
            joined.forEach(wanted -> rehearsal.accept(planned(wanted, since)));
            return;
        }
        Register first = joined.get(0).register();
        int[] words =
                joined.stream().flatMapToInt(wanted -> IntStream.of(wanted.words())).toArray();
        link.write(unit(first), first.kind(), first.address(), words, deadline);
        for (Wanted wanted : changed) {
            wear.wrote(wanted.register(), before(wanted, since), wanted.value());
        }
        for (Wanted wanted : joined) {
            Optional<Object> before = before(wanted, since);
            audit.wrote(occasion, wanted.register(), before, wanted.value(), wanted.words());
        }
    }

    private PlannedWrite planned(Wanted wanted, long since) {
        return new PlannedWrite(
                units.of(wanted.register()).orElse(0),
                wanted.register(),
                before(wanted, since),
                wanted.value(),
                Arrays.stream(wanted.words()).boxed().toList());
    }

    private void readUnread(List<Wanted> joined, long since, Deadline deadline)
            throws LinkException {
        Set<Register> unread =
                joined.stream()
                        .filter(wanted -> since != LAST_KNOWN || wanted.spared())
                        .map(Wanted::register)
                        .filter(register -> register.access() != Access.W)
                        .filter(register -> !isFresh(register, since))
                        .collect(Collectors.toSet());
        reader.readNow(unread, deadline);
    }

    private boolean isFresh(Register register, long since) {
        return samples.of(register)
                .filter(sample -> since == LAST_KNOWN ? sample.read() : sample.mark() >= since)
                .isPresent();
    }

    private Optional<Sample> now(Wanted wanted, long since) {
        return samples.of(wanted.register())
                .filter(sample -> wanted.register().access() != Access.W)
                .filter(
                        sample ->
                                since == LAST_KNOWN
                                        ? sample.read()
                                        : sample.mark() >= since && sample.problem().isEmpty());
    }

    private boolean isHeld(Wanted wanted, long since) {
        return now(wanted, since)
                .filter(sample -> Arrays.equals(sample.words(), wanted.words()))
                .isPresent();
    }

    private Optional<Object> before(Wanted wanted, long since) {
        return now(wanted, since).map(Sample::value);
    }
}
