package io.wattwire.driver.sun2000;

import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The battery's set-point by forcible charge and discharge. Only the mode by time is used, with the
 * shortest useful time: what the inverter is not told again within two minutes is over. The mode by
 * state of charge, which HomeBattery used, would go on to its target with nobody there.
 */
final class ForcibleCharge implements PointControl {

    private static final String MOST_CHARGE = "storage_maximum_charge_power";
    private static final String MOST_DISCHARGE = "storage_maximum_discharge_power";
    private static final String CHARGE_POWER = "storage_forcible_charge_power";
    private static final String DISCHARGE_POWER = "storage_forcible_discharge_power";
    private static final String MINUTES = "storage_forced_charging_and_discharging_period";
    private static final String MODE = "storage_forcible_charge_discharge_setting_mode";
    private static final String COMMAND = "storage_forcible_charge_discharge_write";

    private static final String BY_TIME = "time";
    private static final String CHARGE = "charge";
    private static final String DISCHARGE = "discharge";
    private static final String STOP = "stop";

    /** Dead-man time; the engine repeats the set-point after half of it. */
    private static final double DEAD_MAN_MINUTES = 2;

    @Override
    public String point() {
        return "battery_power_setpoint";
    }

    @Override
    public FailSafeClass failSafeClass() {
        return FailSafeClass.A;
    }

    @Override
    public String failSafeNote() {
        return "Two minutes after the last repetition the forcible charge or discharge is over by itself, and the battery"
                + " follows its own working mode again";
    }

    @Override
    public Set<String> inputs() {
        return Set.of(MOST_CHARGE, MOST_DISCHARGE);
    }

    @Override
    public OptionalDouble step(Values known) {
        return OptionalDouble.of(1);
    }

    /** All that the battery gives now, below 0. */
    @Override
    public OptionalDouble minimum(Values known) {
        OptionalDouble most = known.number(MOST_DISCHARGE);
        return most.isPresent() ? OptionalDouble.of(0 - most.getAsDouble()) : most;
    }

    @Override
    public OptionalDouble maximum(Values known) {
        return known.number(MOST_CHARGE);
    }

    /**
     * Power, time, mode, and then what starts it. All four each time: the inverter counts the time
     * from the last command.
     */
    @Override
    public List<RegisterWrite> commands(double wanted, Values known) {
        if (!Double.isFinite(wanted)) {
            throw new IllegalArgumentException("set-point of " + wanted + " W: write a number");
        }
        boolean charging = wanted >= 0;
        double most = most(charging ? MOST_CHARGE : MOST_DISCHARGE, known);
        double watts = Math.min(Math.floor(Math.abs(wanted)), most);
        return List.of(
                write(charging ? CHARGE_POWER : DISCHARGE_POWER, watts),
                write(MINUTES, DEAD_MAN_MINUTES),
                write(MODE, BY_TIME),
                write(COMMAND, charging ? CHARGE : DISCHARGE));
    }

    private static double most(String register, Values known) {
        OptionalDouble most = known.number(register);
        if (most.isEmpty()) {
            throw new IllegalArgumentException(
                    "the inverter does not tell what its battery takes or gives ("
                            + register
                            + "): connect the battery, or try again when it answers");
        }
        return Math.max(0, most.getAsDouble());
    }

    private static RegisterWrite write(String register, Object value) {
        return new RegisterWrite(register, value, false);
    }

    /** What is under way by time; nothing where it has stopped, or goes by state of charge. */
    @Override
    public OptionalDouble readBack(Values known) {
        if (!text(MODE, known).equals(BY_TIME)) {
            return OptionalDouble.empty();
        }
        return switch (text(COMMAND, known)) {
            case CHARGE -> known.number(CHARGE_POWER);
            case DISCHARGE -> {
                OptionalDouble watts = known.number(DISCHARGE_POWER);
                yield watts.isPresent() ? OptionalDouble.of(0 - watts.getAsDouble()) : watts;
            }
            default -> OptionalDouble.empty();
        };
    }

    private static String text(String register, Values known) {
        return String.valueOf(known.get(register).orElse(""));
    }

    @Override
    public Set<String> readBackRegisters() {
        return Set.of(CHARGE_POWER, DISCHARGE_POWER, MODE, COMMAND);
    }

    /** Not what starts it: a charge that somebody else began is not begun again. */
    @Override
    public Set<String> saved() {
        return Set.of(CHARGE_POWER, DISCHARGE_POWER, MINUTES, MODE);
    }

    @Override
    public boolean handsBack() {
        return true;
    }

    /** The order of the facts: first the stop, then what belongs to it back to nothing. */
    @Override
    public List<RegisterWrite> letGo(Values known) {
        return List.of(
                write(COMMAND, STOP),
                write(DISCHARGE_POWER, 0.0),
                write(MINUTES, 0.0),
                write(MODE, BY_TIME));
    }
}
