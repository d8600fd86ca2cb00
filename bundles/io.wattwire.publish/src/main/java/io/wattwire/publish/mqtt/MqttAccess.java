package io.wattwire.publish.mqtt;

import io.wattwire.device.driver.SettingsReader;
import io.wattwire.device.source.SourceSettings;
import java.util.Optional;
import javax.net.SocketFactory;
import org.eclipse.paho.client.mqttv3.MqttTopic;

/**
 * Which broker, and who we are there: settings {@code host}, {@code port}, {@code tls}, {@code
 * tls.ca}, {@code username}, {@code password}, {@code client.id} and {@code keep.alive.s}.
 *
 * @param url of the broker, without secrets
 * @param clientId how the gateway calls itself there
 * @param username empty for none
 * @param password empty for none; a secret
 * @param trust makes the sockets where the broker is certified by an authority of the owner's own
 * @param keepAliveSeconds 5 to 3600
 */
public record MqttAccess(
        String url,
        String clientId,
        Optional<String> username,
        Optional<char[]> password,
        Optional<SocketFactory> trust,
        int keepAliveSeconds) {

    private static final int PORT = 1883;
    private static final int TLS_PORT = 8883;
    private static final int KEEP_ALIVE = 30;

    /**
     * Reads the settings; what is wrong is told to their reader.
     *
     * @param owner the instance's {@code kura.service.pid}; part of the client id where none is set
     * @param settings what the owner set
     * @return of use only when the reader has no problems
     */
    public static MqttAccess of(String owner, SourceSettings settings) {
        return of(owner, settings, KEEP_ALIVE);
    }

    /**
     * Reads the settings; what is wrong is told to their reader.
     *
     * @param owner the instance's {@code kura.service.pid}; part of the client id where none is set
     * @param settings what the owner set
     * @param keepAliveSeconds 5 to 3600, where none is set
     * @return of use only when the reader has no problems
     */
    public static MqttAccess of(String owner, SourceSettings settings, int keepAliveSeconds) {
        SettingsReader plain = settings.plain();
        boolean tls = plain.flag("tls", false);
        String host = plain.text("host", "localhost");
        if (!host.matches("[A-Za-z0-9._:\\[\\]-]{1,253}")) {
            plain.problem("host is '" + host + "'; write a name or an address");
        }
        int port = plain.whole("port", 1, 65_535).orElse(tls ? TLS_PORT : PORT);
        return new MqttAccess(
                (tls ? "ssl://" : "tcp://") + host + ":" + port,
                plain.text("client.id", "wattwire-" + owner),
                plain.text("username"),
                settings.secret("password"),
                trust(plain, tls),
                plain.whole("keep.alive.s", 5, 3600).orElse(keepAliveSeconds));
    }

    private static Optional<SocketFactory> trust(SettingsReader plain, boolean tls) {
        Optional<String> file = plain.text("tls.ca");
        if (file.isPresent() && !tls) {
            plain.problem("tls.ca is set, but tls is not; set tls to true");
        }
        return tls ? file.flatMap(it -> Authority.read(it, plain::problem)) : Optional.empty();
    }

    /**
     * Checks a topic of the owner's.
     *
     * @param topic to publish to or to hear
     * @param wildcards whether {@code +} and {@code #} may stand in it
     * @return whether brokers know such topics
     */
    public static boolean isTopic(String topic, boolean wildcards) {
        try {
            MqttTopic.validate(topic, wildcards);
            return true;
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }

    /**
     * The same broker under another name, for a second connection: a broker drops the first one of
     * two with the same name.
     *
     * @param suffix appended to the name
     * @return another access
     */
    public MqttAccess as(String suffix) {
        return new MqttAccess(url, clientId + suffix, username, password, trust, keepAliveSeconds);
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return url;
    }
}
