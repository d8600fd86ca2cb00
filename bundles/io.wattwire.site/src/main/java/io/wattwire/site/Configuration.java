package io.wattwire.site;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The form that Kura shows. Nothing of it is enforced there: {@link SettingsParser} checks. */
@ObjectClassDefinition(
        id = Site.PID,
        name = "Wattwire site",
        description =
                "Adds several meters, inverters and batteries up to one set of values. Lists have"
                        + " commas between: meter, or meter/channel for just that power, with l1, l2 or"
                        + " l3 behind it if all of it is on that phase. A part that is missing makes"
                        + " the sum missing, not smaller.")
@interface Configuration {

    @AttributeDefinition(
            name = "Grid meters",
            description =
                    "Assets at the grid connection. One meter of three phases, or: meter-a l1,"
                            + " meter-b l2, meter-c l3.",
            required = false)
    String grid_assets();

    @AttributeDefinition(
            name = "PV inverters",
            description =
                    "Assets of inverters without a battery of their own, or of meters with the"
                            + " role pv. Each inverter once: itself or its meter.",
            required = false)
    String inverter_assets();

    @AttributeDefinition(
            name = "Hybrid inverters",
            description =
                    "Assets of inverters with a battery behind the same AC terminals. Their"
                            + " inverter power holds PV and battery, so they are listed only here.",
            required = false)
    String hybrid_assets();

    @AttributeDefinition(
            name = "Batteries",
            description = "Assets of batteries with an AC connection of their own.",
            required = false)
    String battery_assets();

    @AttributeDefinition(
            name = "Generators",
            description = "Assets with generator_power, + generating.",
            required = false)
    String generator_assets();

    @AttributeDefinition(
            name = "Car chargers",
            description = "Assets with ev_power. They stay a part of the load.",
            required = false)
    String ev_assets();

    @AttributeDefinition(
            name = "Capacities (kWh)",
            description =
                    "Of batteries that do not tell theirs, to weight states of charge:"
                            + " battery-1=10.2, battery-2=5.",
            required = false)
    String battery_capacity_kwh();

    @AttributeDefinition(
            name = "Power too old after (s)",
            description =
                    "Then it counts as missing; 1 to 3600. Empty: three times the period in which"
                            + " it comes, at least 3 s.",
            required = false)
    double stale_s();

    @AttributeDefinition(
            name = "Slow values too old after (s)",
            description =
                    "Energies, voltages, states of charge; 1 to 3600. Empty: three times the"
                            + " period in which they come, at least 30 s.",
            required = false)
    double slow_stale_s();
}
