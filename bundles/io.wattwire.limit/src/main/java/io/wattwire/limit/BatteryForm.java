package io.wattwire.limit;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Option;

/** A battery beside the inverters. */
interface BatteryForm {

    @AttributeDefinition(
            name = "Battery's role",
            description =
                    "seen: part of the house. first: inverters run free as far as the battery takes"
                            + " what they generate. control: its set-point is written through the"
                            + " port after the last inverter's. first_and_control: both.",
            defaultValue = Defaults.BATTERY_ROLE,
            options = {
                @Option(label = "seen", value = "seen"),
                @Option(label = "first", value = "first"),
                @Option(label = "control", value = "control"),
                @Option(label = "first_and_control", value = "first_and_control")
            })
    String battery_role();

    @AttributeDefinition(
            name = "Battery power from",
            description =
                    "asset/channel; W, + charging. State of charge and what it can take and give"
                            + " are read beside it; what is not known counts as nothing.",
            required = false)
    String battery_source();

    @AttributeDefinition(
            name = "Battery full at (%)",
            description = "From this state of charge on it counts as full.",
            defaultValue = Defaults.BATTERY_FULL_SOC)
    double battery_full_soc();

    @AttributeDefinition(
            name = "Battery not full again at (%)",
            description = "Below the one above.",
            defaultValue = Defaults.BATTERY_AGAIN_SOC)
    double battery_again_soc();

    @AttributeDefinition(
            name = "Left to the battery inverter (W)",
            description = "The last of what the battery could take is its own loop's.",
            defaultValue = Defaults.BATTERY_RESERVE_W)
    double battery_reserve_w();
}
