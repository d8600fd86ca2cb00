package io.wattwire.publish.homeassistant;

import io.wattwire.device.driver.SettingsReader;
import io.wattwire.device.source.SourceSettings;
import io.wattwire.publish.control.ControlRules;
import io.wattwire.publish.mqtt.MqttAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings of the publisher after checking.
 *
 * @param access which broker, password among it
 * @param topics where things are
 * @param discovery whether devices are described to Home Assistant
 * @param gateway part of the ids of devices that tell no serial number
 * @param expireSeconds after which time without a value a sensor is unavailable; 0 for never
 * @param rules what may be commanded; nothing while control is off
 */
record HomeAssistantSettings(
        MqttAccess access,
        Topics topics,
        boolean discovery,
        String gateway,
        int expireSeconds,
        ControlRules rules) {

    private static final int EXPIRE = 300;
    private static final int DAY_S = 86_400;
    private static final String LEVELS =
            "[^+#\\s\\p{Cntrl}/]{1,100}(/[^+#\\s\\p{Cntrl}/]{1,100}){0,4}";
    private static final Pattern PERIOD = Pattern.compile("(?:last|mean|change)\\s+(\\d{1,5})");

    /** Reads the settings; null where something is wrong, which their reader is told. */
    static HomeAssistantSettings of(String owner, String gatewayId, SourceSettings settings) {
        SettingsReader plain = settings.plain();
        MqttAccess access = MqttAccess.of(owner, settings);
        Topics topics =
                new Topics(
                        levels(plain, "topic.root", "wattwire"),
                        levels(plain, "discovery.prefix", "homeassistant"));
        boolean discovery = plain.flag("discovery", true);
        int expire = expire(plain);
        ControlRules rules = rules(plain);
        if (!plain.problems().isEmpty()) {
            return null;
        }
        return new HomeAssistantSettings(
                access,
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
        return ControlRules.read(plain, "inverter-control/inverter_power_limit");
    }

    /** What is listened to: Home Assistant's start, and commands where any are allowed. */
    List<String> heard() {
        List<String> heard = new ArrayList<>();
        if (discovery) {
            heard.add(topics.birth());
        }
        if (!rules.points().isEmpty()) {
            heard.add(topics.commands());
        }
        return heard;
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return access.url();
    }
}
