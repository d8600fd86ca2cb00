package io.wattwire.limit.supervisor;

/**
 * Something that counts for a while.
 *
 * @param atNanos supervised time when it happened, ns; the clock that ages it
 * @param wallMillis what the wall clock showed, ms since 1970 UTC; only for people to read
 */
public record Event(long atNanos, long wallMillis) {}
