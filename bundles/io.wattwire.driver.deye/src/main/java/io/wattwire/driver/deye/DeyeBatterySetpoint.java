package io.wattwire.driver.deye;

import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The power of a Deye's battery by its time of use, as seed 1 commands it. A Deye has no register
 * for it: the schedule is switched on for all days, all six slots start at the same minute, so that
 * the sixth is always in force, and charging from the grid is allowed in it. Then it charges at a
 * current towards 100 %, or gives a power down to 5 %. Standing still is charging at 0 A.
 *
 * <p>All these settings are stored. So it is for a few changes a day, and for no control loop.
 */
final class DeyeBatterySetpoint implements PointControl {

    private static final String DAYS = "time_of_use_days";
    private static final String CHARGING = "program_6_charging";
    private static final String TARGET = "program_6_soc";
    private static final String POWER = "program_6_power";
    private static final String CURRENT = "battery_max_charging_current";
    private static final String BMS_VOLTAGE = "battery_bms_voltage";
    private static final String VOLTAGE = "battery_voltage";
    private static final List<String> TIMES =
            IntStream.rangeClosed(1, 6).mapToObj(slot -> "program_" + slot + "_time").toList();

    /** The schedule and all seven days. */
    private static final long EVERY_DAY = 0xFF;

    /** Written as 100: the times are decimal. */
    private static final String SAME_TIME = "01:00";

    private static final long GRID_CHARGE = 1;
    private static final double CHARGE_TO = 100;
    private static final double DISCHARGE_TO = 5;

    /**
     * The voltage wanders, and with it the watts behind a current. A difference below this is left
     * alone, so that stored settings are not written at every tenth of a volt.
     */
    private static final double WANDERING_A = 2;

    /** Takes up what dividing and multiplying by the same voltage leaves. */
    private static final double ROUNDING = 1e-9;

    private final Set<String> models;
    private final String rated;
    private final double powerStepW;
    private final double mostA;

    private DeyeBatterySetpoint(Set<String> models, String rated, double powerStepW, double mostA) {
        this.models = models;
        this.rated = rated;
        this.powerStepW = powerStepW;
        this.mostA = mostA;
    }

    /** Seed 1 goes to 195 A on the 12 kW model. */
    static DeyeBatterySetpoint lowVoltage() {
        return new DeyeBatterySetpoint(DeyeModel.ALL_LOW, "device_rated_power", 1, 195);
    }

    static DeyeBatterySetpoint highVoltage() {
        return new DeyeBatterySetpoint(DeyeModel.ALL_HIGH, "device_rated_power", 10, 350);
    }

    /** evcc takes 185 A for the most that these accept. */
    static DeyeBatterySetpoint onePhase() {
        return new DeyeBatterySetpoint(DeyeModel.ALL_ONE_PHASE, "rated_power", 1, 185);
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
                + " full or at the floor that the inverter itself keeps (battery_low_soc, battery_shutdown_soc)";
    }

    @Override
    public Set<String> models() {
        return models;
    }

    @Override
    public Set<String> inputs() {
        return Set.of(BMS_VOLTAGE, VOLTAGE, rated, CHARGING);
    }

    @Override
    public OptionalDouble step(Values known) {
        OptionalDouble volts = volts(known);
        return volts.isPresent()
                ? OptionalDouble.of(Math.max(powerStepW, WANDERING_A * volts.getAsDouble()))
                : volts;
    }

    @Override
    public OptionalDouble minimum(Values known) {
        OptionalDouble rating = rating(known);
        return rating.isPresent() ? OptionalDouble.of(-rating.getAsDouble()) : rating;
    }

    @Override
    public OptionalDouble maximum(Values known) {
        OptionalDouble rating = rating(known);
        OptionalDouble volts = volts(known);
        if (volts.isEmpty()) {
            return rating;
        }
        double most = mostA * volts.getAsDouble();
        return OptionalDouble.of(Math.min(most, rating.orElse(most)));
    }

    private OptionalDouble rating(Values known) {
        OptionalDouble rating = known.number(rated);
        return rating.orElse(0) > 0 ? rating : OptionalDouble.empty();
    }

    /** Without a BMS its register holds 0; then the inverter's own measurement serves. */
    private static OptionalDouble volts(Values known) {
        OptionalDouble bms = known.number(BMS_VOLTAGE);
        OptionalDouble volts = bms.orElse(0) > 0 ? bms : known.number(VOLTAGE);
        return volts.orElse(0) > 0 ? volts : OptionalDouble.empty();
    }

    @Override
    public List<RegisterWrite> commands(double wanted, Values known) {
        if (!Double.isFinite(wanted)) {
            throw new IllegalArgumentException(
                    "battery power of " + wanted + " W: write a number, + is charging");
        }
        List<RegisterWrite> writes = new ArrayList<>(oneSlot(known));
        if (wanted < 0) {
            writes.add(write(POWER, Math.floor(-wanted / powerStepW + ROUNDING) * powerStepW));
            writes.add(write(TARGET, DISCHARGE_TO));
        } else {
            writes.add(write(CURRENT, amps(wanted, known)));
            writes.add(write(TARGET, CHARGE_TO));
        }
        return List.copyOf(writes);
    }

    /** Makes slot 6 the only one; what else its flags say stays as it is. */
    private static List<RegisterWrite> oneSlot(Values known) {
        OptionalDouble flags = known.number(CHARGING);
        if (flags.isEmpty()) {
            throw new IllegalArgumentException(
                    "the inverter has not told "
                            + CHARGING
                            + ", whose other flags must stay: try again when it answers");
        }
        List<RegisterWrite> writes = new ArrayList<>();
        writes.add(write(DAYS, EVERY_DAY));
        TIMES.forEach(time -> writes.add(write(time, SAME_TIME)));
        writes.add(write(CHARGING, (long) flags.getAsDouble() | GRID_CHARGE));
        return writes;
    }

    private double amps(double watts, Values known) {
        if (watts == 0) {
            return 0;
        }
        double volts =
                volts(known)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "the inverter has told no voltage of the battery ("
                                                        + BMS_VOLTAGE
                                                        + ", "
                                                        + VOLTAGE
                                                        + "), so W cannot become A: try again when it answers"));
        return Math.min(mostA, Math.floor(watts / volts + ROUNDING));
    }

    private static RegisterWrite write(String register, Object value) {
        return new RegisterWrite(register, value, true);
    }

    @Override
    public OptionalDouble readBack(Values known) {
        OptionalDouble target = known.number(TARGET);
        if (target.isEmpty() || !isOneSlot(known)) {
            return OptionalDouble.empty();
        }
        if (target.getAsDouble() >= CHARGE_TO) {
            OptionalDouble amps = known.number(CURRENT);
            if (amps.isEmpty() || amps.getAsDouble() == 0) {
                return amps;
            }
            OptionalDouble volts = volts(known);
            return volts.isPresent()
                    ? OptionalDouble.of(amps.getAsDouble() * volts.getAsDouble())
                    : volts;
        }
        OptionalDouble power = known.number(POWER);
        return target.getAsDouble() <= DISCHARGE_TO && power.isPresent()
                ? OptionalDouble.of(0 - power.getAsDouble())
                : OptionalDouble.empty();
    }

    private static boolean isOneSlot(Values known) {
        boolean everyDay = known.number(DAYS).orElse(0) == EVERY_DAY;
        boolean charging = ((long) known.number(CHARGING).orElse(0) & GRID_CHARGE) != 0;
        boolean sameTime =
                TIMES.stream()
                        .allMatch(time -> known.get(time).filter(SAME_TIME::equals).isPresent());
        return everyDay && charging && sameTime;
    }

    @Override
    public Set<String> readBackRegisters() {
        return saved();
    }

    @Override
    public Set<String> saved() {
        Set<String> all = new TreeSet<>(TIMES);
        all.addAll(List.of(DAYS, CHARGING, TARGET, POWER, CURRENT));
        return all;
    }

    /**
     * Restoring ends it by itself: the table has the schedule before the slot and the current last,
     * so nothing is forced after the first writes, and nothing rises above what was commanded.
     * Bringing power to 0 before would only wear stored settings.
     */
    @Override
    public boolean handsBack() {
        return true;
    }
}
