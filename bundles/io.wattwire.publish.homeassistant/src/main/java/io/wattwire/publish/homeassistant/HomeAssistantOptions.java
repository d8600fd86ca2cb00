package io.wattwire.publish.homeassistant;

import org.osgi.service.metatype.annotations.AttributeDefinition;

/** What Kura's screen shows of topics, of Home Assistant and of commands. */
interface HomeAssistantOptions {

    /** Where values are. */
    @AttributeDefinition(
            name = "Topic root",
            description = "Values are at root/asset/channel. Each gateway needs its own.",
            required = false,
            defaultValue = "wattwire")
    String topic_root();

    /** Home Assistant. */
    @AttributeDefinition(
            name = "Discovery",
            description = "Describes the devices to Home Assistant.",
            required = false,
            defaultValue = "true")
    boolean discovery();

    /** Where it looks. */
    @AttributeDefinition(
            name = "Discovery prefix",
            description = "As set in Home Assistant.",
            required = false,
            defaultValue = "homeassistant")
    String discovery_prefix();

    /** Name of this gateway. */
    @AttributeDefinition(
            name = "Gateway id",
            description = "For ids of devices without a serial number. Empty: the network address.",
            required = false)
    String gateway_id();

    /** Life of a value, s. */
    @AttributeDefinition(
            name = "Expire after (s)",
            description = "Without a value for so long a sensor is unavailable; 0: never.",
            required = false,
            defaultValue = "300",
            min = "0",
            max = "86400")
    int expire_after_s();

    /** Commands from the broker. */
    @AttributeDefinition(
            name = "Control",
            description =
                    "Lets the points below be commanded by whoever may publish at the broker.",
            required = false,
            defaultValue = "false")
    boolean control_enabled();

    /** What may be commanded. */
    @AttributeDefinition(
            name = "Control points",
            description =
                    "One per line or semicolon: inverter-control/inverter_power_limit = 0..5000",
            required = false)
    String control_points();

    /** How often. */
    @AttributeDefinition(
            name = "Commands per minute",
            description = "Of each point.",
            required = false,
            defaultValue = "12",
            min = "1",
            max = "600")
    int control_per_minute();
}
