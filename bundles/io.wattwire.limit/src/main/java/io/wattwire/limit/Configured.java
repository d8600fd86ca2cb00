package io.wattwire.limit;

import io.wattwire.device.wire.RefusedException;
import io.wattwire.device.wire.Source;
import io.wattwire.limit.law.LimitSettings;
import io.wattwire.limit.law.Slot;
import java.util.Map;

/**
 * The settings in use, and why a newer configuration is not.
 *
 * @param chosen the last good ones
 * @param problem empty when the newest configuration is in use
 */
record Configured(Chosen chosen, String problem) {

    LimitSettings settings() {
        return chosen.settings();
    }

    Map<Slot, Source> sources() {
        return chosen.sources();
    }

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
            return new Configured(chosen, e.getMessage());
        }
    }
}
