package io.wattwire.driver.solaredge;

import java.util.HashMap;
import java.util.Map;

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
        boolean anyPort = address instanceof LineAddress.Tcp tcp && tcp.port() == 0;
        String key = anyPort ? address.key() + " of " + seat.owner() : address.key();
        MeterLine line = lines.get(key);
        if (line != null && !line.address().equals(address)) {
            throw new IllegalArgumentException(
                    address
                            + " is in use as "
                            + line.address()
                            + " by "
                            + line.firstOwner()
                            + "; give both the same settings");
        }
        if (line == null) {
            line = new MeterLine(address, seat.owner());
            lines.put(key, line);
        }
        MeterLine.Seat first = line.seats().putIfAbsent(unit, seat);
        if (first != null) {
            throw new IllegalArgumentException(
                    "unit id "
                            + unit
                            + " on "
                            + address
                            + " is taken by "
                            + first.owner()
                            + "; choose another unit id");
        }
        return line;
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
