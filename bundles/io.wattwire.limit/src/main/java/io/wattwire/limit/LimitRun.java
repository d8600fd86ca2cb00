package io.wattwire.limit;

import io.wattwire.device.wire.Gate;
import io.wattwire.limit.law.Command;
import io.wattwire.limit.law.Decision;
import io.wattwire.limit.law.LimitSettings;
import io.wattwire.limit.law.LimitSettings.Mode;
import io.wattwire.limit.law.LimitState;
import io.wattwire.limit.law.Limiter;
import io.wattwire.limit.law.Phase;
import io.wattwire.limit.law.Readings;
import io.wattwire.limit.law.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.kura.type.TypedValues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One step of the limit after another: evaluate, write, tell. Only the limit's thread is here. */
final class LimitRun implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(LimitRun.class);
    private static final long STATUS_NANOS = 1_000_000_000L;
    private static final long SLOW_NANOS = 250_000_000L;
    private static final String INVERTER_LIMIT = "inverter_power_limit";
    private static final String EXPORT_LIMIT = "grid_export_limit";

    private final String pid;
    private final Supplier<Configured> configuration;
    private final Supplier<Readings> readings;
    private final Ports ports;
    private final Gate gate;
    private final LongSupplier nanos;
    private final LongSupplier wallMillis;

    private Chosen chosen;
    private LimitState state;
    private Set<Reason> told = Set.of();
    private String toldProblem = "";
    private long toldNanos;
    private boolean toldOnce;
    private boolean saidSlow;
    private LocalDate day = LocalDate.EPOCH;
    private long writesToday;

    LimitRun(
            String pid,
            Supplier<Configured> configuration,
            Supplier<Readings> readings,
            Ports ports,
            Gate gate,
            LongSupplier nanos,
            LongSupplier wallMillis) {
        this.pid = pid;
        this.configuration = configuration;
        this.readings = readings;
        this.ports = ports;
        this.gate = gate;
        this.nanos = nanos;
        this.wallMillis = wallMillis;
        this.chosen = configuration.get().chosen();
        this.state = LimitState.start(1, nanos.getAsLong());
    }

    @Override
    public void run() {
        long now = nanos.getAsLong();
        Configured configured = configuration.get();
        adopt(configured.chosen(), now);
        LimitState before = state;
        Decision decision = Limiter.decide(chosen.settings(), before, readings.get(), now);
        state = decision.state();
        for (Command command : decision.commands()) {
            if (command.emit()) {
                write(command.limitW());
            }
        }
        boolean changed = logs(before, decision) || decision.emit();
        changed |= !configured.problem().equals(toldProblem);
        if (changed || !toldOnce || now - toldNanos >= STATUS_NANOS) {
            tell(configured, decision, now);
        }
    }

    /** The limit in force stays as it is; a higher one has to be earned. */
    private void adopt(Chosen newest, long now) {
        if (newest.equals(chosen)) {
            return;
        }
        if (mode(newest.settings()) != mode(chosen.settings())) {
            state = LimitState.start(1, now);
        } else if (!newest.sources().equals(chosen.sources())) {
            state = state.withNewSources();
        }
        chosen = newest;
    }

    private static Mode mode(LimitSettings settings) {
        return settings.units().get(0).mode();
    }

    private void write(double limitW) {
        LocalDate today =
                Instant.ofEpochMilli(wallMillis.getAsLong())
                        .atZone(ZoneId.systemDefault())
                        .toLocalDate();
        writesToday = today.equals(day) ? writesToday + 1 : 1;
        day = today;
        String channel = mode(chosen.settings()) == Mode.REGULATE ? INVERTER_LIMIT : EXPORT_LIMIT;
        gate.pass(() -> ports.inverter(Map.of(channel, TypedValues.newDoubleValue(limitW))));
    }

    private void tell(Configured configured, Decision decision, long now) {
        toldNanos = now;
        toldOnce = true;
        toldProblem = configured.problem();
        told = decision.reasons();
        long wall = wallMillis.getAsLong();
        gate.pass(
                () ->
                        ports.status(
                                StatusRecord.of(
                                        pid, configured, decision, writesToday, now, wall)));
        boolean slow = nanos.getAsLong() - now > SLOW_NANOS;
        if (slow && !saidSlow) {
            LOG.warn("{}: a receiver holds the limit up: put a Fifo between it and port 0", pid);
        }
        saidSlow = slow;
    }

    /** {@return whether something changed that a person would want to know} */
    private boolean logs(LimitState before, Decision decision) {
        Phase phase = decision.state().unit(1).phase();
        if (phase != before.unit(1).phase()) {
            String why = StatusRecord.reasons(decision);
            double limitW = decision.state().unit(1).limitW();
            if (phase == Phase.ALARM) {
                LOG.error("{}: alarm, limit {} W: {}", pid, limitW, why);
            } else if (phase == Phase.FALL_BACK) {
                LOG.warn("{}: fall-back, limit {} W: {}", pid, limitW, why);
            } else if (phase != Phase.HOLDING && before.unit(1).phase() != Phase.HOLDING) {
                LOG.info("{}: {}, limit {} W {}", pid, phase.text(), limitW, why);
            }
        }
        return phase != before.unit(1).phase() || !decision.reasons().equals(told);
    }
}
