package io.wattwire.publish.givtcp;

import io.wattwire.device.driver.SettingsReader;
import io.wattwire.device.source.SourceSettings;
import io.wattwire.publish.control.ControlRules;

/**
 * What may come in.
 *
 * @param rules what may be commanded; nothing while control is off
 */
record DoorSettings(ControlRules rules) {

    private static final int PER_MINUTE = 12;

    /** Reads the settings; what is wrong is told to their reader. */
    static DoorSettings of(SourceSettings settings) {
        SettingsReader plain = settings.plain();
        boolean enabled = plain.flag("control.enabled", false);
        int perMinute = plain.whole("control.per.minute", 1, 600).orElse(PER_MINUTE);
        String points = plain.text("control.points", "");
        ControlRules rules = ControlRules.parse(points, perMinute, plain::problem);
        if (enabled && rules.points().isEmpty()) {
            plain.problem(
                    "control.enabled is true, but control.points is empty; write for example"
                            + " inverter/charge_rate");
        }
        return new DoorSettings(enabled ? rules : ControlRules.nothing());
    }
}
