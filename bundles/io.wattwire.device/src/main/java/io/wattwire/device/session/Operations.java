package io.wattwire.device.session;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.model.Operation;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.session.RegisterWriter.Wanted;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out a brand's own commands: nothing reaches the wire before all writes have passed the
 * guard. Callers hold the turn.
 */
final class Operations {

    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);

    private final Engine engine;

    Operations(Engine engine) {
        this.engine = engine;
    }

    /**
     * @throws WriteRefused when a rule forbids it
     * @throws LinkException when the device does not answer, refuses, or does not keep what was
     *     written
     */
    void run(Lexicon lexicon, Operation operation, Object value, Deadline deadline)
            throws WriteRefused, LinkException {
        engine.guard.allow(operation);
        WriteGuard.allowFinite(operation.name(), value);
        engine.watch.refuseWhileWaiting();
        long mark = engine.samples.newMark();
        engine.reader.readNow(lexicon.registers(operation.inputs()), deadline);
        List<Wanted> wanted = new ArrayList<>();
        for (RegisterWrite write : writes(lexicon, operation, value, mark)) {
            Register register = lexicon.table().register(write.register()).orElseThrow();
            engine.guard.allowBesideCap(register, lexicon.controls());
            engine.battery.allowBeside(register, lexicon.controls());
            wanted.add(engine.writer.wanted(engine.samples.inScale(register), write));
        }
        String occasion = operation.name() + " = " + value;
        if (operation.stays()) {
            engine.writer.write(wanted, mark, occasion, deadline);
        } else {
            engine.writer.writeMoving(wanted, mark, occasion, deadline);
        }
        refresh(lexicon, operation, deadline);
    }

    /** What was shown before the command would be shown until the next cycle. */
    private void refresh(Lexicon lexicon, Operation operation, Deadline deadline) {
        try {
            engine.reader.readNow(lexicon.registers(operation.readBackRegisters()), deadline);
        } catch (LinkException later) {
            LOG.debug("{} is read back with the next cycle", operation.name(), later);
        }
    }

    private List<RegisterWrite> writes(
            Lexicon lexicon, Operation operation, Object value, long mark) throws WriteRefused {
        View now = new View(engine.samples, mark, "", engine.overrides);
        try {
            return operation.commands(
                    value,
                    name ->
                            lexicon.table()
                                    .register(name)
                                    .filter(register -> now.problem(register).isEmpty())
                                    .flatMap(register -> now.value(name)));
        } catch (IllegalArgumentException impossible) {
            throw new WriteRefused(impossible.getMessage());
        }
    }
}
