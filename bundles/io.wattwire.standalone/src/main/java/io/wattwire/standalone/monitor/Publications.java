package io.wattwire.standalone.monitor;

import io.wattwire.standalone.Backlog;
import io.wattwire.standalone.Publication;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Component;

/** Counts messages by topic. Thread-safe. */
@Component(service = Publications.class)
public final class Publications {
    /** Topics come from a configured pattern; this many distinct ones are enough to look at. */
    private static final int MAX_TOPICS = 10_000;

    private final Map<String, Publication> byTopic = new ConcurrentHashMap<>();
    private final Map<String, Supplier<Backlog>> queues = new ConcurrentHashMap<>();

    /** Without messages. */
    public Publications() {
        // connections come later
    }

    /**
     * A message was taken over for sending.
     *
     * @param topic its topic
     */
    public void accepted(String topic) {
        count(topic, new Publication(1, 0, null));
    }

    /**
     * A message left.
     *
     * @param topic its topic
     */
    public void delivered(String topic) {
        count(topic, new Publication(0, 1, Instant.now()));
    }

    private void count(String topic, Publication more) {
        if (byTopic.size() < MAX_TOPICS || byTopic.containsKey(topic)) {
            byTopic.merge(topic, more, Publications::sum);
        }
    }

    private static Publication sum(Publication a, Publication b) {
        return new Publication(
                a.accepted() + b.accepted(),
                a.delivered() + b.delivered(),
                b.last() == null ? a.last() : b.last());
    }

    /**
     * A queue to a broker begins or, with null, ends.
     *
     * @param pid the {@code kura.service.pid} of its component
     * @param state what it knows of itself; null removes it
     */
    public void queue(String pid, Supplier<Backlog> state) {
        if (state == null) {
            queues.remove(pid);
        } else {
            queues.put(pid, state);
        }
    }

    /** {@return the counts by topic; a copy} */
    public Map<String, Publication> byTopic() {
        return new TreeMap<>(byTopic);
    }

    /** {@return the sum over all queues} */
    public Backlog backlog() {
        Backlog sum = new Backlog(!queues.isEmpty(), 0, 0);
        for (Supplier<Backlog> queue : queues.values()) {
            Backlog one = queue.get();
            sum =
                    new Backlog(
                            sum.connected() && one.connected(),
                            sum.waiting() + one.waiting(),
                            sum.dropped() + one.dropped());
        }
        return sum;
    }

    /** Forgets all counts: a new run begins. */
    public void reset() {
        byTopic.clear();
    }
}
