package io.wattwire.source.mqtt;

import io.wattwire.device.driver.SettingsReader;
import io.wattwire.device.source.SourceSettings;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttTopic;

/**
 * The settings of an MQTT source after checking.
 *
 * @param url of the broker
 * @param clientId how it calls itself there
 * @param topic filter of the messages that it reads
 * @param format how they are written
 * @param options of the connection, the password among them
 */
record MqttSettings(
        String url, String clientId, String topic, Format format, MqttConnectOptions options) {

    private static final int CONNECT_SECONDS = 10;
    private static final int QOS = 0;

    /**
     * Reads the settings; what is wrong is told to their reader.
     *
     * @return null where something is wrong
     */
    static MqttSettings of(String owner, SourceSettings settings) {
        SettingsReader plain = settings.plain();
        boolean tls = plain.flag("tls", false);
        String host = plain.text("host", "localhost");
        if (!host.matches("[A-Za-z0-9._:\\[\\]-]{1,253}")) {
            plain.problem("host is '" + host + "'; write a name or an address");
        }
        int port = plain.whole("port", 1, 65_535).orElse(tls ? 8883 : 1883);
        String topic = plain.text("topic", "meter");
        try {
            MqttTopic.validate(topic, true);
        } catch (IllegalArgumentException wrong) {
            plain.problem("topic is '" + topic + "', which is no MQTT topic");
        }
        MqttConnectOptions options = options(settings);
        Format format = format(plain);
        return plain.problems().isEmpty()
                ? new MqttSettings(
                        (tls ? "ssl://" : "tcp://") + host + ":" + port,
                        plain.text("client.id", "wattwire-" + owner),
                        topic,
                        format,
                        options)
                : null;
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

    private static MqttConnectOptions options(SourceSettings settings) {
        SettingsReader plain = settings.plain();
        MqttConnectOptions options = new MqttConnectOptions();
        options.setCleanSession(true);
        options.setConnectionTimeout(CONNECT_SECONDS);
        options.setKeepAliveInterval(plain.whole("keep.alive.s", 5, 3600).orElse(60));
        plain.text("username").ifPresent(options::setUserName);
        settings.secret("password").ifPresent(options::setPassword);
        plain.text("will.topic").ifPresent(topic -> will(plain, options, topic));
        return options;
    }

    private static void will(SettingsReader plain, MqttConnectOptions options, String topic) {
        try {
            String message = plain.text("will.message", "offline");
            options.setWill(topic, message.getBytes(StandardCharsets.UTF_8), QOS, false);
        } catch (IllegalArgumentException wrong) {
            plain.problem("will.topic is '" + topic + "', which is no MQTT topic");
        }
    }
}
