package io.wattwire.cli.commission;

import java.util.Locale;

/** Numbers as a report shows them. */
final class Text {

    private Text() {}

    static String watts(double watts) {
        return Double.isNaN(watts)
                ? "not known"
                : String.format(Locale.ROOT, "%,d W", Math.round(watts)).replace(',', ' ');
    }

    static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    static String exact(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }

    static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }
}
