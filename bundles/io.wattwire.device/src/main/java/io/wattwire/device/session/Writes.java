package io.wattwire.device.session;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.model.Operation;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterWrite;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what somebody wants written, one after the other, past the guard. Thread-safe. */
final class Writes {

    private static final Logger LOG = LoggerFactory.getLogger(Writes.class);

    private final Engine engine;
    private final WriteGuard guard;
    private final WriteTurn turn;

    Writes(Engine engine, WriteTurn turn) {
        this.engine = engine;
        this.guard = engine.guard;
        this.turn = turn;
    }

    /** Writes a point or a register by its name. */
    void write(String name, Object value) throws WriteRefused, LinkException {
        Deadline deadline = engine.haste.deadline();
        guard.allowWriting();
        Lexicon lexicon = turn.recognised(deadline);
        turn.take(deadline, () -> write(lexicon, name, value, deadline));
    }

    private void write(Lexicon lexicon, String name, Object value, Deadline deadline)
            throws WriteRefused, LinkException {
        Optional<PointControl> control = lexicon.control(name);
        if (control.isPresent()) {
            command(lexicon, control.get(), value, deadline);
            return;
        }
        Optional<Operation> operation = lexicon.operation(name);
        if (operation.isPresent()) {
            new Operations(engine).run(lexicon, operation.get(), value, deadline);
            return;
        }
        Register register = register(lexicon, name);
        guard.allow(register);
        guard.allowBesideCap(register, lexicon.controls());
        engine.battery.allowBeside(register, lexicon.controls());
        WriteGuard.allowFinite(name, value);
        Register scaled = inScale(lexicon, register, deadline);
        engine.writer.encode(scaled, value);
        engine.watch.refuseWhileWaiting();
        put(scaled, value, false, name + " = " + value, deadline);
    }

    private void command(Lexicon lexicon, PointControl control, Object value, Deadline deadline)
            throws WriteRefused, LinkException {
        if (control instanceof DirectControl direct) {
            guard.allow(direct.register());
        }
        engine.battery.allowForced(control);
        double asked = WriteGuard.number(control.point(), value);
        OptionalDouble cap = guard.cap(control);
        double wanted = Math.min(asked, cap.orElse(asked));
        String occasion = control.point() + " = " + wanted;
        if (wanted < asked) {
            occasion += " (asked " + asked + ", lowered to the installer's cap)";
        }
        engine.setPoints.command(lexicon, control, wanted, occasion, deadline);
    }

    private static Register register(Lexicon lexicon, String name) throws WriteRefused {
        Optional<Point> point = lexicon.table().point(name);
        if (point.isPresent() && !point.get().writable()) {
            throw WriteGuard.readOnly(point.get());
        }
        if (point.filter(Point::writtenByCode).isPresent()) {
            throw new WriteRefused(
                    name + " cannot be commanded on this model; set the model if it is another");
        }
        String register = point.map(Point::write).orElse(name);
        return lexicon.table()
                .register(register)
                .orElseThrow(() -> new WriteRefused(lexicon.unknown(name)));
    }

    /** What scales a register is read anew before a value is written in its scale. */
    private Register inScale(Lexicon lexicon, Register register, Deadline deadline)
            throws LinkException {
        if (register.scaleBy().isEmpty()) {
            return register;
        }
        engine.watch.refuseWhileWaiting();
        engine.reader.readNow(lexicon.registers(Set.of(register.scaleBy())), deadline);
        return engine.samples.inScale(register);
    }

    private void put(
            Register register, Object value, boolean spared, String occasion, Deadline deadline)
            throws WriteRefused, LinkException {
        RegisterWrite write = new RegisterWrite(register.name(), value, spared);
        RegisterWriter.Wanted wanted = engine.writer.wanted(register, write);
        engine.writer.write(List.of(wanted), engine.samples.newMark(), occasion, deadline);
        if (!register.access().readable()) {
            return;
        }
        try {
            engine.reader.readNow(Set.of(register), deadline);
        } catch (LinkException later) {
            LOG.debug("{} is read back with the next cycle", register.name(), later);
        }
    }

    /**
     * Writes several registers: all pass the guard before the first is written, and those that hold
     * their value are left alone.
     */
    void restore(Map<String, Object> values) throws WriteRefused, LinkException {
        guard.allowWriting();
        Lexicon lexicon = turn.recognised(engine.haste.deadline());
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            Register register = engine.samples.inScale(register(lexicon, entry.getKey()));
            guard.allow(register);
            guard.allowBesideCap(register, lexicon.controls());
            engine.battery.allowBeside(register, lexicon.controls());
            engine.writer.encode(register, entry.getValue());
        }
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            Register register = engine.samples.inScale(register(lexicon, entry.getKey()));
            Deadline deadline = engine.haste.deadline();
            turn.take(deadline, () -> put(register, entry.getValue(), true, "restore", deadline));
        }
    }

    /** Gives back all points that were commanded. */
    void release() throws WriteRefused, LinkException {
        guard.allowWriting();
        Lexicon lexicon = turn.recognised(engine.haste.deadline());
        for (PointControl control : lexicon.controls()) {
            Deadline deadline = engine.haste.deadline();
            turn.take(
                    deadline,
                    () -> {
                        engine.setPoints.forget(control);
                        engine.sequence(lexicon).release(control, deadline);
                    });
        }
    }
}
