package io.wattwire.device.model;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * A part of a device with registers of its own, named in the column {@code service}: the grid meter
 * behind a gateway, the battery of a hybrid inverter. Either it answers on the device's unit id or
 * on one of its own; addresses mean different things on different unit ids.
 *
 * @param name lower_snake, as the column {@code service} names it
 * @param title for people
 * @param unit unit id of its own when nobody says otherwise, 0 to 255; empty when the owner must
 *     say it, and where {@code sameUnit}
 * @param sameUnit whether it answers on the device's own unit id
 */
public record Service(String name, String title, OptionalInt unit, boolean sameUnit) {

    private static final int MOST_UNIT = 255;

    /**
     * Checks name and unit id. {@inheritDoc}
     *
     * @throws IllegalArgumentException if the name is not lower_snake, or a unit id is out of its
     *     range or given to a service on the device's own
     */
    public Service {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(unit, "unit");
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "service '" + name + "': write lower case letters, digits and _");
        }
        if (unit.isPresent() && (sameUnit || unit.getAsInt() < 0 || unit.getAsInt() > MOST_UNIT)) {
            throw new IllegalArgumentException(
                    "service "
                            + name
                            + ": unit id "
                            + unit.getAsInt()
                            + "; write 0 to 255, and none for a service on the device's own");
        }
    }

    /**
     * A service on the device's own unit id.
     *
     * @param name as the column {@code service} names it
     * @param title for people
     * @return the service
     */
    public static Service sameUnit(String name, String title) {
        return new Service(name, title, OptionalInt.empty(), true);
    }

    /**
     * A service on a unit id of its own, with the one it usually has.
     *
     * @param name as the column {@code service} names it
     * @param title for people
     * @param unit 0 to 255
     * @return the service
     */
    public static Service unit(String name, String title, int unit) {
        return new Service(name, title, OptionalInt.of(unit), false);
    }

    /**
     * A service on a unit id of its own that differs from site to site: it is not there until the
     * owner tells it.
     *
     * @param name as the column {@code service} names it
     * @param title for people
     * @return the service
     */
    public static Service unset(String name, String title) {
        return new Service(name, title, OptionalInt.empty(), false);
    }
}
