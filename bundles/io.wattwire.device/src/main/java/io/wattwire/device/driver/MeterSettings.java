package io.wattwire.device.driver;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The settings of a driver of meters: those of every driver, and what the meter measures. */
public interface MeterSettings extends DriverSettings {

    /**
     * What the meter measures.
     *
     * @return name of the role
     */
    @AttributeDefinition(
            name = "Meter measures",
            description = "What hangs on the meter; it decides the names and signs of its points.",
            required = false,
            defaultValue = "grid",
            options = {
                @Option(label = "The grid connection", value = "grid"),
                @Option(label = "PV", value = "pv"),
                @Option(label = "A battery", value = "battery"),
                @Option(label = "A load", value = "load"),
                @Option(label = "A car charger", value = "ev"),
                @Option(label = "A generator", value = "generator")
            })
    String meter_role();

    /**
     * Whether the meter is wired the other way round.
     *
     * @return true to turn the signs
     */
    @AttributeDefinition(
            name = "Meter is reversed",
            description = "On: turn the signs, for a meter wired the other way round.",
            required = false,
            defaultValue = "false")
    boolean meter_invert();

    /**
     * The phase a single-phase meter is on.
     *
     * @return 0 to 3
     */
    @AttributeDefinition(
            name = "Meter's phase",
            description = "Phase 1 to 3 that a single-phase meter is on; 0 for none in particular.",
            required = false,
            min = "0",
            max = "3",
            defaultValue = "0")
    int meter_phase();
}
