package io.wattwire.limit.supervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The supervisor with its memory: counters and lock-out outlive a restart, an excursion in progress
 * does not.
 *
 * <p>Any thread may call; calls are short, nothing waits for the disk. A disk that is full or
 * cannot be written is said, tried again each minute, and changes no decision. A memory that is
 * there and cannot be read means a lock-out, because there may have been one.
 */
public final class SupervisorKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SupervisorKeeper.class);
    private static final String FILE = "supervisor.state";

    /** How often the own clock is stored while something ages; so much a kill may take from it. */
    private static final long REGULARLY_NANOS = 600_000_000_000L;

    private static final long RETRY_NANOS = 60_000_000_000L;

    private final Saver saver;
    private SupervisorState state;
    private SupervisorState saved;
    private long triedNanos;

    private SupervisorKeeper(Saver saver, SupervisorState state) {
        this.saver = saver;
        this.state = state;
        this.saved = state;
    }

    /**
     * Takes the memory up again, or begins one.
     *
     * @param directory of the component's state; made with the first write
     * @param pid of the component, for the log
     * @param wallMillis what the wall clock shows, ms since 1970 UTC
     * @return a keeper that is to be closed
     */
    public static SupervisorKeeper open(Path directory, String pid, long wallMillis) {
        AtomicFile file = new AtomicFile(directory.resolve(FILE));
        return new SupervisorKeeper(
                new Saver(file, pid, "the supervisor's memory"), load(file, pid, wallMillis));
    }

    private static SupervisorState load(AtomicFile file, String pid, long wallMillis) {
        if (file.missing()) {
            return SupervisorState.START;
        }
        String why = "it is damaged";
        try {
            Optional<SupervisorState> read = file.read().flatMap(StateText::parse);
            if (read.isPresent()) {
                return read.get();
            }
        } catch (IOException e) {
            why = e.toString();
        }
        LOG.error("{}: {} cannot be read ({}): locked out", pid, file.path(), why);
        Event now = new Event(0, wallMillis);
        return SupervisorState.stored(
                0,
                List.of(),
                List.of(now),
                Optional.of(new LockOut(Cause.STATE_DAMAGED, Direction.EXPORT, now)),
                Counts.NONE.lockOut());
    }

    /**
     * Looks at the connection once, as {@link Supervisor#step} does.
     *
     * @param settings what was agreed; must have no problems
     * @param seen the newest observation
     * @param nowNanos on the monotonic clock that the observation was stamped with
     * @param wallMillis what the wall clock shows, ms since 1970 UTC
     * @return what to do
     */
    public synchronized SupervisorOutcome step(
            SupervisorSettings settings, GridObservation seen, long nowNanos, long wallMillis) {
        SupervisorOutcome outcome = Supervisor.step(settings, state, seen, nowNanos, wallMillis);
        state = outcome.state();
        if (remembersMore() || agedEnough() || shouldRetry(nowNanos)) {
            save(nowNanos);
        }
        return outcome;
    }

    /**
     * Ends a lock-out, if this role may do so now.
     *
     * @param settings what was agreed
     * @param role whoever asks; the caller has checked the installer's PIN
     * @param nowNanos on the monotonic clock
     * @return the answer
     */
    public synchronized ResetOutcome reset(SupervisorSettings settings, Role role, long nowNanos) {
        ResetOutcome reset = Supervisor.reset(settings, state, role);
        state = reset.state();
        if (reset.accepted()) {
            save(nowNanos);
        }
        return reset;
    }

    /**
     * Whether the memory is stored.
     *
     * @return what went wrong with the last attempt to write it; empty when nothing did
     */
    public String problem() {
        return saver.problem();
    }

    /** Stores what is not stored yet; waits for the disk up to 2 s. */
    @Override
    public synchronized void close() {
        if (remembersSomething() && !StateText.of(state).equals(StateText.of(saved))) {
            saver.save(StateText.of(state));
        }
        saver.close();
    }

    private void save(long nowNanos) {
        triedNanos = nowNanos;
        saved = state;
        saver.save(StateText.of(state));
    }

    /** Short excursions are only counted: they are stored with the next regular write. */
    private boolean remembersMore() {
        return !state.events().equals(saved.events())
                || !state.lockOuts().equals(saved.lockOuts())
                || !state.lockOut().equals(saved.lockOut())
                || state.counts().events() != saved.counts().events();
    }

    private boolean agedEnough() {
        return remembersSomething()
                && state.supervisedNanos() - saved.supervisedNanos() >= REGULARLY_NANOS;
    }

    private boolean remembersSomething() {
        return !state.events().isEmpty()
                || !state.lockOuts().isEmpty()
                || !state.counts().equals(saved.counts());
    }

    private boolean shouldRetry(long nowNanos) {
        return !saver.problem().isEmpty() && nowNanos - triedNanos >= RETRY_NANOS;
    }
}
