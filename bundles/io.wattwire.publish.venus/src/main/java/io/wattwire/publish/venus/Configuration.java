package io.wattwire.publish.venus;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What Kura's screen shows. */
@ObjectClassDefinition(
        id = VenusPublisher.PID,
        name = "Victron Venus publisher",
        description = "Shows an asset as a device on the D-Bus of a Victron GX.")
@interface Configuration {

    /** Where the bus is. */
    @AttributeDefinition(
            name = "Address of the bus",
            description =
                    "As tcp:host=venus.local,port=78 or unix:path=/run/dbus/system_bus_socket.",
            required = false)
    String address() default VenusSettings.ADDRESS;

    /** Who we are to it. */
    @AttributeDefinition(
            name = "User id on the GX",
            description = "Empty: who the socket says we are; 0 (root) for some tunnels.",
            required = false,
            min = "0",
            max = "65535")
    int uid();

    /** What we are to the GX. */
    @AttributeDefinition(
            name = "Service",
            description = "What the asset is to the GX.",
            required = false,
            options = {
                @Option(label = "Grid meter", value = "grid"),
                @Option(label = "PV inverter", value = "pvinverter"),
                @Option(label = "Battery", value = "battery")
            })
    String service() default "grid";

    /** Whose values are shown. */
    @AttributeDefinition(
            name = "Asset",
            description = "Name of the asset; empty: meter, inverter or battery.",
            required = false)
    String asset();

    /** Unique part of the name. */
    @AttributeDefinition(
            name = "Id",
            description =
                    "Unique part of the service's name, as cg_1234567; never change it: settings and"
                            + " history hang on it. Empty: by the asset.",
            required = false)
    String id();

    /** Instance that is asked for. */
    @AttributeDefinition(
            name = "Device instance",
            description = "Asked for at the first start; the GX gives the next free one.",
            required = false,
            min = "0",
            max = "1000")
    int instance();

    /** Where an inverter is connected. */
    @AttributeDefinition(
            name = "Position",
            description = "Of a PV inverter, at the first start; the GX keeps it.",
            required = false,
            options = {
                @Option(label = "AC input 1", value = "0"),
                @Option(label = "AC output", value = "1"),
                @Option(label = "AC input 2", value = "2")
            })
    int position() default 0;

    /** Name on the screen of the GX. */
    @AttributeDefinition(
            name = "Custom name",
            description = "At the first start; the GX keeps it.",
            required = false)
    String custom_name();

    /** Phase of a device that has one. */
    @AttributeDefinition(
            name = "Phase",
            description = "Of a device with one phase.",
            required = false,
            min = "1",
            max = "3")
    int phase() default 1;

    /** Rated power, W. */
    @AttributeDefinition(
            name = "Maximum power (W)",
            description = "Of a PV inverter; empty: as it says itself.",
            required = false,
            min = "0")
    double max_power_w();

    /** Whether the GX may limit. */
    @AttributeDefinition(
            name = "The GX may limit",
            description =
                    "Makes /Ac/PowerLimit writable and emits power_limit, for the limit's setting"
                            + " setpoint.source. It can only be stricter than the limit's own law.",
            required = false)
    boolean control_enabled() default false;

    /** Limit whose status is shown. */
    @AttributeDefinition(
            name = "Limit",
            description = "Name of the dynamic limit, for /dynamicGenerationStatus and the like.",
            required = false)
    String limit() default "limit";

    /** Meter of the rule for energies. */
    @AttributeDefinition(
            name = "Grid meter",
            description = "Name of its asset, for the rule for energies.",
            required = false)
    String meter() default "meter";

    /** Export without derating, W. */
    @AttributeDefinition(
            name = "Free export (W)",
            description =
                    "With it /Settings/DynamicGeneration on the GX decides: allowed_export is this,"
                            + " or 0 while it derates, for the limit's setting target.source."
                            + " Empty: these settings are not followed.",
            required = false,
            min = "0")
    double free_export_w();
}
