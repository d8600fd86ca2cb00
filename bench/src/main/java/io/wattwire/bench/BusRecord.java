package io.wattwire.bench;

import io.wattwire.device.link.Frame;
import io.wattwire.device.link.FrameListener;
import java.util.ArrayList;
import java.util.List;

/**
 * What the frames of one line tell: when readings of the grid power arrived, when limits left, and
 * whether two requests were ever on the line at once. Thread-safe.
 */
final class BusRecord implements FrameListener {

    private static final int READ_INPUT = 4;
    private static final int WRITE_ONE = 6;

    /** Active power of an SDM meter. */
    private static final int POWER_ADDRESS = 12;

    /** Active power rate of a Growatt. */
    private static final int LIMIT_ADDRESS = 3;

    private final int meterUnit;
    private final int inverterUnit;
    private final List<Long> powerArrivals = new ArrayList<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private Frame asked;
    private long lastPower;
    private long lastLimit;
    private int overtaken;

    /** A request and when its answer had arrived. */
    record Exchange(String owner, int function, int address, int count, long sent, long answered) {
        double millis() {
            return (answered - sent) / 1e6;
        }
    }

    BusRecord(int meterUnit, int inverterUnit) {
        this.meterUnit = meterUnit;
        this.inverterUnit = inverterUnit;
    }

    @Override
    public synchronized void frame(Frame frame) {
        if (frame.sent()) {
            overtaken += asked == null ? 0 : 1;
            asked = frame;
            if (frame.unit() == inverterUnit
                    && function(frame) == WRITE_ONE
                    && word(frame, 1) == LIMIT_ADDRESS) {
                lastLimit = frame.nanoTime();
            }
        } else if (asked != null && frame.unit() == asked.unit()) {
            answered(asked, frame.nanoTime());
            asked = null;
        }
    }

    private void answered(Frame request, long when) {
        int address = word(request, 1);
        int count = word(request, 3);
        exchanges.add(
                new Exchange(
                        request.owner(),
                        function(request),
                        address,
                        count,
                        request.nanoTime(),
                        when));
        boolean power =
                request.unit() == meterUnit
                        && function(request) == READ_INPUT
                        && address <= POWER_ADDRESS
                        && address + count > POWER_ADDRESS;
        if (power) {
            powerArrivals.add(when);
            lastPower = when;
        }
    }

    private static int pdu(Frame frame) {
        return frame.link().startsWith("tcp:") ? 7 : 1;
    }

    private static int function(Frame frame) {
        return frame.bytes()[pdu(frame)];
    }

    private static int word(Frame frame, int offset) {
        byte[] bytes = frame.bytes();
        int at = pdu(frame) + offset;
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    /** Forgets what was, but for the exchange under way. */
    synchronized void clear() {
        powerArrivals.clear();
        exchanges.clear();
        overtaken = 0;
    }

    /** When the last reading of the grid power had arrived, ns. */
    synchronized long lastPower() {
        return lastPower;
    }

    /** When the last limit began to leave, ns. */
    synchronized long lastLimit() {
        return lastLimit;
    }

    /** How many requests left before the one before them was answered. */
    synchronized int overtaken() {
        return overtaken;
    }

    synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** Times between readings of the grid power, ms. */
    synchronized List<Double> meterIntervals() {
        List<Double> intervals = new ArrayList<>();
        for (int i = 1; i < powerArrivals.size(); i++) {
            intervals.add((powerArrivals.get(i) - powerArrivals.get(i - 1)) / 1e6);
        }
        return intervals;
    }
}
