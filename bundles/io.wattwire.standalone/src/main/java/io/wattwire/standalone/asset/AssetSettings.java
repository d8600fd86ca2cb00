package io.wattwire.standalone.asset;

import io.wattwire.standalone.util.Properties;
import java.util.Map;

/**
 * The settings of an asset apart from its channels.
 *
 * @param pid its {@code kura.service.pid}
 * @param description what it is
 * @param driverPid the {@code kura.service.pid} of its driver
 * @param timestamps which times are emitted
 * @param emitErrors whether {@code <channel>_error} is emitted
 * @param onChange whether only changed values are emitted
 * @param emptyEnvelopes whether an envelope without values is emitted
 */
record AssetSettings(
        String pid,
        String description,
        String driverPid,
        TimestampMode timestamps,
        boolean emitErrors,
        boolean onChange,
        boolean emptyEnvelopes) {

    static AssetSettings of(Map<String, Object> properties) {
        Properties settings = new Properties(properties);
        return new AssetSettings(
                settings.pid(),
                settings.text("asset.desc", ""),
                settings.text("driver.pid", ""),
                timestamps(settings.text("timestamp.mode", "")),
                settings.flag("emit.errors", false),
                settings.flag("emit.on.change", false),
                settings.flag("emit.empty.envelopes", true));
    }

    private static TimestampMode timestamps(String name) {
        for (TimestampMode mode : TimestampMode.values()) {
            if (mode.name().equals(name)) {
                return mode;
            }
        }
        return TimestampMode.PER_CHANNEL; // the default, also for what nobody knows
    }
}
