package io.wattwire.driver.deye;

import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The power of a Deye's battery in W at its terminals. A Deye has no register for it: charging goes
 * by the current behind it, discharging by the power of the slot.
 */
final class DeyeBatterySetpoint extends DeyeSlotControl {

    DeyeBatterySetpoint(DeyeSlot slot) {
        super("battery_power_setpoint", slot);
    }

    @Override
    public OptionalDouble step(Values known) {
        OptionalDouble volts = slot.volts(known);
        return volts.isPresent()
                ? OptionalDouble.of(Math.max(slot.powerStepW(), WANDERING_A * volts.getAsDouble()))
                : volts;
    }

    @Override
    public OptionalDouble minimum(Values known) {
        OptionalDouble rating = slot.ratingW(known);
        return rating.isPresent() ? OptionalDouble.of(-rating.getAsDouble()) : rating;
    }

    @Override
    public OptionalDouble maximum(Values known) {
        OptionalDouble rating = slot.ratingW(known);
        OptionalDouble volts = slot.volts(known);
        if (volts.isEmpty()) {
            return rating;
        }
        double most = slot.mostA() * volts.getAsDouble();
        return OptionalDouble.of(Math.min(most, rating.orElse(most)));
    }

    /** Standing still needs no voltage. */
    @Override
    List<RegisterWrite> charge(double watts, Values known) {
        return slot.charge(watts == 0 ? 0 : watts / slot.neededVolts(known), known);
    }

    @Override
    List<RegisterWrite> discharge(double watts, Values known) {
        return slot.discharge(watts, known);
    }

    @Override
    OptionalDouble charging(double amps, Values known) {
        if (amps == 0) {
            return OptionalDouble.of(0);
        }
        OptionalDouble volts = slot.volts(known);
        return volts.isPresent() ? OptionalDouble.of(amps * volts.getAsDouble()) : volts;
    }

    @Override
    OptionalDouble discharging(double watts, Values known) {
        return OptionalDouble.of(0 - watts);
    }
}
