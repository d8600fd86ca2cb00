package io.wattwire.driver.victron;

import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The battery's power in ESS modes 1 and 2. There the GX obeys a set-point for the <em>grid</em>
 * (2716, volatile) and moves the battery until the grid meter shows it, so the grid power must be
 * found that leaves the wanted power for the battery:
 *
 * <pre>
 * battery now = AC input - AC output            (all phases, AC side, + charging)
 * others      = grid now - battery now          (loads less PV on the AC side)
 * set-point   = wanted + others
 * </pre>
 *
 * All of it is measured anew for each command. A kettle that is switched on later changes the
 * battery and not the grid, until the command is computed again: so it is, every {@link #PERIOD}.
 * PV on the DC side is no part of it; it reaches the battery beside its AC side.
 */
final class GridSetpoint implements PointControl {

    /** Slower than the loop of the GX, which needs a second or two for a step. */
    static final Duration PERIOD = Duration.ofSeconds(3);

    private static final String SETPOINT = "hub4_grid_setpoint";
    private static final String STORED = "settings_grid_setpoint";
    private static final String SOURCE = "system_ac_input_source";
    private static final String DYNAMIC_ESS = "system_dess_active";
    private static final Set<String> GRIDS = Set.of("Grid", "Shore power");

    @Override
    public String point() {
        return "battery_power_setpoint";
    }

    @Override
    public Set<String> models() {
        return Set.of("gx");
    }

    @Override
    public FailSafeClass failSafeClass() {
        return FailSafeClass.C;
    }

    @Override
    public String failSafeNote() {
        return "The GX keeps the last grid set-point and goes on regulating the grid power to it, down to its own"
                + " minimum state of charge; no source says that it forgets it";
    }

    @Override
    public Set<String> inputs() {
        return Stream.of(
                        MultiPower.onEach(MultiPower::grid),
                        MultiPower.onEach(MultiPower::acIn),
                        MultiPower.onEach(MultiPower::acOut),
                        List.of(
                                MultiPower.PHASES,
                                MultiPower.RATED,
                                EssMode.REGISTER,
                                SOURCE,
                                DYNAMIC_ESS,
                                STORED))
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public OptionalDouble step(Values known) {
        return OptionalDouble.of(1);
    }

    @Override
    public OptionalDouble minimum(Values known) {
        OptionalDouble rated = known.number(MultiPower.RATED);
        return rated.isPresent() ? OptionalDouble.of(-rated.getAsDouble()) : rated;
    }

    @Override
    public OptionalDouble maximum(Values known) {
        return known.number(MultiPower.RATED);
    }

    @Override
    public List<RegisterWrite> commands(double wanted, Values known) {
        requireGridLoop(known);
        double others =
                others(known)
                        .orElseThrow(
                                () ->
                                        MultiPower.unknown(
                                                "the powers at the grid and at the inverter/charger are not known"));
        double battery = MultiPower.towardsZero(MultiPower.finite(wanted));
        return List.of(new RegisterWrite(SETPOINT, battery + Math.rint(others), false));
    }

    private static void requireGridLoop(Values known) {
        if (!EssMode.gxRegulates(known)) {
            throw new IllegalArgumentException(
                    "the GX obeys a grid set-point in ESS modes 1 and 2 only, and "
                            + EssMode.REGISTER
                            + " is "
                            + known.get(EssMode.REGISTER).orElse("unknown")
                            + ": set it to an ESS mode, or set the driver's model to gx-external");
        }
        if (known.get(DYNAMIC_ESS).filter("Active"::equals).isPresent()) {
            throw new IllegalArgumentException(
                    "Dynamic ESS runs, and the GX ignores other set-points meanwhile: switch it off (settings_dess_mode)");
        }
        if (known.get(SOURCE).filter(GRIDS::contains).isEmpty()) {
            throw new IllegalArgumentException(
                    "the GX is not connected to a grid ("
                            + SOURCE
                            + " is "
                            + known.get(SOURCE).orElse("unknown")
                            + "): try again when it is");
        }
        if (known.number(SETPOINT).isEmpty()) {
            throw new IllegalArgumentException(
                    "the GX has no "
                            + SETPOINT
                            + ": it needs the ESS assistant and Venus OS 3.50 or newer");
        }
    }

    /** Loads less PV on the AC side, in W: what the grid would show if the battery rested. */
    private static OptionalDouble others(Values known) {
        OptionalDouble grid = MultiPower.sum(known, MultiPower::grid);
        OptionalDouble in = MultiPower.sum(known, MultiPower::acIn);
        OptionalDouble out = MultiPower.sum(known, MultiPower::acOut);
        boolean complete = grid.isPresent() && in.isPresent() && out.isPresent();
        return complete && MultiPower.phases(known).isPresent()
                ? OptionalDouble.of(grid.getAsDouble() - in.getAsDouble() + out.getAsDouble())
                : OptionalDouble.empty();
    }

    /** What the grid set-point leaves for the battery at this moment. */
    @Override
    public OptionalDouble readBack(Values known) {
        OptionalDouble setpoint = known.number(SETPOINT);
        OptionalDouble others = others(known);
        return setpoint.isPresent() && others.isPresent() && EssMode.gxRegulates(known)
                ? OptionalDouble.of(setpoint.getAsDouble() - others.getAsDouble())
                : OptionalDouble.empty();
    }

    @Override
    public Set<String> readBackRegisters() {
        return Set.of(SETPOINT);
    }

    @Override
    public Set<String> saved() {
        return Set.of();
    }

    @Override
    public Duration follows() {
        return PERIOD;
    }

    @Override
    public boolean handsBack() {
        return true;
    }

    /**
     * An override cannot be withdrawn over Modbus, where "no value" cannot be written. With the
     * value of the stored grid set-point in it the GX does what it did before.
     */
    @Override
    public List<RegisterWrite> letGo(Values known) {
        double stored = known.number(STORED).orElse(0);
        return List.of(new RegisterWrite(SETPOINT, stored, false));
    }
}
