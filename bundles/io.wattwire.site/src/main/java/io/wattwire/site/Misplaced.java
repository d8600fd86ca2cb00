package io.wattwire.site;

import io.wattwire.device.wire.Source;
import java.util.Optional;

/**
 * Finds a hybrid inverter in the wrong list by what it tells: its inverter power holds its PV and
 * its battery, which would be counted twice or not at all.
 */
final class Misplaced {

    private Misplaced() {}

    /** {@return the channel that an asset of this role does not have} */
    static Optional<Source> clue(Role role, Entry entry) {
        if (!entry.whole()) {
            return Optional.empty();
        }
        return switch (role) {
            case BATTERY -> Optional.of(new Source(entry.asset(), "pv_power"));
            case INVERTER -> Optional.of(new Source(entry.asset(), "battery_power"));
            default -> Optional.empty();
        };
    }

    /** {@return why the values of this asset must not be used; empty when they may} */
    static Optional<String> why(Role role, Entry entry, Readings readings) {
        return clue(role, entry)
                .filter(source -> readings.of(source).count() > 0)
                .map(
                        source ->
                                source.asset()
                                        + " is listed as "
                                        + role.word()
                                        + " but also tells "
                                        + source.channel()
                                        + ": list it as hybrid, or name one channel of it");
    }
}
