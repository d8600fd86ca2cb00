package io.wattwire.console;

import io.wattwire.publish.control.ControlRules;
import org.osgi.service.metatype.annotations.AttributeDefinition;

/** What Kura's screen shows of values and commands; {@link ConsoleSettings} reads it. */
interface ConsoleOptions {

    /** Life of a value, s. */
    @AttributeDefinition(
            name = "Stale after (s)",
            description = "A value of this age is called stale.",
            required = false,
            defaultValue = "" + ConsoleSettings.STALE_S,
            min = "1",
            max = "86400")
    int stale_after_s();

    /** Commands from callers. */
    @AttributeDefinition(
            name = "Control",
            description = "Lets the points below be commanded by whoever knows the secret.",
            required = false,
            defaultValue = "false")
    boolean control_enabled();

    /** What may be commanded. */
    @AttributeDefinition(
            name = "Control points",
            description =
                    "One per line or semicolon: battery-control/battery_power_setpoint ="
                            + " -3000..3000",
            required = false)
    String control_points();

    /** How often. */
    @AttributeDefinition(
            name = "Commands per minute",
            description = "Of each point.",
            required = false,
            defaultValue = "" + ControlRules.PER_MINUTE,
            min = "1",
            max = "600")
    int control_per_minute();

    /** Names for the battery calls. */
    @AttributeDefinition(
            name = "Batteries",
            description =
                    "Name = asset that is read, asset that is commanded; semicolons between:"
                            + " home = victron-read, victron-control",
            required = false)
    String batteries();
}
