package io.wattwire.device.session;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.LinkException.Reason;
import io.wattwire.device.model.PointControl;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The points whose control is owed to the device because their commander is gone. What is owed is
 * tried until it is done, or until somebody commands the point again. Callers hold the turn.
 */
final class HandBack {

    /** Pace of tries after the device or a rule refused. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(HandBack.class);

    private static final class Owed {
        private final String why;
        private long notBefore;
        private boolean complained;

        private Owed(String why, long now) {
            this.why = why;
            this.notBefore = now;
        }
    }

    private final String owner;
    private final boolean allowed;
    private final LongSupplier clock;
    private final Function<Lexicon, ControlSequence> sequences;
    private final Map<String, Owed> owed = new LinkedHashMap<>();

    /**
     * @param allowed whether this session gives control back at all
     */
    HandBack(
            String owner,
            boolean allowed,
            LongSupplier clock,
            Function<Lexicon, ControlSequence> sequences) {
        this.owner = owner;
        this.allowed = allowed;
        this.clock = clock;
        this.sequences = sequences;
    }

    /** Whether a point goes back when its commander is gone. */
    boolean concerns(PointControl control) {
        return allowed && control.handsBack();
    }

    void owe(PointControl control, String why) {
        if (owed.putIfAbsent(control.point(), new Owed(why, clock.getAsLong())) == null) {
            LOG.info("{}: {} goes back to the device, as {}", owner, control.point(), why);
        }
    }

    /** Somebody commands the point again, or it was given back: nothing is owed any more. */
    void cancel(PointControl control) {
        owed.remove(control.point());
    }

    boolean owesNothing() {
        return owed.isEmpty();
    }

    /** Gives back what is due. */
    void perform(Lexicon lexicon, Deadline deadline) {
        for (String point : List.copyOf(owed.keySet())) {
            Owed debt = owed.get(point);
            if (clock.getAsLong() - debt.notBefore >= 0) {
                lexicon.control(point)
                        .ifPresent(control -> perform(lexicon, control, debt, deadline));
            }
        }
    }

    private void perform(Lexicon lexicon, PointControl control, Owed debt, Deadline deadline) {
        try {
            sequences.apply(lexicon).handBack(control, debt.why, deadline);
            owed.remove(control.point());
            LOG.info("{}: {} is back with the device", owner, control.point());
        } catch (WriteRefused refused) {
            postpone(control, debt, refused.getMessage());
        } catch (LinkException problem) {
            if (problem.reason() == Reason.EXCEPTION_ANSWER) {
                postpone(control, debt, problem.getMessage());
            } else {
                complain(control, debt, problem.getMessage());
            }
        }
    }

    private void postpone(PointControl control, Owed debt, String problem) {
        debt.notBefore = clock.getAsLong() + PAUSE.toNanos();
        complain(control, debt, problem);
    }

    private void complain(PointControl control, Owed debt, String problem) {
        if (!debt.complained) {
            debt.complained = true;
            LOG.warn(
                    "{}: {} is not back with the device yet and is tried until it is: {}",
                    owner,
                    control.point(),
                    problem);
        }
    }
}
