package io.wattwire.device.session;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.LinkException.Reason;
import io.wattwire.device.model.PointControl;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the device to what was commanded last while the commander can be believed to be alive. It
 * never commands on its own account: it repeats, and after {@code setpoint.valid} not even that:
 * then control goes back, where the point says so. Callers hold the turn.
 */
final class Defence {

    /**
     * A device gets this long to show a set-point before it is compared, and between two
     * comparisons.
     */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(Defence.class);

    private final String owner;
    private final Duration valid;
    private final LinkWatch watch;
    private final LongSupplier clock;
    private final Haste haste;
    private final Delivery delivery;
    private final HandBack handBack;
    private final Function<Lexicon, ControlSequence> sequences;
    private final Map<String, Command> commands = new LinkedHashMap<>();
    private volatile int restarts;

    Defence(
            String owner,
            Duration valid,
            LinkWatch watch,
            LongSupplier clock,
            Haste haste,
            Delivery delivery,
            HandBack handBack,
            Function<Lexicon, ControlSequence> sequences) {
        this.owner = owner;
        this.valid = valid;
        this.watch = watch;
        this.clock = clock;
        this.haste = haste;
        this.delivery = delivery;
        this.handBack = handBack;
        this.sequences = sequences;
    }

    /** From now on this one instead of the point's earlier command. */
    void begin(Command command) {
        commands.put(command.control().point(), command);
        handBack.cancel(command.control());
    }

    /** Ends the defence of a point's set-point; nothing is owed for it either. */
    void end(PointControl control) {
        commands.remove(control.point());
        handBack.cancel(control);
    }

    /** {@return what is defended at a point; null when nothing is} */
    Command of(PointControl control) {
        return commands.get(control.point());
    }

    /** {@return all that is defended now, oldest first} */
    Collection<Command> all() {
        return List.copyOf(commands.values());
    }

    /** The commander is gone: control of the point is owed to the device. */
    void giveBack(PointControl control, String why) {
        commands.remove(control.point());
        handBack.owe(control, why);
    }

    /**
     * Compares what the device obeys with what was commanded, where that is due, and repeats the
     * command where they differ.
     *
     * @param read marks of what was read for it already
     * @throws LinkException when the device does not answer
     */
    void tend(Lexicon lexicon, Map<PointControl, Long> read, Deadline deadline)
            throws LinkException {
        lapse();
        for (Command command : all()) {
            if (haste.isAwaited()) {
                return; // a newer command comes first
            }
            orRest(command, step(lexicon, command, read.get(command.control()), deadline));
        }
    }

    private Step step(Lexicon lexicon, Command command, Long mark, Deadline deadline)
            throws LinkException {
        String point = command.control().point();
        double before = command.wanted();
        String why = delivery.bound(lexicon, command, commands.values(), deadline);
        if (isFallUntold(command)) {
            String occasion = point + ", which did not arrive before";
            return () -> repeat(lexicon, command, Trust.lastKnown(true), occasion, deadline);
        }
        if (command.wanted() != before) {
            String occasion = point + " held, as " + why;
            return () -> repeat(lexicon, command, Trust.NONE, occasion, deadline);
        }
        if (isDue(command)) {
            return () -> compare(lexicon, command, mark, deadline);
        }
        return () -> delivery.look(lexicon, command, deadline);
    }

    /** What is to be compared next, in a device that is told nothing before. */
    List<PointControl> due() {
        return commands.values().stream()
                .filter(command -> !isFallUntold(command))
                .filter(this::isDue)
                .map(Command::control)
                .toList();
    }

    private boolean isDue(Command command) {
        return command.isDue(haste.settling(SETTLING), watch.returns(), clock.getAsLong());
    }

    /** Whether a fall did not reach the device yet, and should be the first that it hears. */
    private boolean isFallUntold(Command command) {
        return WriteGuard.isLimit(command.control())
                && command.isUntold()
                && command.isNoRise()
                && haste.leavesNoTimeToRead();
    }

    /** Ends the defence of what nobody repeated. */
    void lapse() {
        for (Command command : all()) {
            if (command.isOlderThan(command.valid(valid), clock.getAsLong())) {
                lapse(command, command.valid(valid).toSeconds());
            }
        }
    }

    private void lapse(Command command, long seconds) {
        PointControl control = command.control();
        if (handBack.concerns(control)) {
            giveBack(control, "nobody commanded it for " + seconds + " s");
            return;
        }
        commands.remove(control.point());
        LOG.info(
                "{}: {} = {} was not repeated for {} s; it is no longer defended",
                owner,
                control.point(),
                command.wanted(),
                seconds);
    }

    private interface Step {
        void run() throws WriteRefused, LinkException;
    }

    private void repeat(
            Lexicon lexicon, Command command, Trust trust, String occasion, Deadline deadline)
            throws WriteRefused, LinkException {
        delivery.run(lexicon, command, commands.values(), trust, occasion, deadline);
        delivery.confirm(lexicon, command, deadline);
    }

    /** What the device or a rule refuses rests until somebody commands anew. */
    private void orRest(Command command, Step step) throws LinkException {
        try {
            step.run();
        } catch (WriteRefused refused) {
            giveUp(command, refused.getMessage());
        } catch (LinkException problem) {
            if (problem.reason() == Reason.PART_SILENT || problem.isPassing()) {
                command.checked(clock.getAsLong(), watch.returns());
            } else if (problem.reason() == Reason.EXCEPTION_ANSWER) {
                giveUp(command, problem.getMessage());
            } else {
                throw problem;
            }
        }
    }

    private void compare(Lexicon lexicon, Command command, Long mark, Deadline deadline)
            throws WriteRefused, LinkException {
        PointControl control = command.control();
        ControlReading device = sequences.apply(lexicon).reading();
        ControlReading.Shown shown =
                mark == null ? device.readBack(control, deadline) : device.shown(control, mark);
        OptionalDouble readBack = shown.value();
        boolean obeys = device.obeys(control, command.wanted(), readBack);
        if (obeys && !command.isExpiring(clock.getAsLong())) {
            command.confirm(shown.mark(), watch.returns());
            command.checked(clock.getAsLong(), watch.returns());
            return;
        }
        OptionalDouble expected = command.expected(watch.returns());
        if (expected.isPresent() && !device.obeys(control, expected.getAsDouble(), readBack)) {
            restarted(command, expected.getAsDouble(), readBack);
        }
        repeat(lexicon, command, Trust.since(shown.mark()), control.point() + " again", deadline);
    }

    private void restarted(Command command, double expected, OptionalDouble readBack) {
        restarts++;
        LOG.warn(
                "{}: {} is {} instead of {}, as after a restart (number {}); commanded again",
                owner,
                command.control().point(),
                readBack.isPresent() ? readBack.getAsDouble() : "unknown",
                expected,
                restarts);
    }

    private void giveUp(Command command, String why) {
        if (WriteGuard.isLimit(command.control())) {
            command.giveUpLimit(clock.getAsLong(), watch.returns());
        } else {
            command.giveUp();
        }
        LOG.warn("{}: {} is not repeated: {}", owner, command.control().point(), why);
    }

    /** {@return how often the device had forgotten what it confirmed} */
    int restarts() {
        return restarts;
    }
}
