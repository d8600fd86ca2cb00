package io.wattwire.device.session;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.LinkException.Reason;
import io.wattwire.device.model.PointControl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a device to what it was commanded, and gives back to it what nobody commands any more.
 * Thread-safe.
 */
final class Upkeep {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final Engine engine;
    private final WriteTurn turn;
    private volatile String lastRefusal = "";

    Upkeep(Engine engine, WriteTurn turn) {
        this.engine = engine;
        this.turn = turn;
    }

    /**
     * Gives back what nobody commands any more.
     *
     * @return whether nothing is owed to the device now
     */
    boolean handBack() {
        Deadline deadline = engine.haste.deadline();
        try {
            if (!owes(deadline)) {
                return true;
            }
            engine.watch.refuseWhileWaiting();
            Lexicon lexicon = turn.recognised(deadline);
            turn.take(deadline, () -> engine.setPoints.handBack(lexicon, deadline));
            return !owes(deadline);
        } catch (LinkException later) {
            LOG.debug("control is handed back later", later);
        } catch (WriteRefused refused) {
            if (!refused.getMessage().equals(lastRefusal)) {
                lastRefusal = refused.getMessage();
                LOG.warn("control cannot be handed back yet: {}", lastRefusal);
            }
        }
        return false;
    }

    private boolean owes(Deadline deadline) throws WriteRefused, LinkException {
        AtomicBoolean owes = new AtomicBoolean();
        turn.take(
                deadline,
                () -> {
                    engine.setPoints.defence().lapse();
                    owes.set(engine.setPoints.owes(engine.recognition.known().lexicon()));
                });
        return owes.get();
    }

    /** Gives back all that is commanded, as far as the device answers; writes no more after. */
    void close() {
        Deadline deadline = engine.haste.deadline();
        try {
            turn.take(deadline, () -> closeInTurn(deadline));
        } catch (LinkException | WriteRefused later) {
            LOG.debug("the next start hands back what is commanded", later);
        }
        turn.close();
    }

    private void closeInTurn(Deadline deadline) throws LinkException {
        turn.close();
        if (engine.setPoints.holds()) {
            engine.watch.refuseWhileWaiting();
            engine.setPoints.handBackAll(engine.recognition.known().lexicon(), deadline);
        }
    }

    /** Keeps the device to its set-points, unless a write is under way, which does the same. */
    void tend(Deadline deadline) throws LinkException {
        if (!engine.recognition.isSettled()) {
            return;
        }
        Lexicon lexicon = engine.recognition.known().lexicon();
        Map<PointControl, Long> read = engine.haste.isSlow() ? read(lexicon, deadline) : Map.of();
        turn.takeIfFree(() -> engine.setPoints.defence().tend(lexicon, read, deadline));
    }

    /** Reads what is to be compared before it takes the turn, so that no command waits for it. */
    private Map<PointControl, Long> read(Lexicon lexicon, Deadline deadline) throws LinkException {
        List<PointControl> due = new ArrayList<>();
        turn.takeIfFree(() -> due.addAll(engine.setPoints.defence().due()));
        Map<PointControl, Long> marks = new HashMap<>();
        for (PointControl control : due) {
            try {
                marks.put(control, engine.sequence(lexicon).readQuietly(control, deadline));
            } catch (LinkException problem) {
                if (problem.reason() != Reason.EXCEPTION_ANSWER
                        && problem.reason() != Reason.PART_SILENT) {
                    throw problem;
                }
            }
        }
        return marks;
    }
}
