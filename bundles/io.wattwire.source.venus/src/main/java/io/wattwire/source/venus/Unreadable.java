package io.wattwire.source.venus;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Says of each path that we read, once, what a GX told of it that cannot be understood; it is left
 * out however often it comes. Thread-safe.
 */
final class Unreadable {

    private static final int MOST = 20;

    private final Consumer<String> tell;
    private final Set<Path> told = new HashSet<>();

    Unreadable(Consumer<String> tell) {
        this.tell = tell;
    }

    /**
     * Says it, unless it was said of this path.
     *
     * @param path whose value it would be
     * @param reason what is wrong with it; without the GX's own words
     */
    synchronized void tell(Path path, String reason) {
        boolean ours = Table.paths(path.service().kind()).contains(path.name());
        if (!ours || told.size() >= MOST || !told.add(path)) {
            return;
        }
        String last = told.size() == MOST ? "; others will not be named" : "";
        tell.accept("left out %s/%s: %s%s".formatted(path.service(), path.name(), reason, last));
    }
}
