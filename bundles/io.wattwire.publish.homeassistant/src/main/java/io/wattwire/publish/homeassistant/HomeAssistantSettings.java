package io.wattwire.publish.homeassistant;

import io.wattwire.device.driver.SettingsReader;
import io.wattwire.device.source.SourceSettings;
import io.wattwire.publish.control.ControlRules;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;

/**
 * The settings of the publisher after checking.
 *
 * @param url of the broker
 * @param clientId how the gateway calls itself there
 * @param options of the connection, password and last will among them
 * @param topics where things are
 * @param discovery whether devices are described to Home Assistant
 * @param gateway part of the ids of devices that tell no serial number
 * @param expireSeconds after which time without a value a sensor is unavailable; 0 for never
 * @param rules what may be commanded; nothing while control is off
 */
record HomeAssistantSettings(
        String url,
        String clientId,
        MqttConnectOptions options,
        Topics topics,
        boolean discovery,
        String gateway,
        int expireSeconds,
        ControlRules rules) {

    private static final int CONNECT_SECONDS = 8;
    private static final int EXPIRE = 300;
    private static final int DAY_S = 86_400;
    private static final int PER_MINUTE = 12;
    private static final int MOST_IN_FLIGHT = 2000;
    private static final String LEVELS =
            "[^+#\\s\\p{Cntrl}/]{1,100}(/[^+#\\s\\p{Cntrl}/]{1,100}){0,4}";
    private static final Pattern PERIOD = Pattern.compile("(?:last|mean|change)\\s+(\\d{1,5})");

    /** Reads the settings; null where something is wrong, which their reader is told. */
    static HomeAssistantSettings of(String owner, String gatewayId, SourceSettings settings) {
        SettingsReader plain = settings.plain();
        boolean tls = plain.flag("tls", false);
        String host = plain.text("host", "localhost");
        if (!host.matches("[A-Za-z0-9._:\\[\\]-]{1,253}")) {
            plain.problem("host is '" + host + "'; write a name or an address");
        }
        int port = plain.whole("port", 1, 65_535).orElse(tls ? 8883 : 1883);
        Topics topics =
                new Topics(
                        levels(plain, "topic.root", "wattwire"),
                        levels(plain, "discovery.prefix", "homeassistant"));
        boolean discovery = plain.flag("discovery", true);
        int expire = expire(plain);
        ControlRules rules = rules(plain);
        MqttConnectOptions options = options(settings, topics, tls);
        if (!plain.problems().isEmpty()) {
            return null;
        }
        return new HomeAssistantSettings(
                (tls ? "ssl://" : "tcp://") + host + ":" + port,
                plain.text("client.id", "wattwire-" + owner),
                options,
                topics,
                discovery,
                Topics.id(plain.text("gateway.id", gatewayId)),
                expire,
                rules);
    }

    private static String levels(SettingsReader plain, String id, String otherwise) {
        String text = plain.text(id, otherwise);
        if (!text.matches(LEVELS)) {
            plain.problem(id + " is '" + text + "'; write for example " + otherwise);
        }
        return text;
    }

    /** What is published rarely must not be unavailable in between. */
    private static int expire(SettingsReader plain) {
        int expire = plain.whole("expire.after.s", 0, DAY_S).orElse(EXPIRE);
        int rarest = 0;
        Matcher periods = PERIOD.matcher(plain.text("channels", ""));
        while (periods.find()) {
            rarest = Math.max(rarest, Integer.parseInt(periods.group(1)));
        }
        if (expire > 0 && expire < 2 * rarest) {
            plain.problem(
                    "expire.after.s is "
                            + expire
                            + ", but channels has values every "
                            + rarest
                            + " s; write at least "
                            + 2 * rarest
                            + ", or 0");
        }
        return expire;
    }

    private static ControlRules rules(SettingsReader plain) {
        boolean enabled = plain.flag("control.enabled", false);
        int perMinute = plain.whole("control.per.minute", 1, 600).orElse(PER_MINUTE);
        String points = plain.text("control.points", "");
        ControlRules rules = ControlRules.parse(points, perMinute, plain::problem);
        if (enabled && rules.points().isEmpty()) {
            plain.problem(
                    "control.enabled is true, but control.points is empty; write for example"
                            + " inverter-control/inverter_power_limit");
        }
        return enabled ? rules : ControlRules.nothing();
    }

    private static MqttConnectOptions options(SourceSettings settings, Topics topics, boolean tls) {
        SettingsReader plain = settings.plain();
        MqttConnectOptions options = new MqttConnectOptions();
        options.setCleanSession(true); // commands given while nobody was here are too old
        options.setConnectionTimeout(CONNECT_SECONDS);
        options.setKeepAliveInterval(plain.whole("keep.alive.s", 5, 3600).orElse(30));
        options.setMaxInflight(MOST_IN_FLIGHT);
        plain.text("username").ifPresent(options::setUserName);
        settings.secret("password").ifPresent(options::setPassword);
        if (plain.problems().isEmpty()) {
            options.setWill(
                    topics.availability(), "offline".getBytes(StandardCharsets.UTF_8), 1, true);
        }
        plain.text("tls.ca")
                .ifPresent(
                        file -> {
                            if (tls) {
                                Authority.read(file, plain::problem)
                                        .ifPresent(options::setSocketFactory);
                            } else {
                                plain.problem("tls.ca is set, but tls is not; set tls to true");
                            }
                        });
        return options;
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return url;
    }
}
