package io.wattwire.source.mqtt;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What Kura's screen shows of the messages that are read, and of the connection's life. */
interface MessageSettings {

    /** What to listen to. */
    @AttributeDefinition(
            name = "Topic",
            description = "May have the wildcards + and #.",
            required = false,
            defaultValue = "meter")
    String topic();

    /** How messages are written. */
    @AttributeDefinition(
            name = "Format",
            description = "How the messages are written.",
            required = false,
            defaultValue = "json",
            options = {
                @Option(label = "JSON object of numbers", value = "json"),
                @Option(label = "P1 telegram as JSON", value = "p1"),
                @Option(label = "One number", value = "number")
            })
    String format();

    /** Name of a lone number. */
    @AttributeDefinition(
            name = "Value name",
            description = "For one number: what it is, for example grid_power.",
            required = false)
    String value_name();

    /** Offset of the imported energy, Wh. */
    @AttributeDefinition(
            name = "Import offset (Wh)",
            description = "For P1: taken off the imported energy.",
            required = false,
            min = "0")
    double offset_import_wh();

    /** Offset of the exported energy, Wh. */
    @AttributeDefinition(
            name = "Export offset (Wh)",
            description = "For P1: taken off the exported energy.",
            required = false,
            min = "0")
    double offset_export_wh();

    /** Life sign, s. */
    @AttributeDefinition(
            name = "Keep alive (s)",
            description = "After one and a half of it without a sign the connection is lost.",
            required = false,
            defaultValue = "60",
            min = "5",
            max = "3600")
    int keep_alive_s();

    /** Topic of the last will. */
    @AttributeDefinition(
            name = "Last will, topic",
            description = "Empty: no last will.",
            required = false)
    String will_topic();

    /** Text of the last will. */
    @AttributeDefinition(
            name = "Last will, message",
            description = "What the broker publishes when this source is gone.",
            required = false,
            defaultValue = "offline")
    String will_message();
}
