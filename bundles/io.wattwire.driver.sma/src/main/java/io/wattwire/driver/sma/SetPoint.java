package io.wattwire.driver.sma;

import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The set-point of an SMA battery inverter by communication: holding 40149 counts while 40151 is
 * active. SMA counts discharging as +, so the sign is turned here. Both registers can be written
 * and not read: the device never tells what it was commanded, only what power flows. So a command
 * is repeated, with the battery's limits of that moment, long before the device forgets it.
 */
abstract class SetPoint implements PointControl {

    private static final String POWER = "external_active_power_setpoint";
    private static final String CONTROL = "external_control";
    private static final String MEASURED = "active_power";
    private static final String MOST_CHARGE = "bat_max_charge_power";
    private static final String MOST_DISCHARGE = "bat_max_discharge_power";

    /** What every model must have told before a command. */
    static final Set<String> LIMITS = Set.of(MOST_CHARGE, MOST_DISCHARGE);

    /** A restart of the device does not show, so it lasts no longer than this. */
    private static final Duration REPETITION = Duration.ofSeconds(10);

    private final Set<String> models;

    SetPoint(String model) {
        models = Set.of(model);
    }

    @Override
    public final String point() {
        return "battery_power_setpoint";
    }

    @Override
    public final Set<String> models() {
        return models;
    }

    @Override
    public final OptionalDouble step(Values known) {
        return OptionalDouble.of(1);
    }

    @Override
    public final OptionalDouble minimum(Values known) {
        OptionalDouble rating = Ratings.ofCluster(known);
        return rating.isPresent() ? OptionalDouble.of(-rating.getAsDouble()) : rating;
    }

    @Override
    public final OptionalDouble maximum(Values known) {
        return Ratings.ofCluster(known);
    }

    /**
     * Refuses where the device would not obey, or not fall back as its class promises.
     *
     * @throws IllegalArgumentException with cause and remedy
     */
    abstract void requireReady(Values known);

    /** What a model wants to hear behind power and activation; nothing where it is proven so. */
    abstract List<RegisterWrite> closing();

    @Override
    public final List<RegisterWrite> commands(double wanted, Values known) {
        if (!Double.isFinite(wanted)) {
            throw new IllegalArgumentException("set-point of " + wanted + " W: write a number");
        }
        if (wanted != 0) {
            requireRating(known);
            requireReady(known);
        }
        return sequence(-whole(bounded(wanted, known)), "active");
    }

    private static void requireRating(Values known) {
        if (Ratings.ofCluster(known).isEmpty()) {
            throw new IllegalArgumentException(
                    "the device has not told its rating (maximum_active_power, device_type), the bound of its set-points:"
                            + " try again when it answers, or set rated.power.w");
        }
    }

    /** Within what the battery takes and gives now; towards 0, as nothing else is safe. */
    private static double bounded(double wanted, Values known) {
        OptionalDouble most = known.number(wanted > 0 ? MOST_CHARGE : MOST_DISCHARGE);
        double size = Math.min(Math.abs(wanted), Math.max(0, most.orElse(Double.MAX_VALUE)));
        return Math.copySign(size, wanted);
    }

    /** Whole watts, rounded towards 0; the decimal 2 from 1.9999999 is 2. */
    private static double whole(double watts) {
        return Math.copySign(Math.floor(Math.abs(watts) + 1e-6), watts);
    }

    /** Without -0.0, which is no value that anybody wrote. */
    private List<RegisterWrite> sequence(double vendorWatts, String state) {
        RegisterWrite power = new RegisterWrite(POWER, vendorWatts + 0.0, false);
        RegisterWrite control = new RegisterWrite(CONTROL, state, false);
        return Stream.concat(Stream.of(power, control), closing().stream()).toList();
    }

    /** The power that flows, + is charging; it may differ, as a full battery takes less. */
    @Override
    public final OptionalDouble readBack(Values known) {
        OptionalDouble power = known.number(MEASURED);
        return power.isPresent() ? OptionalDouble.of(0.0 - power.getAsDouble()) : power;
    }

    @Override
    public final Set<String> readBackRegisters() {
        return Set.of(MEASURED);
    }

    @Override
    public final Duration follows() {
        return REPETITION;
    }

    @Override
    public final boolean handsBack() {
        return true;
    }

    /** Power 0 first, then back to automatic operation, in the same form as a command. */
    @Override
    public final List<RegisterWrite> letGo(Values known) {
        return sequence(0, "inactive");
    }

    /** What can only be written cannot be saved; {@code letGo} gives the device back to itself. */
    @Override
    public final Set<String> saved() {
        return Set.of();
    }
}
