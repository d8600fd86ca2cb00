package io.wattwire.device.session;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.LinkException.Reason;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.Register;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds a battery's set-points within what its owner allows, whatever commands. Callers hold the
 * turn.
 */
final class BatteryGuard {

    /** A younger value is not read again: a state of charge moves slowly. */
    private static final Duration YOUNG = Duration.ofSeconds(10);

    private static final String POWER = "battery_power_setpoint";
    private static final String CURRENT = "battery_current_setpoint";
    private static final String SOC = "battery_soc";
    private static final String VOLTAGE = "battery_voltage";

    /**
     * What of a wanted value is sent.
     *
     * @param value in the point's unit
     * @param why why it is not what was wanted; empty when it is
     */
    record Bounded(double value, String why) {}

    private final BatteryBounds bounds;
    private final Samples samples;
    private final BlockReader reader;

    BatteryGuard(BatteryBounds bounds, Samples samples, BlockReader reader) {
        this.bounds = bounds;
        this.samples = samples;
        this.reader = reader;
    }

    static boolean isSetPoint(PointControl control) {
        return control.point().startsWith(POWER) || control.point().equals(CURRENT);
    }

    private boolean isBounded() {
        return bounds.socMinPercent().isPresent()
                || bounds.socMaxPercent().isPresent()
                || bounds.maxChargeW().isPresent()
                || bounds.maxDischargeW().isPresent();
    }

    /** Bounds would be worthless if the registers behind the points could be written past them. */
    void allowBeside(Register register, List<PointControl> controls) throws WriteRefused {
        if (!isBounded()) {
            return;
        }
        for (PointControl control : controls) {
            if (isSetPoint(control)
                    && (control.saved().contains(register.name())
                            || control.readBackRegisters().contains(register.name()))) {
                throw new WriteRefused(
                        register.name()
                                + " is behind "
                                + control.point()
                                + ", which the owner bounded; write "
                                + control.point());
            }
        }
    }

    /** What is forced at full power knows no bounds. */
    void allowForced(PointControl control) throws WriteRefused {
        if (isBounded() && control.point().startsWith("battery_force_")) {
            throw new WriteRefused(
                    control.point()
                            + " would go past what the owner bounded; write "
                            + POWER
                            + ", or take the bounds away");
        }
    }

    /**
     * What of a wanted value may be sent now.
     *
     * @param others what other phases are commanded to, in W
     * @throws LinkException when the device does not answer
     */
    Bounded bound(
            Lexicon lexicon,
            PointControl control,
            double asked,
            Collection<Double> others,
            Deadline deadline)
            throws LinkException {
        if (!isSetPoint(control) || asked == 0 || !isBounded()) {
            return new Bounded(asked, "");
        }
        Bounded byCharge = byStateOfCharge(lexicon, asked, deadline);
        return byCharge.why().isEmpty()
                ? byPower(lexicon, control, asked, others, deadline)
                : byCharge;
    }

    private Bounded byStateOfCharge(Lexicon lexicon, double asked, Deadline deadline)
            throws LinkException {
        boolean charges = asked > 0;
        OptionalDouble bound = charges ? bounds.socMaxPercent() : bounds.socMinPercent();
        if (bound.isEmpty()) {
            return new Bounded(asked, "");
        }
        String setting = (charges ? "soc.max " : "soc.min ") + bound.getAsDouble() + " %";
        OptionalDouble soc = now(lexicon, SOC, deadline);
        if (soc.isEmpty()) {
            return new Bounded(0, "the state of charge is unknown and " + setting + " holds");
        }
        double percent = soc.getAsDouble();
        boolean beyond = charges ? percent >= bound.getAsDouble() : percent <= bound.getAsDouble();
        return beyond
                ? new Bounded(0, "the state of charge is " + percent + " % and " + setting)
                : new Bounded(asked, "");
    }

    private Bounded byPower(
            Lexicon lexicon,
            PointControl control,
            double asked,
            Collection<Double> others,
            Deadline deadline)
            throws LinkException {
        double sign = Math.signum(asked);
        OptionalDouble watts = sign > 0 ? bounds.maxChargeW() : bounds.maxDischargeW();
        if (watts.isEmpty()) {
            return new Bounded(asked, "");
        }
        String setting =
                (sign > 0 ? "battery.max.charge.w is " : "battery.max.discharge.w is ")
                        + watts.getAsDouble();
        double taken = others.stream().mapToDouble(other -> Math.max(0, sign * other)).sum();
        double most = Math.max(0, watts.getAsDouble() - taken);
        if (control.point().equals(CURRENT)) {
            OptionalDouble volts = now(lexicon, VOLTAGE, deadline);
            if (volts.isEmpty() || volts.getAsDouble() <= 0) {
                return new Bounded(0, "the battery's voltage is unknown and " + setting);
            }
            most = most / volts.getAsDouble();
        }
        return sign * asked > most ? new Bounded(sign * most, setting) : new Bounded(asked, "");
    }

    /** A point's value, read again unless it is young; empty when there is no usable one. */
    private OptionalDouble now(Lexicon lexicon, String point, Deadline deadline)
            throws LinkException {
        Subject subject = lexicon.subject(point);
        Set<Register> old =
                subject.registers().stream()
                        .filter(register -> !isYounger(register, YOUNG))
                        .collect(Collectors.toUnmodifiableSet());
        try {
            reader.readNow(old, deadline);
        } catch (LinkException problem) {
            if (problem.reason() != Reason.EXCEPTION_ANSWER
                    && problem.reason() != Reason.PART_SILENT) {
                throw problem;
            }
        }
        boolean usable =
                subject.registers().stream()
                        .allMatch(register -> isYounger(register, View.SLOW_LIFE));
        View view = new View(samples, 0, "", Map.of());
        return usable && subject.value(view).orElse(null) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    private boolean isYounger(Register register, Duration age) {
        return samples.of(register)
                .filter(Sample::read)
                .filter(sample -> samples.nowNanos() - sample.atNanos() <= age.toNanos())
                .isPresent();
    }
}
