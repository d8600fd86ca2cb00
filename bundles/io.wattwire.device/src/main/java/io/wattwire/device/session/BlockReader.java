package io.wattwire.device.session;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.LinkException.Reason;
import io.wattwire.device.link.Priority;
import io.wattwire.device.model.Presence;
import io.wattwire.device.model.Register;
import io.wattwire.device.plan.Block;
import io.wattwire.device.plan.Cost;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Reads batches into the samples, and splits those that the device refuses until it knows which
 * register is to blame.
 */
final class BlockReader {

    /** How the problem of a register begins that the device turned out not to have. */
    static final String HOLE = "this device does not have it";

    private static final int ILLEGAL_ADDRESS = 2;
    private static final int ILLEGAL_VALUE = 3;

    private final DeviceLink link;
    private final Samples samples;
    private final Planning planning;
    private final ServiceUnits units;
    private final PresenceCheck presence;

    BlockReader(
            DeviceLink link,
            Samples samples,
            Planning planning,
            ServiceUnits units,
            PresenceCheck presence) {
        this.link = link;
        this.samples = samples;
        this.planning = planning;
        this.units = units;
        this.presence = presence;
    }

    /**
     * Reads one batch.
     *
     * @return what to read in its place from now on: the batch itself, or smaller ones when it was
     *     refused
     * @throws LinkException when the device does not answer; silence of a part of it fails just
     *     that part's registers
     */
    List<Batch> read(Batch batch, Priority priority, Deadline deadline) throws LinkException {
        return read(batch, priority, deadline, false);
    }

    /**
     * The same for what is needed now, so that a device that is in trouble fails it all.
     *
     * @param needed whether an exception answer other than "not there" is thrown
     */
    List<Batch> read(Batch batch, Priority priority, Deadline deadline, boolean needed)
            throws LinkException {
        if (batch.unit().isEmpty()) {
            batch.registers().forEach(register -> samples.bad(register, units.missing(register)));
            return List.of(batch);
        }
        if (!fits(batch.block(), deadline)) {
            fail(
                    batch.registers(),
                    "no time left in this cycle; raise read.deadline.ms or read fewer values");
            return List.of(batch);
        }
        String absence = absence(batch, priority, deadline, needed);
        if (!absence.isEmpty()) {
            fail(batch.registers(), absence);
            return List.of(batch);
        }
        try {
            store(batch, link.read(batch.unit().getAsInt(), batch.block(), priority, deadline));
            return List.of(batch);
        } catch (LinkException problem) {
            if (problem.reason() == Reason.EXCEPTION_ANSWER) {
                return refused(batch, problem, priority, deadline, needed);
            }
            fail(batch.registers(), problem.getMessage());
            if (problem.reason() == Reason.PART_SILENT && !needed) {
                return List.of(batch);
            }
            throw problem;
        }
    }

    /** Why a batch is not asked for, after asking whether its part is there; empty when it is. */
    private String absence(Batch batch, Priority priority, Deadline deadline, boolean needed)
            throws LinkException {
        Optional<Presence> part = presence.needed(batch.registers());
        if (part.isEmpty()) {
            return "";
        }
        Optional<Register> teller = presence.toAsk(part.get());
        if (teller.isPresent()) {
            readAll(List.of(teller.get()), priority, deadline, needed);
        }
        return presence.absence(part.get());
    }

    /**
     * Reads what is not known yet, for a sequence that needs it now.
     *
     * @throws LinkException when the device or the part in question does not answer, or not now:
     *     what it does not have is just missing
     */
    void readNow(Collection<Register> registers, Deadline deadline) throws LinkException {
        for (Batch batch : planning.batches(registers)) {
            read(batch, Priority.CONTROL, deadline, true);
        }
    }

    /** The same, but a command goes first. */
    void readUnhurried(Collection<Register> registers, Deadline deadline) throws LinkException {
        for (Batch batch : planning.batches(registers)) {
            read(batch, Priority.FAST, deadline, true);
        }
    }

    boolean fits(Block block, Deadline deadline) {
        Cost cost = planning.cost();
        double micros = cost.fixedMicros() + cost.perWordMicros() * block.count();
        return TimeUnit.NANOSECONDS.toMicros(deadline.remainingNanos()) > micros;
    }

    private List<Batch> refused(
            Batch batch,
            LinkException problem,
            Priority priority,
            Deadline deadline,
            boolean needed)
            throws LinkException {
        int code = problem.modbusException();
        if (code != ILLEGAL_ADDRESS && code != ILLEGAL_VALUE) {
            fail(batch.registers(), problem.getMessage());
            // what needs a part that is not there says so itself, better than the gateway does
            if (needed && !DeviceLink.isGatewayAnswer(problem)) {
                throw problem;
            }
            return List.of(batch);
        }
        List<Register> registers = batch.registers();
        if (registers.size() == 1) {
            planning.learnHole(registers.get(0));
            fail(registers, HOLE + ": " + problem.getMessage());
            return List.of();
        }
        int middle = registers.size() / 2;
        List<Register> low = registers.subList(0, middle);
        List<Register> high = registers.subList(middle, registers.size());
        List<Batch> instead = new ArrayList<>(readAll(low, priority, deadline, needed));
        instead.addAll(readAll(high, priority, deadline, needed));
        if (allGood(registers)) {
            planning.learnBorder(high.get(0));
        }
        return instead;
    }

    private List<Batch> readAll(
            List<Register> registers, Priority priority, Deadline deadline, boolean needed)
            throws LinkException {
        List<Batch> instead = new ArrayList<>();
        for (Batch part : planning.batches(registers)) {
            instead.addAll(read(part, priority, deadline, needed));
        }
        return instead;
    }

    private boolean allGood(List<Register> registers) {
        return registers.stream()
                .allMatch(
                        register ->
                                samples.of(register)
                                        .filter(sample -> sample.problem().isEmpty())
                                        .isPresent());
    }

    private void store(Batch batch, int[] answer) {
        for (Register register : batch.registers()) {
            int from = register.address() - batch.block().address();
            int[] words = Arrays.copyOfRange(answer, from, from + register.type().words());
            samples.good(register, words);
        }
    }

    private void fail(List<Register> registers, String problem) {
        registers.forEach(register -> samples.bad(register, problem));
    }
}
