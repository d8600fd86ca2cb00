package io.wattwire.driver.givenergy;

import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The power of the battery in W at its terminals. A GivEnergy has no register for it: slot 1 of
 * charging or discharging lasts all day, and the rate says how much. The rate counts in percent of
 * the battery's capacity, so a step is its capacity in W for an hour, divided by 100. All these
 * settings are stored: for a few changes a day, and for no control loop.
 */
final class BatterySetpoint implements PointControl {

    private static final String CAPACITY = "battery_capacity_ah";
    private static final String CHARGE = "enable_charge";
    private static final String TARGET = "enable_charge_target";
    private static final String CHARGE_RATE = "battery_charge_limit";
    private static final String CHARGE_START = "charge_slot_1_start";
    private static final String CHARGE_END = "charge_slot_1_end";
    private static final String MODE = "battery_power_mode";
    private static final String DISCHARGE = "enable_discharge";
    private static final String DISCHARGE_RATE = "battery_discharge_limit";
    private static final String DISCHARGE_START = "discharge_slot_1_start";
    private static final String DISCHARGE_END = "discharge_slot_1_end";
    private static final TimeSlot ALL_DAY = new TimeSlot(TimeSlot.MIDNIGHT, "23:59");
    private static final double MOST_RATE = 50;
    private static final double PERCENT = 100;

    /** A set-point computed from a rate gives that rate again. */
    private static final double ROUNDING = 1e-6;

    private final Set<String> models;
    private final double nominalVolts;

    private BatterySetpoint(Set<String> models, double nominalVolts) {
        this.models = models;
        this.nominalVolts = nominalVolts;
    }

    static BatterySetpoint lowVoltage() {
        return new BatterySetpoint(GivEnergyModel.LOW_VOLTAGE, 51.2);
    }

    static BatterySetpoint allInOne() {
        return new BatterySetpoint(Set.of(GivEnergyModel.ALL_IN_ONE), 307);
    }

    @Override
    public String point() {
        return "battery_power_setpoint";
    }

    @Override
    public FailSafeClass failSafeClass() {
        return FailSafeClass.C;
    }

    @Override
    public String failSafeNote() {
        return "Nothing in the inverter watches the gateway: the last slot stays in force, stored, until the battery is"
                + " full or at the reserve that the inverter itself keeps (battery_discharge_min_power_reserve)";
    }

    @Override
    public Set<String> models() {
        return models;
    }

    @Override
    public Set<String> inputs() {
        return Set.of(CAPACITY, GivEnergyIdentification.TYPE, GivEnergyIdentification.ARM);
    }

    @Override
    public OptionalDouble step(Values known) {
        double capacity = known.number(CAPACITY).orElse(0);
        return capacity > 0
                ? OptionalDouble.of(capacity * nominalVolts / PERCENT)
                : OptionalDouble.empty();
    }

    @Override
    public OptionalDouble minimum(Values known) {
        OptionalDouble most = maximum(known);
        return most.isPresent() ? OptionalDouble.of(-most.getAsDouble()) : most;
    }

    @Override
    public OptionalDouble maximum(Values known) {
        OptionalDouble step = step(known);
        if (step.isEmpty()) {
            return step;
        }
        double byRate = MOST_RATE * step.getAsDouble();
        return OptionalDouble.of(Math.min(byRate, ratedW(known).orElse(byRate)));
    }

    private static OptionalDouble ratedW(Values known) {
        OptionalDouble code = known.number(GivEnergyIdentification.TYPE);
        if (code.isEmpty()) {
            return code;
        }
        DeviceType type = DeviceType.of(code.getAsDouble());
        OptionalDouble battery = type.batteryW(known.number(GivEnergyIdentification.ARM).orElse(0));
        return battery.isPresent() ? battery : type.ratedW();
    }

    /** First what ends the other direction, then the rate, then what makes it count. */
    @Override
    public List<RegisterWrite> commands(double wanted, Values known) {
        if (!Double.isFinite(wanted)) {
            throw new IllegalArgumentException(
                    point() + " of " + wanted + " W: write a number, + is charging");
        }
        if (wanted == 0) {
            return List.of(
                    Command.write(CHARGE, false),
                    Command.write(DISCHARGE, false),
                    Command.write(MODE, "eco"),
                    Command.write(CHARGE_RATE, 0.0),
                    Command.write(DISCHARGE_RATE, 0.0));
        }
        double rate = rate(Math.abs(wanted), known);
        return wanted > 0 ? charge(rate) : discharge(rate);
    }

    private double rate(double watts, Values known) {
        OptionalDouble step = step(known);
        if (step.isEmpty()) {
            throw new IllegalArgumentException(
                    "the inverter has not told the battery's capacity ("
                            + CAPACITY
                            + "), the base of its rates: try again when it answers");
        }
        return Math.min(MOST_RATE, Math.floor(watts / step.getAsDouble() + ROUNDING));
    }

    private static List<RegisterWrite> charge(double rate) {
        return List.of(
                Command.write(DISCHARGE, false),
                Command.write(MODE, "eco"),
                Command.write(TARGET, false),
                Command.write(CHARGE_RATE, rate),
                Command.write(CHARGE_START, ALL_DAY.start()),
                Command.write(CHARGE_END, ALL_DAY.end()),
                Command.write(CHARGE, true));
    }

    private static List<RegisterWrite> discharge(double rate) {
        return List.of(
                Command.write(CHARGE, false),
                Command.write(DISCHARGE_RATE, rate),
                Command.write(DISCHARGE_START, ALL_DAY.start()),
                Command.write(DISCHARGE_END, ALL_DAY.end()),
                Command.write(MODE, "export"),
                Command.write(DISCHARGE, true));
    }

    @Override
    public OptionalDouble readBack(Values known) {
        OptionalDouble step = step(known);
        OptionalDouble charge = known.number(CHARGE_RATE);
        OptionalDouble discharge = known.number(DISCHARGE_RATE);
        if (step.isEmpty() || charge.isEmpty() || discharge.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (charge.getAsDouble() == 0 && discharge.getAsDouble() == 0) {
            return OptionalDouble.of(0);
        }
        if (is(CHARGE, true, known) && isAllDay(CHARGE_START, CHARGE_END, known)) {
            return OptionalDouble.of(charge.getAsDouble() * step.getAsDouble());
        }
        boolean gives =
                is(CHARGE, false, known)
                        && is(DISCHARGE, true, known)
                        && is(MODE, "export", known)
                        && isAllDay(DISCHARGE_START, DISCHARGE_END, known);
        return gives
                ? OptionalDouble.of(0 - discharge.getAsDouble() * step.getAsDouble())
                : OptionalDouble.empty();
    }

    private static boolean is(String register, Object value, Values known) {
        return known.get(register).filter(value::equals).isPresent();
    }

    private static boolean isAllDay(String start, String end, Values known) {
        return TimeSlot.of(start, end, known).filter(ALL_DAY::equals).isPresent();
    }

    @Override
    public Set<String> readBackRegisters() {
        return Set.of(
                CHARGE,
                CHARGE_RATE,
                CHARGE_START,
                CHARGE_END,
                MODE,
                DISCHARGE,
                DISCHARGE_RATE,
                DISCHARGE_START,
                DISCHARGE_END);
    }

    @Override
    public Set<String> mayBeUnset() {
        return Set.of(CHARGE_START, CHARGE_END, DISCHARGE_START, DISCHARGE_END);
    }

    @Override
    public Set<String> saved() {
        return GivEnergyModel.with(readBackRegisters(), TARGET);
    }

    /** Restoring ends it by itself: the table has mode and slots before the rates. */
    @Override
    public boolean handsBack() {
        return true;
    }
}
