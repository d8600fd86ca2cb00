package io.wattwire.driver.solaredge;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The lines of all drivers in this bundle: several meters share one, each under its own unit id.
 * Thread-safe.
 */
final class MeterLines {

    private static final MeterLines SHARED = new MeterLines();

    private final Map<String, MeterLine> lines = new HashMap<>();

    static MeterLines shared() {
        return SHARED;
    }

    /**
     * Puts a meter on a line, which is opened when it is the first one.
     *
     * @throws IllegalArgumentException if the line is in use with other settings, or the unit id is
     *     taken; the message names the owner
     */
    synchronized MeterLine join(LineAddress address, int unit, MeterLine.Seat seat) {
        held(address, unit, seat.owner())
                .ifPresent(
                        held -> {
                            throw new IllegalArgumentException(held);
                        });
        MeterLine line =
                lines.computeIfAbsent(key(address, seat.owner()), key -> new MeterLine(address));
        line.seats().put(unit, seat);
        return line;
    }

    private static String key(LineAddress address, String owner) {
        boolean anyPort = address instanceof LineAddress.Tcp tcp && tcp.port() == 0;
        return anyPort ? address.key() + " of " + owner : address.key();
    }

    /**
     * What stands in the way of a meter.
     *
     * @param owner who wants it there; its own present place is no obstacle
     * @return empty where nothing does; a sentence that names the other owner and the remedy
     */
    synchronized Optional<String> held(LineAddress address, int unit, String owner) {
        MeterLine line = lines.get(key(address, owner));
        if (line == null) {
            return Optional.empty();
        }
        Optional<MeterLine.Seat> other = other(line, owner);
        if (other.isPresent() && !line.address().equals(address)) {
            return Optional.of(
                    address
                            + " is in use as "
                            + line.address()
                            + " by "
                            + other.get().owner()
                            + "; give both the same settings");
        }
        MeterLine.Seat first = line.seats().get(unit);
        return first == null || first.owner().equals(owner)
                ? Optional.empty()
                : Optional.of(
                        "unit id "
                                + unit
                                + " on "
                                + address
                                + " is taken by "
                                + first.owner()
                                + "; choose another unit id");
    }

    private static Optional<MeterLine.Seat> other(MeterLine line, String owner) {
        return line.seats().values().stream()
                .filter(seat -> !seat.owner().equals(owner))
                .findFirst();
    }

    /** Whether this owner's meter is on that line with other settings, beside others. */
    synchronized boolean shares(LineAddress address, String owner) {
        MeterLine line = lines.get(key(address, owner));
        return line != null
                && !line.address().equals(address)
                && line.seats().values().stream().anyMatch(seat -> seat.owner().equals(owner));
    }

    /** Takes a meter off its line, which is closed when it was the last one. */
    synchronized void leave(MeterLine line, int unit) {
        line.seats().remove(unit);
        if (line.seats().isEmpty()) {
            lines.values().remove(line);
            line.close();
        }
    }
}
