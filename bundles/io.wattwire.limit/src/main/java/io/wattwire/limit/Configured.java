package io.wattwire.limit;

import io.wattwire.device.wire.RefusedException;
import io.wattwire.device.wire.Source;
import io.wattwire.limit.law.LimitSettings;
import io.wattwire.limit.law.Slot;
import io.wattwire.limit.supervisor.SealedConfiguration;
import java.util.List;
import java.util.Map;

/**
 * The settings in use, and why a newer configuration is not.
 *
 * @param chosen the last good ones
 * @param problem empty when the newest configuration is in use as it is
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
        return first(new SealedConfiguration(properties, "", false));
    }

    /** A first start with what the seal makes of the configuration. */
    static Configured first(SealedConfiguration sealed) {
        try {
            refuseDamage(sealed);
            return new Configured(SettingsParser.parse(sealed.properties()), sealed.notice());
        } catch (RefusedException e) {
            return new Configured(SettingsParser.closed(sealed.properties()), e.getMessage());
        }
    }

    /** A later change: a refused configuration changes nothing. */
    Configured next(Map<String, Object> properties) {
        return next(new SealedConfiguration(properties, "", false));
    }

    /** A later change with what the seal makes of the configuration. */
    Configured next(SealedConfiguration sealed) {
        try {
            refuseDamage(sealed);
            return new Configured(SettingsParser.parse(sealed.properties()), sealed.notice());
        } catch (RefusedException e) {
            return new Configured(chosen, e.getMessage());
        }
    }

    private static void refuseDamage(SealedConfiguration sealed) throws RefusedException {
        if (sealed.damaged()) {
            throw new RefusedException(List.of(sealed.notice()));
        }
    }
}
