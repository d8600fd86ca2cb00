package io.wattwire.device.session;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.LinkException.Reason;
import io.wattwire.device.model.PointControl;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who commands a point: takes set-points, hands them to the {@link Defence}, ends them, and gives
 * control back that a commander, here or in an earlier run, has left behind. Callers hold the turn.
 */
final class SetPoints {

    private static final Logger LOG = LoggerFactory.getLogger(SetPoints.class);

    private final String owner;
    private final LinkWatch watch;
    private final LongSupplier clock;
    private final Function<Lexicon, ControlSequence> sequences;
    private final SavedSettings saved;
    private final Announcer announcer;
    private final HandBack handBack;
    private final Delivery delivery;
    private final Defence defence;
    private boolean searched;

    SetPoints(
            String owner,
            SessionSettings settings,
            LinkWatch watch,
            LongSupplier clock,
            SavedSettings saved,
            BatteryGuard battery,
            Haste haste,
            Function<Lexicon, ControlSequence> sequences) {
        this.owner = owner;
        this.watch = watch;
        this.clock = clock;
        this.saved = saved;
        this.sequences = sequences;
        announcer = new Announcer(owner, watch);
        handBack = new HandBack(owner, settings.handsBack(), clock, sequences);
        delivery = new Delivery(owner, watch, clock, battery, haste, announcer, sequences);
        defence =
                new Defence(
                        owner,
                        settings.setpointValid(),
                        watch,
                        clock,
                        haste,
                        delivery,
                        handBack,
                        sequences);
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
        Command before = defence.of(control);
        Command command = new Command(control, wanted, clock.getAsLong(), before);
        try {
            watch.refuseWhileWaiting();
            delivery.run(
                    lexicon,
                    command,
                    defence.all(),
                    delivery.trust(before, command),
                    occasion,
                    deadline);
            defence.begin(command);
            replaceOthers(lexicon, control);
        } catch (LinkException problem) {
            announcer.unsent(control, command.wanted(), problem.getMessage());
            boolean passes = problem.isPassing() && WriteGuard.isLimit(control);
            if (problem.reason() == Reason.EXCEPTION_ANSWER && !passes) {
                refused(lexicon, command, deadline);
            } else {
                defence.begin(command);
            }
            throw problem;
        } catch (WriteRefused refused) {
            takeBack(control);
            throw refused;
        }
        delivery.confirm(lexicon, command, deadline);
    }

    /**
     * A limit that the device refuses takes the place of the one before all the same, which is not
     * repeated any more. What the device obeys instead is shown at once.
     */
    private void refused(Lexicon lexicon, Command command, Deadline deadline) throws WriteRefused {
        takeBack(command.control());
        if (WriteGuard.isLimit(command.control())) {
            command.giveUpLimit(clock.getAsLong(), watch.returns());
            defence.begin(command);
            delivery.confirm(lexicon, command, deadline);
        }
    }

    /** A command that lasts no time ends what lasts. */
    private void end(Lexicon lexicon, PointControl control, Deadline deadline)
            throws WriteRefused, LinkException {
        watch.refuseWhileWaiting();
        sequences.apply(lexicon).handBack(control, "its owner ended it", deadline);
        defence.end(control);
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
                defence.end(other);
                saved.takeOver(other, control);
            }
        }
    }

    /** A first command that failed halfway leaves nobody who could be believed to command. */
    private void takeBack(PointControl control) throws WriteRefused {
        if (control.handsBack() && defence.of(control) == null && saved.exist(control)) {
            handBack.owe(control, "a command failed");
        }
    }

    /** Ends the defence of a point's set-point. */
    void forget(PointControl control) {
        defence.end(control);
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
        for (Command command : defence.all()) {
            if (handBack.concerns(command.control())) {
                defence.giveBack(command.control(), "its driver stops");
            }
        }
        handBack.perform(lexicon, deadline);
    }

    /** Whether a point is commanded that goes back when the session ends. */
    boolean holds() {
        return !handBack.owesNothing()
                || defence.all().stream().map(Command::control).anyMatch(handBack::concerns);
    }

    private List<PointControl> leftBehind(Lexicon lexicon) {
        return lexicon.controls().stream()
                .filter(handBack::concerns)
                .filter(control -> defence.of(control) == null)
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

    /** What keeps the device to what was commanded. */
    Defence defence() {
        return defence;
    }
}
