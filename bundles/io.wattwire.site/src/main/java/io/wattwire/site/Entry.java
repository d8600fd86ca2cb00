package io.wattwire.site;

import io.wattwire.device.wire.Source;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of the site, as an installer wrote it.
 *
 * @param asset its {@code kura.service.pid}
 * @param channel the channel with its power; empty to take all of its common points
 * @param phase 1 to 3 when all of it is on that phase, 0 when it is not said
 */
record Entry(String asset, String channel, int phase) {

    private static final Pattern PHASE = Pattern.compile("(.*\\S)\\s+[lL]([1-3])");

    /** Reads {@code asset}, {@code asset/channel}, each perhaps with {@code l1}; null if wrong. */
    static Entry parse(String text) {
        Matcher matcher = PHASE.matcher(text.trim());
        boolean phased = matcher.matches();
        String name = phased ? matcher.group(1) : text.trim();
        int phase = phased ? Integer.parseInt(matcher.group(2)) : 0;
        if (name.indexOf('/') < 0) {
            return name.isEmpty() ? null : new Entry(name, "", phase);
        }
        Source source = Source.parse(name);
        return source == null || source.asset().isEmpty() || source.channel().isEmpty()
                ? null
                : new Entry(source.asset(), source.channel(), phase);
    }

    /** All common points of the asset, not just a channel with its power. */
    boolean whole() {
        return channel.isEmpty();
    }

    boolean sharesMeasurementsWith(Entry other) {
        return asset.equals(other.asset)
                && (whole() || other.whole() || channel.equals(other.channel));
    }

    @Override
    public String toString() {
        String name = whole() ? asset : asset + "/" + channel;
        return phase == 0 ? name : String.format(Locale.ROOT, "%s l%d", name, phase);
    }
}
