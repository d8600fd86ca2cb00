package io.wattwire.device.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked and answered, by what was asked: the n-th time as the n-th time, and the last one
 * again when there are no more. Thread-safe.
 */
final class RecordedAnswers {

    private final Map<String, Deque<ReplayServer.Exchange>> exchanges = new HashMap<>();

    synchronized void add(String key, ReplayServer.Exchange exchange) {
        exchanges.computeIfAbsent(key, asked -> new ArrayDeque<>()).add(exchange);
    }

    /** Empty for what was never asked. */
    synchronized Optional<ReplayServer.Exchange> next(String key) {
        Deque<ReplayServer.Exchange> left = exchanges.get(key);
        if (left == null) {
            return Optional.empty();
        }
        return Optional.of(left.size() > 1 ? left.removeFirst() : left.getFirst());
    }
}
