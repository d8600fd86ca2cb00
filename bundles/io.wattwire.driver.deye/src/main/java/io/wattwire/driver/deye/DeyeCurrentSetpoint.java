package io.wattwire.driver.deye;

import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The current of a Deye's battery in whole A. Charging is the current's own register. Discharging
 * is the power of the slot, which follows the voltage: the register of the most discharging current
 * stays with the owner, so that a power that is commanded afterwards is not held down by it.
 */
final class DeyeCurrentSetpoint extends DeyeSlotControl {

    DeyeCurrentSetpoint(DeyeSlot slot) {
        super("battery_current_setpoint", slot);
    }

    @Override
    public OptionalDouble step(Values known) {
        return OptionalDouble.of(WANDERING_A);
    }

    @Override
    public OptionalDouble minimum(Values known) {
        OptionalDouble rated = ratedA(known);
        return rated.isPresent() ? OptionalDouble.of(-rated.getAsDouble()) : rated;
    }

    @Override
    public OptionalDouble maximum(Values known) {
        return OptionalDouble.of(Math.min(slot.mostA(), ratedA(known).orElse(slot.mostA())));
    }

    private OptionalDouble ratedA(Values known) {
        OptionalDouble rating = slot.ratingW(known);
        OptionalDouble volts = slot.volts(known);
        return rating.isPresent() && volts.isPresent()
                ? OptionalDouble.of(rating.getAsDouble() / volts.getAsDouble())
                : OptionalDouble.empty();
    }

    @Override
    List<RegisterWrite> charge(double amps, Values known) {
        return slot.charge(amps, known);
    }

    @Override
    List<RegisterWrite> discharge(double amps, Values known) {
        return slot.discharge(DeyeSlot.wholeAmps(amps) * slot.neededVolts(known), known);
    }

    @Override
    OptionalDouble charging(double amps, Values known) {
        return OptionalDouble.of(amps);
    }

    /** To the nearest A: a falling voltage makes one more of the same power, and a write is due. */
    @Override
    OptionalDouble discharging(double watts, Values known) {
        OptionalDouble volts = slot.volts(known);
        return volts.isPresent()
                ? OptionalDouble.of(0.0 - Math.round(watts / volts.getAsDouble()))
                : volts;
    }
}
