package io.wattwire.publish;

import org.osgi.service.metatype.annotations.AttributeDefinition;

/** What Kura's screen shows of a publisher's queue; {@link Publisher} reads it. */
public interface QueueSettings {

    /**
     * Longest queue.
     *
     * @return wire records, 1,000 to 10,000,000
     */
    @AttributeDefinition(
            name = "Queue (records)",
            description = "How many wire records may wait on disk.",
            required = false,
            defaultValue = "200000",
            min = "1000",
            max = "10000000")
    int queue_records();

    /**
     * Largest queue.
     *
     * @return MB, 1 to 4,096
     */
    @AttributeDefinition(
            name = "Queue (MB)",
            description = "How much of the disk they may take.",
            required = false,
            defaultValue = "64",
            min = "1",
            max = "4096")
    int queue_mb();
}
