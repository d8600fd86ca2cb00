package io.wattwire.standalone.cloud;

import io.wattwire.standalone.util.Properties;
import java.nio.charset.StandardCharsets;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;

/**
 * Settings of the connection to a broker.
 *
 * @param url as Paho wants it: tcp:// or ssl://
 * @param account first level of topics
 * @param clientId second level of topics
 * @param timeoutSeconds for connecting
 * @param options what Paho needs besides
 */
record MqttSettings(
        String url,
        String account,
        String clientId,
        int timeoutSeconds,
        MqttConnectOptions options) {
    private static final int MAX_SECONDS = 65_535;
    private static final int IN_FLIGHT = 64;
    private static final int DEFAULT_TIMEOUT_S = 10;

    /**
     * Reads settings.
     *
     * @param properties as they were delivered
     * @param password the password in clear, or null
     * @param hardwareAddress what names the gateway if no client id is set
     * @throws IllegalArgumentException if one is wrong, naming it
     */
    static MqttSettings of(Properties properties, char[] password, String hardwareAddress) {
        String account = properties.text("topic.context.account-name", "account-name");
        String clientId = clientId(properties.text("client-id", ""), hardwareAddress);
        // 0 would wait for ever, as Paho understands it
        int timeout = Math.max(1, properties.number("timeout", DEFAULT_TIMEOUT_S, 0, MAX_SECONDS));
        MqttConnectOptions options = new MqttConnectOptions();
        options.setConnectionTimeout(timeout);
        options.setKeepAliveInterval(properties.number("keep-alive", 30, 0, MAX_SECONDS));
        options.setCleanSession(properties.flag("clean-session", true));
        options.setMqttVersion(properties.number("protocol-version", 4, 3, 4));
        options.setMaxInflight(IN_FLIGHT);
        String user = properties.text("username", "").trim();
        if (!user.isEmpty()) {
            options.setUserName(user);
            options.setPassword(password);
        }
        setWill(options, properties, account, clientId);
        return new MqttSettings(
                url(properties.text("broker-url", "")), account, clientId, timeout, options);
    }

    private static void setWill(
            MqttConnectOptions options, Properties properties, String account, String clientId) {
        String topic =
                properties
                        .text("lwt.topic", "$EDC/#account-name/#client-id/MQTT/LWT")
                        .replace("#account-name", account)
                        .replace("#client-id", clientId);
        if (!topic.isBlank()) {
            options.setWill(
                    topic,
                    properties.text("lwt.payload", "").getBytes(StandardCharsets.UTF_8),
                    properties.number("lwt.qos", 0, 0, 2),
                    properties.flag("lwt.retain", false));
        }
    }

    /** As in Kura: what a topic cannot contain becomes a dash. */
    private static String clientId(String configured, String hardwareAddress) {
        String id = configured.isBlank() ? String.valueOf(hardwareAddress) : configured.trim();
        return id.replaceAll("[/+#.]", "-");
    }

    private static String url(String configured) {
        String url =
                configured
                        .trim()
                        .replaceFirst("^mqtt://", "tcp://")
                        .replaceFirst("^mqtts://", "ssl://")
                        .replaceFirst("/$", "");
        if (!url.matches("(tcp|ssl)://[^/\\s]+:\\d{1,5}")) {
            throw new IllegalArgumentException(
                    "broker-url is '%s'; write mqtt://host:1883 or mqtts://host:8883"
                            .formatted(configured));
        }
        return url;
    }
}
