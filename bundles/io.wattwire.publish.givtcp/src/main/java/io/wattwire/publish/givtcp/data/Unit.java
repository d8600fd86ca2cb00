package io.wattwire.publish.givtcp.data;

import io.wattwire.device.model.Identity;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** One inverter with its parts: what has come in of it. */
final class Unit {

    private static final Pattern PART = Pattern.compile("(pack|meter|stack|module)\\d_.*|bms_.*");
    private static final long LIFE_NANOS = TimeUnit.HOURS.toNanos(1);
    private static final long SILENCE_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final Values values = new Values();
    private final Set<String> cycle = new HashSet<>();
    private Identity identity = Identity.unknown();
    private String asset = "";
    private boolean assetOfPart;
    private boolean news;
    private long timeMillis;
    private long beforeMillis;
    private long earlierMillis;
    private long seenNanos;

    /** Whether a value begins a new cycle of reading: it was there already. */
    boolean begins(String name) {
        return cycle.contains(name);
    }

    /** Ends a cycle of reading. */
    void end() {
        cycle.clear();
        if (news) {
            earlierMillis = beforeMillis;
            beforeMillis = timeMillis;
        }
        news = false;
    }

    void put(String from, Identity who, String name, Object value, long time, long nowNanos) {
        boolean part = PART.matcher(name).matches();
        if (asset.isEmpty() || assetOfPart && !part) {
            asset = from;
            assetOfPart = part;
        }
        identity = who;
        cycle.add(name);
        if (values.put(name, value, time, nowNanos)) {
            timeMillis = news ? Math.max(timeMillis, time) : time; // a clock may be set back
            news = true;
            seenNanos = nowNanos;
        }
    }

    boolean changed() {
        return !cycle.isEmpty();
    }

    /** Whether the cycle has read something, and not only brought again what is kept of before. */
    boolean hasNews() {
        return news;
    }

    String asset() {
        return asset;
    }

    /** Empty until it has told one. */
    Optional<String> serial() {
        return values.text("serial_number")
                .or(() -> Optional.of(identity.serial()))
                .map(Fleet::level)
                .filter(it -> !it.isEmpty());
    }

    Optional<Snapshot> snapshot(Form form, boolean raw, long nowNanos) {
        values.seen(cycle, timeMillis);
        values.forget(nowNanos, timeMillis, LIFE_NANOS);
        Model model = Model.of(identity.model(), values);
        long last = news ? beforeMillis : earlierMillis; // once it has ended it is the one before
        long since = last == 0 ? 0 : Math.max(0, timeMillis - last);
        boolean online = nowNanos - seenNanos < SILENCE_NANOS;
        return serial().map(
                        serial ->
                                new Snapshot(
                                        serial,
                                        asset,
                                        timeMillis,
                                        new Structure(values, model, form)
                                                .map(serial, timeMillis, since, online, raw)));
    }
}
