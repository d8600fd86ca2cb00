package io.wattwire.source.venus;

import io.wattwire.device.source.Emission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What a GX shows of a house, and since when that is so.
 *
 * <p>A GX tells a value when it changes, and again when anybody asks for it: then it is whatever
 * was said last, by a meter that may be dead. So only a change proves that something was measured,
 * and what never changed while we listened has no time. Thread-safe.
 */
final class House {

    /** A hostile GX must not fill the memory. A real one has some hundred of our paths. */
    private static final int MOST_PATHS = 5000;

    private final List<Part> parts;
    private final Map<Path, Double> values = new HashMap<>();
    private boolean settled;

    /**
     * @param choices the owner's
     * @param news is told which services are read
     */
    House(List<Choice> choices, Consumer<String> news) {
        parts = choices.stream().map(it -> new Part(it, news)).toList();
    }

    /** A connection begins: nothing is known, and what comes first is of any age. */
    synchronized void forget() {
        values.clear();
        settled = false;
        parts.forEach(Part::forget);
    }

    /** The GX has told all that it knows. */
    synchronized void settle() {
        settled = true;
        choose();
    }

    /**
     * Takes what the GX says of a path.
     *
     * @param value NaN when it is invalid
     * @param prompt whether it is known to have been said just now
     * @param nowMillis wall clock
     * @return whether there is something new to emit
     */
    synchronized boolean take(Path path, double value, boolean prompt, long nowMillis) {
        if (!Table.paths(path.service().kind()).contains(path.name())) {
            return false;
        }
        Double before = values.get(path);
        if (before == null && values.size() >= MOST_PATHS) {
            return false;
        }
        values.put(path, value);
        boolean changed = before != null && Double.compare(before, value) != 0;
        if (changed && Double.isFinite(value) && prompt) {
            parts.forEach(it -> it.prove(path, nowMillis));
        }
        return parts.stream().flatMap(it -> it.groups().stream()).anyMatch(Group::proven);
    }

    /** Takes what a service had when it was met, as far as it has not told newer values since. */
    synchronized void know(Path path, double value) {
        if (!values.containsKey(path)) {
            take(path, value, false, 0);
        }
    }

    /** A service is gone from the GX, and so are its values. */
    synchronized void gone(Service service) {
        values.keySet().removeIf(it -> it.service().equals(service));
        look();
    }

    /** The service of a path is gone from the GX, and so is its value. */
    synchronized void gone(Path path) {
        values.remove(path);
        look();
    }

    /** Looks whether services came that were missing. */
    synchronized void look() {
        if (settled) {
            choose();
        }
    }

    /** Emits what was measured since the last time. */
    void emit(Emission emission) {
        record Measured(Map<String, Double> values, long millis) {}
        List<Measured> measured = new ArrayList<>();
        synchronized (this) {
            for (Part part : parts) {
                for (Group group : part.groups()) {
                    if (group.proven()) {
                        Service service = part.service();
                        measured.add(
                                new Measured(
                                        group.read(path -> known(service, path)),
                                        group.provenMillis()));
                    }
                }
            }
        }
        measured.forEach(it -> emission.emit(it.values(), it.millis()));
    }

    private double known(Service service, String path) {
        return service == null
                ? Double.NaN
                : values.getOrDefault(new Path(service, path), Double.NaN);
    }

    private void choose() {
        Set<Service> there = new TreeSet<>();
        values.keySet().forEach(it -> there.add(it.service()));
        parts.forEach(it -> it.choose(there));
    }
}
