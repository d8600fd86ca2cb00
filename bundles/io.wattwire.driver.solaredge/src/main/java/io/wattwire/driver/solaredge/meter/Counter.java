package io.wattwire.driver.solaredge.meter;

import java.util.Optional;

/**
 * One lifetime energy. It follows the source's counter and never runs backwards: small dips are
 * waited out, and a counter that begins anew, as after an exchange of the source's meter, goes on
 * from where it was. Immutable.
 *
 * @param shown what the emulated meter shows, kWh
 * @param source the source's counter behind it; not a number where the power is integrated
 */
record Counter(double shown, double source) {

    /** A counter may lag this far behind itself, by rounding or by two registers read apart. */
    private static final double DIP_KWH = 1;

    /** What a house may use between two readings, however long the gateway was off. */
    private static final double LEAP_KWH = 10_000;

    /** What was integrated so far before a source's counter came, slowly, and takes the lead. */
    private static final double BEGINNING_KWH = 1;

    /** Begins with the source's own counter. */
    static Counter following(double source) {
        return new Counter(source, source);
    }

    /** Begins at 0, for a source that does not count. */
    static Counter integrating() {
        return new Counter(0, Double.NaN);
    }

    /** The source's counter shows another value. */
    Counter at(double now) {
        if (Double.isNaN(source)) {
            boolean leads = shown < BEGINNING_KWH && now >= shown;
            return leads ? following(now) : new Counter(shown, now);
        }
        double gone = now - source;
        if (gone < 0 && gone > -DIP_KWH) {
            return this;
        }
        boolean another = gone < 0 || gone > LEAP_KWH;
        return new Counter(another ? shown : shown + gone, now);
    }

    /** Adds what flowed. */
    Counter plus(double kilowattHours) {
        return new Counter(shown + Math.max(0, kilowattHours), Double.NaN);
    }

    String text() {
        return shown + " " + source;
    }

    /** Reads {@link #text()}; empty when the text is none. */
    static Optional<Counter> parse(String text) {
        try {
            String[] parts = text.strip().split(" ");
            double shown = Double.parseDouble(parts[0]);
            double source = parts.length > 1 ? Double.parseDouble(parts[1]) : Double.NaN;
            return Double.isFinite(shown) && !Double.isInfinite(source) && parts.length <= 2
                    ? Optional.of(new Counter(shown, source))
                    : Optional.empty();
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }
}
