package io.wattwire.limit.supervisor;

/**
 * A lock-out that nobody has reset yet.
 *
 * @param cause why
 * @param direction which limit was exceeded
 * @param since when it began
 */
public record LockOut(Cause cause, Direction direction, Event since) {}
