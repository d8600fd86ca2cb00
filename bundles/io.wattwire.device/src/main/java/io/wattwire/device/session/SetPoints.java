package io.wattwire.device.session;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.LinkException.Reason;
import io.wattwire.device.model.PointControl;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out set-points and keeps the device to the last one while its commander can be believed
 * to be alive. It never commands on its own account: it repeats what was commanded, and after
 * {@code setpoint.valid} not even that: then control goes back, where the point says so. Callers
 * hold the turn.
 */
final class SetPoints {

    /**
     * A device gets this long to show a set-point before it is compared, and between two
     * comparisons.
     */
    static final Duration SETTLING = Duration.ofSeconds(2);

    /** So often it is looked whether the device shows a limit that it has not shown yet. */
    private static final Duration LOOKS = Duration.ofMillis(900);

    private static final Logger LOG = LoggerFactory.getLogger(SetPoints.class);

    private final String owner;
    private final Duration valid;
    private final boolean handsBack;
    private final LinkWatch watch;
    private final LongSupplier clock;
    private final Function<Lexicon, ControlSequence> sequences;
    private final SavedSettings saved;
    private final BatteryGuard battery;
    private final Haste haste;
    private final Announcer announcer;
    private final HandBack handBack;
    private final Map<String, Command> commands = new LinkedHashMap<>();
    private boolean searched;
    private volatile int restarts;

    SetPoints(
            String owner,
            SessionSettings settings,
            LinkWatch watch,
            LongSupplier clock,
            SavedSettings saved,
            BatteryGuard battery,
            Haste haste,
            Function<Lexicon, ControlSequence> sequences) {
        this.saved = saved;
        this.battery = battery;
        this.haste = haste;
        this.announcer = new Announcer(owner, watch);
        this.handBack = new HandBack(owner, clock, sequences);
        this.owner = owner;
        this.valid = settings.setpointValid();
        this.handsBack = settings.handsBack();
        this.watch = watch;
        this.clock = clock;
        this.sequences = sequences;
    }

    /**
     * Makes the device obey a new set-point. One that could not be brought to the device is
     * remembered, and is the first thing the device hears when it answers again.
     */
    void command(
            Lexicon lexicon,
            PointControl control,
            double wanted,
            String occasion,
            Deadline deadline)
            throws WriteRefused, LinkException {
        if (control.lasts(wanted).filter(Duration::isZero).isPresent()) {
            end(lexicon, control, deadline);
            return;
        }
        Command before = commands.get(control.point());
        Command command = new Command(control, wanted, clock.getAsLong(), before);
        try {
            watch.refuseWhileWaiting();
            run(lexicon, command, trust(before, command), occasion, deadline);
            defend(command);
            replaceOthers(lexicon, control);
        } catch (LinkException problem) {
            announcer.unsent(control, command.wanted(), problem.getMessage());
            boolean passes = problem.isPassing() && WriteGuard.isLimit(control);
            if (problem.reason() == Reason.EXCEPTION_ANSWER && !passes) {
                refused(lexicon, command, deadline);
            } else {
                defend(command);
            }
            throw problem;
        } catch (WriteRefused refused) {
            takeBack(control);
            throw refused;
        }
        confirm(lexicon, command, deadline);
    }

    /** Reading first would delay a fall where answers take long. */
    private Trust trust(Command before, Command command) {
        OptionalLong confirmed =
                before == null ? OptionalLong.empty() : before.trusted(watch.returns());
        if (confirmed.isPresent()) {
            return Trust.since(confirmed.getAsLong());
        }
        boolean falls = WriteGuard.isLimit(command.control()) && command.isNoRise();
        return falls && haste.leavesNoTimeToRead()
                ? Trust.lastKnown(before == null || !before.answeredSince(watch.returns()))
                : Trust.NONE;
    }

    /**
     * A limit that the device refuses takes the place of the one before all the same, which is not
     * repeated any more. What the device obeys instead is shown at once.
     */
    private void refused(Lexicon lexicon, Command command, Deadline deadline) throws WriteRefused {
        takeBack(command.control());
        if (WriteGuard.isLimit(command.control())) {
            command.giveUpLimit(clock.getAsLong(), watch.returns());
            defend(command);
            confirm(lexicon, command, deadline);
        }
    }

    /** A command that lasts no time ends what lasts. */
    private void end(Lexicon lexicon, PointControl control, Deadline deadline)
            throws WriteRefused, LinkException {
        watch.refuseWhileWaiting();
        sequences.apply(lexicon).handBack(control, "its owner ended it", deadline);
        forget(control);
    }

    private void defend(Command command) {
        commands.put(command.control().point(), command);
        handBack.cancel(command.control());
    }

    /**
     * A battery obeys one set-point: a total ends those of its phases, a current that of a power.
     * Both repeated would fight each other.
     */
    private void replaceOthers(Lexicon lexicon, PointControl control) throws WriteRefused {
        for (PointControl other : lexicon.controls()) {
            boolean same =
                    other != control
                            && control.handsBack()
                            && other.handsBack()
                            && !Collections.disjoint(
                                    other.readBackRegisters(), control.readBackRegisters());
            if (same && saved.exist(other)) {
                commands.remove(other.point());
                handBack.cancel(other);
                saved.takeOver(other, control);
            }
        }
    }

    /** A first command that failed halfway leaves nobody who could be believed to command. */
    private void takeBack(PointControl control) throws WriteRefused {
        if (control.handsBack() && !commands.containsKey(control.point()) && saved.exist(control)) {
            handBack.owe(control, "a command failed");
        }
    }

    private void run(
            Lexicon lexicon, Command command, Trust trust, String occasion, Deadline deadline)
            throws WriteRefused, LinkException {
        String why = bound(lexicon, command, deadline);
        String said =
                why.isEmpty() ? occasion : occasion + ", held at " + command.wanted() + ": " + why;
        Duration expiry =
                sequences
                        .apply(lexicon)
                        .command(command.control(), command.wanted(), trust, said, deadline);
        announcer.sent(command.control());
        command.written(clock.getAsLong(), watch.returns(), expiry);
    }

    /**
     * Holds a command within the battery's bounds. It is never raised again: that is for whoever
     * commands.
     *
     * @return why it is held; empty when it is sent as asked
     */
    private String bound(Lexicon lexicon, Command command, Deadline deadline) throws LinkException {
        List<Double> others =
                commands.values().stream()
                        .filter(other -> isOtherPhase(command.control(), other.control()))
                        .map(Command::wanted)
                        .toList();
        BatteryGuard.Bounded bounded =
                battery.bound(lexicon, command.control(), command.wanted(), others, deadline);
        if (bounded.value() != command.wanted()) {
            command.hold(bounded.value());
            LOG.info(
                    "{}: {} = {} is held at {}, as {}",
                    owner,
                    command.control().point(),
                    command.asked(),
                    command.wanted(),
                    bounded.why());
        }
        return bounded.why();
    }

    private static boolean isOtherPhase(PointControl control, PointControl other) {
        String phase = "battery_power_setpoint_l";
        return control.point().startsWith(phase)
                && other.point().startsWith(phase)
                && !control.point().equals(other.point());
    }

    /**
     * A device that shows its set-point at once is believed at once; another one is compared later.
     */
    private void confirm(Lexicon lexicon, Command command, Deadline deadline) {
        if (haste.isSlow() || haste.isAwaited()) {
            return; // its answer would take the time of a newer command
        }
        try {
            ControlSequence sequence = sequences.apply(lexicon);
            ControlSequence.Shown shown = sequence.readBack(command.control(), deadline);
            if (sequence.obeys(command.control(), command.wanted(), shown.value())) {
                command.confirm(shown.mark(), watch.returns());
            }
        } catch (LinkException later) {
            LOG.debug("{}: {} is read back later", owner, command.control().point(), later);
        }
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
        for (Command command : List.copyOf(commands.values())) {
            if (haste.isAwaited()) {
                return; // a newer command comes first
            }
            double before = command.wanted();
            String why = bound(lexicon, command, deadline);
            if (isFallUntold(command)) {
                orRest(command, () -> tell(lexicon, command, deadline));
            } else if (command.wanted() != before) {
                repeat(lexicon, command, command.control().point() + " held, as " + why, deadline);
            } else if (command.isDue(
                    haste.settling(SETTLING), watch.returns(), clock.getAsLong())) {
                compare(lexicon, command, read.get(command.control()), deadline);
            } else if (WriteGuard.isLimit(command.control())
                    && command.isToBeLookedAt(haste.settling(LOOKS), clock.getAsLong())) {
                command.looked(clock.getAsLong());
                confirm(lexicon, command, deadline);
            }
        }
    }

    /** What is to be compared next, in a device that is told nothing before. */
    List<PointControl> due() {
        return commands.values().stream()
                .filter(command -> !isFallUntold(command))
                .filter(
                        command ->
                                command.isDue(
                                        haste.settling(SETTLING),
                                        watch.returns(),
                                        clock.getAsLong()))
                .map(Command::control)
                .toList();
    }

    /** Whether a fall did not reach the device yet, and should be the first that it hears. */
    private boolean isFallUntold(Command command) {
        return WriteGuard.isLimit(command.control())
                && command.isUntold()
                && command.isNoRise()
                && haste.leavesNoTimeToRead();
    }

    private void tell(Lexicon lexicon, Command command, Deadline deadline)
            throws WriteRefused, LinkException {
        String occasion = command.control().point() + ", which did not arrive before";
        run(lexicon, command, Trust.lastKnown(true), occasion, deadline);
        confirm(lexicon, command, deadline);
    }

    /** Ends the defence of what nobody repeated. */
    void lapse() {
        for (Command command : List.copyOf(commands.values())) {
            if (command.isOlderThan(command.valid(valid), clock.getAsLong())) {
                lapse(command);
            }
        }
    }

    private void lapse(Command command) {
        commands.remove(command.control().point());
        if (goesBack(command.control())) {
            handBack.owe(
                    command.control(),
                    "nobody commanded it for " + command.valid(valid).toSeconds() + " s");
            return;
        }
        LOG.info(
                "{}: {} = {} was not repeated for {} s; it is no longer defended",
                owner,
                command.control().point(),
                command.wanted(),
                command.valid(valid).toSeconds());
    }

    private interface Step {
        void run() throws WriteRefused, LinkException;
    }

    private void repeat(Lexicon lexicon, Command command, String occasion, Deadline deadline)
            throws LinkException {
        orRest(
                command,
                () -> {
                    run(lexicon, command, Trust.NONE, occasion, deadline);
                    confirm(lexicon, command, deadline);
                });
    }

    private void compare(Lexicon lexicon, Command command, Long mark, Deadline deadline)
            throws LinkException {
        orRest(command, () -> compareNow(lexicon, command, mark, deadline));
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

    private void compareNow(Lexicon lexicon, Command command, Long mark, Deadline deadline)
            throws WriteRefused, LinkException {
        PointControl control = command.control();
        ControlSequence sequence = sequences.apply(lexicon);
        ControlSequence.Shown shown =
                mark == null ? sequence.readBack(control, deadline) : sequence.shown(control, mark);
        OptionalDouble readBack = shown.value();
        boolean obeys = sequence.obeys(control, command.wanted(), readBack);
        if (obeys && !command.isExpiring(clock.getAsLong())) {
            command.confirm(shown.mark(), watch.returns());
            command.checked(clock.getAsLong(), watch.returns());
            return;
        }
        OptionalDouble expected = command.expected(watch.returns());
        if (expected.isPresent() && !sequence.obeys(control, expected.getAsDouble(), readBack)) {
            restarted(command, expected.getAsDouble(), readBack);
        }
        run(lexicon, command, Trust.since(shown.mark()), control.point() + " again", deadline);
        confirm(lexicon, command, deadline);
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

    /** Ends the defence of a point's set-point. */
    void forget(PointControl control) {
        commands.remove(control.point());
        handBack.cancel(control);
    }

    /**
     * Whether control of a point is owed to the device, or was when an earlier run ended.
     *
     * @param lexicon names of the model that answers, or of the whole family before it is known
     */
    boolean owes(Lexicon lexicon) {
        searched = searched || leftBehind(lexicon).isEmpty();
        return !searched || !handBack.owesNothing();
    }

    /**
     * Gives back what is owed; what was commanded in this run meanwhile is not.
     *
     * @param lexicon names of the model that answers
     */
    void handBack(Lexicon lexicon, Deadline deadline) {
        if (!searched) {
            leftBehind(lexicon)
                    .forEach(control -> handBack.owe(control, "an earlier run left it commanded"));
            searched = true;
        }
        handBack.perform(lexicon, deadline);
    }

    /** Everything that is commanded goes back: the session ends. */
    void handBackAll(Lexicon lexicon, Deadline deadline) {
        for (Command command : List.copyOf(commands.values())) {
            if (goesBack(command.control())) {
                commands.remove(command.control().point());
                handBack.owe(command.control(), "its driver stops");
            }
        }
        handBack.perform(lexicon, deadline);
    }

    /** Whether a point is commanded that goes back when the session ends. */
    boolean holds() {
        return !handBack.owesNothing()
                || commands.values().stream().anyMatch(command -> goesBack(command.control()));
    }

    private boolean goesBack(PointControl control) {
        return handsBack && control.handsBack();
    }

    private List<PointControl> leftBehind(Lexicon lexicon) {
        return lexicon.controls().stream()
                .filter(this::goesBack)
                .filter(control -> !commands.containsKey(control.point()))
                .filter(this::isSaved)
                .toList();
    }

    private boolean isSaved(PointControl control) {
        try {
            return saved.exist(control);
        } catch (WriteRefused unreadable) {
            LOG.warn("{}: {}", owner, unreadable.getMessage());
            return false;
        }
    }

    int restarts() {
        return restarts;
    }
}
