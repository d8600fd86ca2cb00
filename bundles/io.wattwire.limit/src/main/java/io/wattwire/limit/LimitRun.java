package io.wattwire.limit;

import io.wattwire.device.wire.Gate;
import io.wattwire.limit.law.Command;
import io.wattwire.limit.law.Decision;
import io.wattwire.limit.law.LimitSettings;
import io.wattwire.limit.law.LimitSettings.Mode;
import io.wattwire.limit.law.LimitSettings.Unit;
import io.wattwire.limit.law.LimitState;
import io.wattwire.limit.law.Limiter;
import io.wattwire.limit.law.Readings;
import io.wattwire.limit.law.Reason;
import io.wattwire.limit.supervisor.SupervisorOutcome;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One step of the limit after another: evaluate, write, tell. Only the limit's thread is here. */
final class LimitRun implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(LimitRun.class);
    private static final long STATUS_NANOS = 1_000_000_000L;

    private final String pid;
    private final Supplier<Configured> configuration;
    private final Supplier<Readings> readings;
    private final Guard guard;
    private final Witness witness;
    private final Claimant claimant;
    private final Ports ports;
    private final Gate gate;
    private final LongSupplier nanos;
    private final LongSupplier wallMillis;
    private final Outlet outlet;
    private final PhaseLog log;
    private final DayClock clock = new DayClock();
    private final Ending ending = new Ending();

    private Chosen chosen;
    private LimitState state;
    private Set<Reason> told = Set.of();
    private List<String> toldTexts = List.of();
    private String toldProblem = "";
    private long toldNanos;
    private boolean toldOnce;
    private boolean silenced;

    LimitRun(
            String pid,
            Supplier<Configured> configuration,
            Supplier<Readings> readings,
            Guard guard,
            Witness witness,
            Claimant claimant,
            Ports ports,
            Gate gate,
            LongSupplier nanos,
            LongSupplier wallMillis) {
        this.pid = pid;
        this.configuration = configuration;
        this.readings = readings;
        this.guard = guard;
        this.witness = witness;
        this.claimant = claimant;
        this.ports = new TimedPorts(ports, nanos, problem -> LOG.warn("{}: {}", pid, problem));
        this.gate = gate;
        this.nanos = nanos;
        this.wallMillis = wallMillis;
        this.outlet = new Outlet(this.ports, gate);
        this.log = new PhaseLog(pid);
        this.chosen = configuration.get().chosen();
        this.state = witness.resume(LimitState.start(units().size(), nanos.getAsLong()));
    }

    private List<Unit> units() {
        return chosen.settings().units();
    }

    /** How the limit is ended. */
    Ending ending() {
        return ending;
    }

    @Override
    public void run() {
        if (ending.over()) {
            return;
        }
        boolean last = ending.asked();
        try {
            step(last);
        } finally {
            if (last) {
                ending.done();
            }
        }
    }

    private void step(boolean last) {
        long now = nanos.getAsLong();
        long wall = wallMillis.getAsLong();
        Configured configured = mayCommand(configuration.get(), now);
        adopt(configured.chosen(), now);
        Readings real = clock.addTo(readings.get(), chosen.settings(), now, wall);
        SupervisorOutcome supervised = guard.look(chosen.supervisor(), real, now, wall);
        Readings seen = chosen.shadow() ? ShadowReadings.of(real, units(), state) : real;
        LimitSettings open =
                supervised.lockedOut() ? LockedOut.of(chosen.settings()) : chosen.settings();
        LimitSettings settings = last || silenced ? Ending.closed(open) : open;
        LimitState before = state;
        Decision decision = Limiter.decide(settings, before, seen, now);
        state = decision.state();
        witness.saw(settings, before, seen, now, decision);
        write(decision, wall);
        boolean changed = log.changes(units(), before, decision) || decision.emit();
        changed |= !decision.reasons().equals(told) || !configured.problem().equals(toldProblem);
        changed |= supervised.texts().size() != toldTexts.size();
        if (changed || !toldOnce || now - toldNanos >= STATUS_NANOS) {
            tell(configured, decision, supervised, now);
        }
    }

    /**
     * Two limits on one inverter: the one that may not command it says so, and starts anew later.
     */
    private Configured mayCommand(Configured configured, long now) {
        String refusal = claimant.refusal(configured.chosen(), now);
        boolean was = silenced;
        silenced = !refusal.isEmpty();
        if (was && !silenced) {
            state = LimitState.start(units().size(), now).withBalance(state.balance());
        }
        return silenced ? new Configured(configured.chosen(), refusal) : configured;
    }

    private void write(Decision decision, long wall) {
        if (chosen.shadow() || silenced) {
            return;
        }
        for (Unit unit : units()) {
            Command command = decision.command(unit.number());
            if (command.emit()) {
                outlet.write(unit, command, wall);
            }
        }
        if (decision.battery().emit()) {
            outlet.write(units().size() + 1, decision.battery());
        }
    }

    private String problems() {
        String ledger = witness.problem();
        String both = guard.problem().isEmpty() || ledger.isEmpty() ? "" : "; ";
        return guard.problem() + both + ledger;
    }

    /** The limit in force stays as it is; a higher one has to be earned. */
    private void adopt(Chosen newest, long now) {
        if (newest.equals(chosen)) {
            return;
        }
        // what was only thought to be written in shadow mode has to be written now
        boolean anew =
                newest.shadow() != chosen.shadow()
                        || !modes(newest.settings()).equals(modes(chosen.settings()));
        if (anew) {
            state =
                    LimitState.start(newest.settings().units().size(), now)
                            .withBalance(state.balance());
        } else if (!newest.sources().equals(chosen.sources())) {
            state = state.withNewSources();
        }
        chosen = newest;
    }

    private static List<Mode> modes(LimitSettings settings) {
        return settings.units().stream().map(Unit::mode).toList();
    }

    private void note(String problem, List<String> texts, long now) {
        if (!problem.equals(toldProblem) && !problem.isEmpty()) {
            witness.note("configuration: " + problem, now);
        }
        if (texts.size() != toldTexts.size()) {
            texts.forEach(text -> witness.note("supervisor: " + text, now));
        }
    }

    private void tell(
            Configured configured, Decision decision, SupervisorOutcome supervised, long now) {
        note(configured.problem(), supervised.texts(), now);
        toldNanos = now;
        toldOnce = true;
        toldProblem = configured.problem();
        told = decision.reasons();
        toldTexts = supervised.texts();
        long wall = wallMillis.getAsLong();
        StatusRecord.Moment moment =
                new StatusRecord.Moment(
                        pid,
                        new Configured(chosen, configured.problem()),
                        decision,
                        supervised,
                        problems(),
                        outlet.writesToday(wall),
                        now,
                        wall);
        gate.pass(() -> ports.status(StatusRecord.of(moment)));
    }
}
