package io.wattwire.publish.givtcp;

import io.wattwire.device.driver.SettingsReader;
import io.wattwire.device.source.SourceSettings;
import io.wattwire.publish.givtcp.data.Form;
import io.wattwire.publish.mqtt.MqttAccess;
import java.util.Optional;

/**
 * The settings of the publisher after checking.
 *
 * @param access which broker; empty when nothing goes to one
 * @param influx which InfluxDB; empty when nothing goes to one
 * @param root first level or levels of the topics
 * @param form whose spelling of the structure
 * @param raw whether the registers are shown besides
 * @param discovery prefix where Home Assistant looks; empty to tell it nothing
 * @param doors what may come in
 */
record GivTcpSettings(
        Optional<MqttAccess> access,
        Optional<InfluxAccess> influx,
        String root,
        Form form,
        boolean raw,
        Optional<String> discovery,
        DoorSettings doors) {

    private static final String LEVELS =
            "[^+#\\s\\p{Cntrl}/]{1,100}(/[^+#\\s\\p{Cntrl}/]{1,100}){0,4}";

    /** Reads the settings; null where something is wrong, which their reader is told. */
    static GivTcpSettings of(String owner, SourceSettings settings) {
        SettingsReader plain = settings.plain();
        MqttAccess access = MqttAccess.of(owner, settings);
        boolean mqtt = plain.flag("mqtt", true);
        Optional<InfluxAccess> influx = InfluxAccess.of(settings);
        if (mqtt && plain.flag("influx", false)) {
            plain.problem(
                    "mqtt and influx are both true; use one component for each, so that neither"
                            + " waits for the other");
        }
        String root = levels(plain, "topic.root", "GivEnergy");
        boolean discovery = plain.flag("discovery", true);
        String prefix = levels(plain, "discovery.prefix", "homeassistant");
        Optional<Form> form = Form.of(plain.text("form", Form.OF_2022.label()));
        if (form.isEmpty()) {
            plain.problem("form is '" + plain.text("form", "") + "'; write 2022 or v3");
        }
        boolean raw = plain.flag("raw", false);
        DoorSettings doors = DoorSettings.of(settings);
        if (!plain.problems().isEmpty()) {
            return null;
        }
        return new GivTcpSettings(
                mqtt ? Optional.of(access) : Optional.empty(),
                influx,
                root,
                form.orElseThrow(),
                raw,
                discovery ? Optional.of(prefix) : Optional.empty(),
                doors);
    }

    private static String levels(SettingsReader plain, String id, String otherwise) {
        String text = plain.text(id, otherwise);
        if (!text.matches(LEVELS)) {
            plain.problem(id + " is '" + text + "'; write for example " + otherwise);
        }
        return text;
    }
}
