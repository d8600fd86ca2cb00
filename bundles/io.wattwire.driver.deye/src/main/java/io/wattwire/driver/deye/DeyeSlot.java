package io.wattwire.driver.deye;

import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The slot by which a Deye's battery is commanded, as HomeBattery does it: the schedule is switched
 * on for all days, all six slots start at the same minute, so that the sixth is always in force,
 * and charging from the grid is allowed in it. Then it charges at a current towards 100 %, or gives
 * a power down to 5 %.
 */
final class DeyeSlot {

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

    /** Takes up what dividing and multiplying by the same voltage leaves. */
    private static final double ROUNDING = 1e-9;

    private final Set<String> models;
    private final String rated;
    private final double powerStepW;
    private final double mostA;

    private DeyeSlot(Set<String> models, String rated, double powerStepW, double mostA) {
        this.models = models;
        this.rated = rated;
        this.powerStepW = powerStepW;
        this.mostA = mostA;
    }

    /** HomeBattery goes to 195 A on the 12 kW model. */
    static DeyeSlot lowVoltage() {
        return new DeyeSlot(DeyeModel.ALL_LOW, "device_rated_power", 1, 195);
    }

    static DeyeSlot highVoltage() {
        return new DeyeSlot(DeyeModel.ALL_HIGH, "device_rated_power", 10, 350);
    }

    /** evcc takes 185 A for the most that these accept. */
    static DeyeSlot onePhase() {
        return new DeyeSlot(DeyeModel.ALL_ONE_PHASE, "rated_power", 1, 185);
    }

    Set<String> models() {
        return models;
    }

    /** What must be known before a command. */
    Set<String> inputs() {
        return Set.of(BMS_VOLTAGE, VOLTAGE, rated, CHARGING);
    }

    /** All that commands write. */
    Set<String> registers() {
        Set<String> all = new TreeSet<>(TIMES);
        all.addAll(List.of(DAYS, CHARGING, TARGET, POWER, CURRENT));
        return all;
    }

    double powerStepW() {
        return powerStepW;
    }

    double mostA() {
        return mostA;
    }

    OptionalDouble ratingW(Values known) {
        OptionalDouble rating = known.number(rated);
        return rating.orElse(0) > 0 ? rating : OptionalDouble.empty();
    }

    /** Without a BMS its register holds 0; then the inverter's own measurement serves. */
    OptionalDouble volts(Values known) {
        OptionalDouble bms = known.number(BMS_VOLTAGE);
        OptionalDouble volts = bms.orElse(0) > 0 ? bms : known.number(VOLTAGE);
        return volts.orElse(0) > 0 ? volts : OptionalDouble.empty();
    }

    /** The voltage, where a command cannot do without. */
    double neededVolts(Values known) {
        return volts(known)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "the inverter has told no voltage of the battery ("
                                                + BMS_VOLTAGE
                                                + ", "
                                                + VOLTAGE
                                                + "), so W and A cannot become each other: try"
                                                + " again when it answers"));
    }

    /** Charges at no more than a current; 0 A is standing still. */
    List<RegisterWrite> charge(double amps, Values known) {
        return commands(known, write(CURRENT, Math.min(mostA, wholeAmps(amps))), CHARGE_TO);
    }

    /** Gives no more than a power above 0. */
    List<RegisterWrite> discharge(double watts, Values known) {
        double steps = Math.floor(watts / powerStepW + ROUNDING);
        return commands(known, write(POWER, steps * powerStepW), DISCHARGE_TO);
    }

    static double wholeAmps(double amps) {
        return Math.floor(amps + ROUNDING);
    }

    /** Makes slot 6 the only one; what else its flags say stays as it is. */
    private static List<RegisterWrite> commands(Values known, RegisterWrite rate, double target) {
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
        writes.add(rate);
        writes.add(write(TARGET, target));
        return List.copyOf(writes);
    }

    private static RegisterWrite write(String register, Object value) {
        return new RegisterWrite(register, value, true);
    }

    /** The current at which slot 6 charges; empty while it does not. */
    OptionalDouble chargingA(Values known) {
        return isOnly(known) && known.number(TARGET).orElse(0) >= CHARGE_TO
                ? known.number(CURRENT)
                : OptionalDouble.empty();
    }

    /** The power that slot 6 gives; empty while it does not. */
    OptionalDouble dischargingW(Values known) {
        return isOnly(known) && known.number(TARGET).orElse(CHARGE_TO) <= DISCHARGE_TO
                ? known.number(POWER)
                : OptionalDouble.empty();
    }

    private static boolean isOnly(Values known) {
        boolean everyDay = known.number(DAYS).orElse(0) == EVERY_DAY;
        boolean charging = ((long) known.number(CHARGING).orElse(0) & GRID_CHARGE) != 0;
        boolean sameTime =
                TIMES.stream()
                        .allMatch(time -> known.get(time).filter(SAME_TIME::equals).isPresent());
        return everyDay && charging && sameTime;
    }
}
