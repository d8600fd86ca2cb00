package io.wattwire.source.venus;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Which GX: its portal id, which is part of every topic. Where the owner names none, the one that
 * the broker knows is taken; of several none is, as two houses must not be mixed. Thread-safe.
 */
final class Portal {

    private static final int MOST = 16;

    private final Set<String> seen = new TreeSet<>();
    private final Consumer<String> news;
    private int looks;
    private String id;

    /**
     * @param id the owner's; empty to find it
     * @param news is told, once each, what was found
     */
    Portal(String id, Consumer<String> news) {
        this.id = id;
        this.news = news;
    }

    /** {@return the id; empty while it is not known} */
    synchronized String id() {
        return id;
    }

    /** A GX shows itself. */
    synchronized void see(String portal) {
        if (seen.size() < MOST && portal.matches("[0-9A-Za-z_-]{1,64}")) {
            seen.add(portal);
        }
    }

    /** Looks, a moment after the broker had the time to name all. */
    synchronized void look() {
        if (!id.isEmpty()) {
            return;
        }
        looks++;
        if (seen.size() == 1 && looks > 1) {
            id = seen.iterator().next();
            news.accept("reads the GX " + id);
        } else if (seen.size() > 1 && looks == 3) {
            news.accept("the broker has the GXs " + seen + "; set portal.id to one of them");
        } else if (seen.isEmpty() && looks == 25) {
            news.accept("no GX shows itself on the broker; is it the GX's own? Else set portal.id");
        }
    }
}
