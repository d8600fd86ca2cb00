package io.wattwire.publish.pvoutput;

import io.wattwire.device.driver.SettingsReader;
import io.wattwire.device.source.SourceSettings;
import io.wattwire.publish.pvoutput.api.PvOutputAccess;

/**
 * The settings of the publisher after checking.
 *
 * @param access which system, and the key
 * @param plan what is told
 */
record PvOutputSettings(PvOutputAccess access, Plan plan) {

    /** Reads the settings; null where something is wrong, which their reader is told. */
    static PvOutputSettings of(SourceSettings settings) {
        SettingsReader plain = settings.plain();
        Plan plan = Plan.of(plain);
        int before = plain.problems().size();
        String key = settings.secret("api.key").map(String::valueOf).orElse("");
        if (plain.problems().size() > before) {
            return null; // it is said already that the key cannot be read
        }
        try {
            PvOutputAccess access =
                    PvOutputAccess.of(
                            plain.text("url", PvOutputAccess.SERVICE),
                            plain.text("system.id", ""),
                            key);
            return plain.problems().isEmpty() ? new PvOutputSettings(access, plan) : null;
        } catch (IllegalArgumentException wrong) {
            plain.problem(wrong.getMessage());
            return null;
        }
    }
}
