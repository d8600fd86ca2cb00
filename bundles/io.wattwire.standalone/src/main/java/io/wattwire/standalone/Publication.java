package io.wattwire.standalone;

import java.time.Instant;

/**
 * What went to the broker on one topic.
 *
 * @param accepted messages taken over for sending, lost ones not among them
 * @param delivered messages that left: acknowledged by the broker (QoS 1) or written to the
 *     connection (QoS 0)
 * @param last when the last one was delivered; null if none was
 */
public record Publication(long accepted, long delivered, Instant last) {}
