package io.wattwire.device.session;

import java.util.OptionalDouble;

/**
 * What the owner allows a battery. The bounds hold whatever commands.
 *
 * @param socMinPercent at or below this state of charge it is not discharged; empty: no bound
 * @param socMaxPercent at or above this state of charge it is not charged; empty: no bound
 * @param maxChargeW most watts of charging; empty: what the battery allows
 * @param maxDischargeW most watts of discharging, not negative; empty: what the battery allows
 * @param capacityKwh usable capacity where the device does not tell it
 */
public record BatteryBounds(
        OptionalDouble socMinPercent,
        OptionalDouble socMaxPercent,
        OptionalDouble maxChargeW,
        OptionalDouble maxDischargeW,
        OptionalDouble capacityKwh) {

    private static final double FULL_PERCENT = 100;

    /**
     * Checks the ranges. {@inheritDoc}
     *
     * @throws IllegalArgumentException if a bound is out of its range or the lower state of charge
     *     is not below the upper; the message says what to write
     */
    public BatteryBounds {
        require("soc.min", socMinPercent, FULL_PERCENT);
        require("soc.max", socMaxPercent, FULL_PERCENT);
        require("battery.max.charge.w", maxChargeW, Double.MAX_VALUE);
        require("battery.max.discharge.w", maxDischargeW, Double.MAX_VALUE);
        require("battery.capacity.kwh", capacityKwh, Double.MAX_VALUE);
        if (socMinPercent.orElse(0) >= socMaxPercent.orElse(Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "soc.min is "
                            + socMinPercent.orElse(0)
                            + " and soc.max "
                            + socMaxPercent.getAsDouble()
                            + "; write a soc.min below soc.max");
        }
    }

    private static void require(String setting, OptionalDouble value, double most) {
        if (value.isPresent() && !(value.getAsDouble() >= 0 && value.getAsDouble() <= most)) {
            throw new IllegalArgumentException(
                    setting
                            + " is "
                            + value.getAsDouble()
                            + "; write a number from 0"
                            + (most == FULL_PERCENT ? " to 100" : " on"));
        }
    }

    /**
     * No bound at all.
     *
     * @return all empty
     */
    public static BatteryBounds none() {
        OptionalDouble none = OptionalDouble.empty();
        return new BatteryBounds(none, none, none, none, none);
    }
}
