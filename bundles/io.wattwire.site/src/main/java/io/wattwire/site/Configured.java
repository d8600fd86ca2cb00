package io.wattwire.site;

import io.wattwire.device.wire.RefusedException;
import java.util.Map;

/**
 * The settings in use, and why a newer configuration is not.
 *
 * @param settings the last good ones
 * @param problem empty when the newest configuration is in use
 */
record Configured(SiteSettings settings, String problem) {

    static final Configured NOTHING = new Configured(SiteSettings.NOTHING, "");

    /** A refused configuration changes nothing; at a first start the site has no values then. */
    Configured next(String pid, Map<String, Object> properties) {
        try {
            return new Configured(SettingsParser.parse(pid, properties), "");
        } catch (RefusedException e) {
            return new Configured(settings, e.getMessage());
        }
    }
}
