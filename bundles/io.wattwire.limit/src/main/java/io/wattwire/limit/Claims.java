package io.wattwire.limit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which limits of this framework command which devices. Two on one device would only undo what the
 * other one does, so one of them has to keep silent: the one that allows more; of equals the later
 * one. So it is the same one after each start, whichever comes first. Thread-safe.
 */
final class Claims {

    /** Those of this framework: the class is loaded once for each version of the bundle. */
    static final Claims ALL = new Claims();

    private record Claim(String pid, Set<String> devices, double allowedW, long arrival) {}

    private static final Comparator<Claim> STRICTEST_FIRST =
            Comparator.comparingDouble(Claim::allowedW).thenComparingLong(Claim::arrival);

    private final Map<Object, Claim> claims = new IdentityHashMap<>();
    private long arrivals;

    /**
     * Claims devices, instead of those that the owner had before.
     *
     * @param owner any object, always the same for one limit
     * @param pid what it is called
     * @param devices what they are called; empty for none
     * @param allowedW what it lets flow out, W
     * @return why it may not command them; empty when it may
     */
    synchronized String take(Object owner, String pid, Set<String> devices, double allowedW) {
        Claim before = claims.get(owner);
        long arrival = before == null ? ++arrivals : before.arrival();
        Claim claim = new Claim(pid, Set.copyOf(devices), allowedW, arrival);
        claims.put(owner, claim);
        List<Claim> granted = new ArrayList<>();
        for (Claim other : claims.values().stream().sorted(STRICTEST_FIRST).toList()) {
            Claim holder = holder(granted, other);
            if (other == claim) {
                return holder == null ? "" : refusal(holder, claim);
            }
            if (holder == null) {
                granted.add(other);
            }
        }
        throw new IllegalStateException("a claim that was just made is not there");
    }

    /** The owner commands nothing any more. */
    synchronized void drop(Object owner) {
        claims.remove(owner);
    }

    private static Claim holder(List<Claim> granted, Claim claim) {
        return granted.stream()
                .filter(other -> !Collections.disjoint(other.devices(), claim.devices()))
                .findFirst()
                .orElse(null);
    }

    private static String refusal(Claim holder, Claim claim) {
        String shared =
                claim.devices().stream()
                        .filter(holder.devices()::contains)
                        .sorted()
                        .findFirst()
                        .orElseThrow();
        return String.format(
                Locale.ROOT,
                "%s limits %s already, to %.0f W of export: two limits on one inverter undo each"
                        + " other, so this one writes nothing; delete one of them or switch it to"
                        + " shadow mode",
                holder.pid(),
                shared,
                holder.allowedW());
    }
}
