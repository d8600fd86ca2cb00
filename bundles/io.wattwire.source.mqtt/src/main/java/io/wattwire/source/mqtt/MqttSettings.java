package io.wattwire.source.mqtt;

import io.wattwire.device.driver.SettingsReader;
import io.wattwire.device.source.SourceSettings;
import io.wattwire.publish.mqtt.MqttAccess;
import io.wattwire.publish.mqtt.Presence;
import java.util.Optional;

/**
 * The settings of an MQTT source after checking.
 *
 * @param access which broker
 * @param lastWill what others there hear when the source is gone
 * @param topic filter of the messages that it reads
 * @param format how they are written
 */
record MqttSettings(MqttAccess access, Presence lastWill, String topic, Format format) {

    private static final int KEEP_ALIVE_SECONDS = 60;

    /**
     * Reads the settings; what is wrong is told to their reader.
     *
     * @return null where something is wrong
     */
    static MqttSettings of(String owner, SourceSettings settings) {
        SettingsReader plain = settings.plain();
        MqttAccess access = MqttAccess.of(owner, settings, KEEP_ALIVE_SECONDS);
        String topic = plain.text("topic", "meter");
        check(plain, "topic", topic, true);
        Presence lastWill = lastWill(plain);
        Format format = format(plain);
        return plain.problems().isEmpty()
                ? new MqttSettings(access, lastWill, topic, format)
                : null;
    }

    private static Presence lastWill(SettingsReader plain) {
        String topic = plain.text("will.topic", "");
        if (topic.isEmpty()) {
            return Presence.SILENT;
        }
        check(plain, "will.topic", topic, false);
        return Presence.lastWill(topic, plain.text("will.message", "offline"));
    }

    private static void check(SettingsReader plain, String name, String topic, boolean wildcards) {
        if (!MqttAccess.isTopic(topic, wildcards)) {
            plain.problem(name + " is '" + topic + "', which is no MQTT topic");
        }
    }

    private static Format format(SettingsReader plain) {
        String name = plain.text("format", "json");
        switch (name) {
            case "json":
                return new JsonObjectFormat();
            case "p1":
                return new P1Format(
                        plain.positive("offset.import.wh").orElse(0),
                        plain.positive("offset.export.wh").orElse(0));
            case "number":
                Optional<String> value = plain.text("value.name");
                if (value.isEmpty()) {
                    plain.problem(
                            "value.name is empty; write what the number is, such as grid_power");
                }
                return new NumberFormat(value.orElse(""));
            default:
                plain.problem("format is '" + name + "'; write json, p1 or number");
                return null;
        }
    }
}
