package io.wattwire.device.driver;

import org.osgi.service.metatype.annotations.AttributeDefinition;

/**
 * The settings of a driver of batteries: those of every driver, and what the owner allows the
 * battery.
 */
public interface BatterySettings extends DriverSettings {

    /**
     * Lower bound of the state of charge.
     *
     * @return percent
     */
    @AttributeDefinition(
            name = "Least state of charge (%)",
            description =
                    "At or below it no set-point discharges the battery. Empty: as the battery"
                            + " itself does.",
            required = false,
            min = "0",
            max = "100")
    double soc_min();

    /**
     * Upper bound of the state of charge.
     *
     * @return percent
     */
    @AttributeDefinition(
            name = "Most state of charge (%)",
            description =
                    "At or above it no set-point charges the battery. Empty: as the battery itself"
                            + " does.",
            required = false,
            min = "0",
            max = "100")
    double soc_max();

    /**
     * Bound of charging.
     *
     * @return watts
     */
    @AttributeDefinition(
            name = "Most charging power (W)",
            description =
                    "No set-point charges with more; a higher one is lowered to it. Empty: as the"
                            + " battery allows.",
            required = false,
            min = "0")
    double battery_max_charge_w();

    /**
     * Bound of discharging.
     *
     * @return watts, not negative
     */
    @AttributeDefinition(
            name = "Most discharging power (W)",
            description =
                    "No set-point discharges with more; a higher one is lowered to it. Empty: as"
                            + " the battery allows.",
            required = false,
            min = "0")
    double battery_max_discharge_w();

    /**
     * Usable capacity.
     *
     * @return kilowatt-hours
     */
    @AttributeDefinition(
            name = "Battery capacity (kWh)",
            description = "Only where the device does not tell it.",
            required = false,
            min = "0")
    double battery_capacity_kwh();
}
