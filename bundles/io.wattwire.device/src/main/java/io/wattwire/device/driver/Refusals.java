package io.wattwire.device.driver;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Says why a channel's value is refused, each reason once until one of its values is taken: a graph
 * that commands each second would fill the log. Thread-safe.
 */
final class Refusals {

    private static final int MOST = 1000;

    /** What tells one value from the next, and no reason from another. */
    private static final String VALUE = "'[^']*'|-?[0-9][0-9.]*";

    private final Consumer<String> log;
    private final Set<String> told = new HashSet<>();

    /** With who takes the lines. */
    Refusals(Consumer<String> log) {
        this.log = log;
    }

    synchronized void refused(String channel, String reason) {
        if (told.size() < MOST && told.add(key(channel) + reason.replaceAll(VALUE, "#"))) {
            log.accept(reason + " (not told again until " + channel + " takes a value)");
        }
    }

    synchronized void taken(String channel) {
        told.removeIf(it -> it.startsWith(key(channel)));
    }

    private static String key(String channel) {
        return channel + "\n";
    }
}
