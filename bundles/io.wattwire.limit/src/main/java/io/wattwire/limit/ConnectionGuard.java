package io.wattwire.limit;

import io.wattwire.limit.law.Input;
import io.wattwire.limit.law.Readings;
import io.wattwire.limit.law.Sample;
import io.wattwire.limit.supervisor.GridObservation;
import io.wattwire.limit.supervisor.GridObservation.Phase;
import io.wattwire.limit.supervisor.SupervisorKeeper;
import io.wattwire.limit.supervisor.SupervisorOutcome;
import io.wattwire.limit.supervisor.SupervisorSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Shows the supervisor what the wires brought. */
final class ConnectionGuard implements Guard {

    private static final List<Input> POWERS = List.of(Input.GRID_L1, Input.GRID_L2, Input.GRID_L3);
    private static final double ISLAND_W = 50;

    private final SupervisorKeeper keeper;
    private final Supplier<Map<GridInput, Sample>> connection;

    ConnectionGuard(SupervisorKeeper keeper, Supplier<Map<GridInput, Sample>> connection) {
        this.keeper = keeper;
        this.connection = connection;
    }

    @Override
    public SupervisorOutcome look(
            SupervisorSettings settings, Readings readings, long nowNanos, long wallMillis) {
        GridObservation seen = observation(settings, readings, connection.get(), nowNanos);
        return keeper.step(settings, seen, nowNanos, wallMillis);
    }

    @Override
    public String problem() {
        return keeper.problem();
    }

    static GridObservation observation(
            SupervisorSettings settings,
            Readings readings,
            Map<GridInput, Sample> connection,
            long nowNanos) {
        Sample power = readings.of(Input.GRID);
        long oldest = power.present() ? power.takenNanos() : nowNanos - settings.staleNanos() - 1;
        List<Phase> phases = new ArrayList<>();
        boolean currents =
                Double.isFinite(settings.export().currentA())
                        || Double.isFinite(settings.imported().currentA());
        for (int i = 0; currents && i < settings.phases(); i++) {
            Sample current = connection.getOrDefault(GridInput.CURRENTS.get(i), Sample.NONE);
            Sample own = readings.of(POWERS.get(i));
            // with one phase its power is the whole power
            Sample flow = own.present() || settings.phases() > 1 ? own : power;
            phases.add(new Phase(flow.value(), current.value()));
            oldest = older(older(oldest, current), flow);
        }
        Sample connected = readings.of(Input.CONNECTED);
        // whoever says that there is no grid is believed only while nothing flows
        boolean island =
                connected.value() == 0
                        && connected.ageNanos(nowNanos) <= settings.staleNanos()
                        && Math.abs(power.value()) <= ISLAND_W;
        return new GridObservation(power.value(), phases, !island, oldest);
    }

    private static long older(long nanos, Sample sample) {
        return sample.present() && sample.takenNanos() - nanos < 0 ? sample.takenNanos() : nanos;
    }
}
