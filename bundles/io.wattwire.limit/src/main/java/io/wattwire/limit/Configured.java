package io.wattwire.limit;

import io.wattwire.device.wire.RefusedException;
import java.util.Map;

/**
 * The settings in use, and why a newer configuration is not.
 *
 * @param settings the last good ones
 * @param problem empty when the newest configuration is in use
 */
record Configured(LimitSettings settings, String problem) {

    /** A first start: a refused configuration leaves the limit closed. */
    static Configured first(Map<String, Object> properties) {
        try {
            return new Configured(SettingsParser.parse(properties), "");
        } catch (RefusedException e) {
            return new Configured(SettingsParser.closed(properties), e.getMessage());
        }
    }

    /** A later change: a refused configuration changes nothing. */
    Configured next(Map<String, Object> properties) {
        try {
            return new Configured(SettingsParser.parse(properties), "");
        } catch (RefusedException e) {
            return new Configured(settings, e.getMessage());
        }
    }
}
