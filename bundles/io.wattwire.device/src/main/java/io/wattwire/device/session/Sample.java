package io.wattwire.device.session;

/**
 * What is known of one register.
 *
 * @param value its last engineering value; null when none was read or the device marked it as
 *     invalid
 * @param words the words that it was decoded from; null when none were read
 * @param atNanos when it was read, monotonic
 * @param atMillis when it was read, wall clock
 * @param mark the cycle in which it was read
 * @param connection the connection in which it was read
 * @param triedNanos when it was last tried, monotonic
 * @param problem why the last try failed; empty when it did not
 */
record Sample(
        Object value,
        int[] words,
        long atNanos,
        long atMillis,
        long mark,
        int connection,
        long triedNanos,
        String problem) {

    /** Whether it was ever read. */
    boolean read() {
        return words != null;
    }

    Sample failing(long nowNanos, String why) {
        return new Sample(value, words, atNanos, atMillis, mark, connection, nowNanos, why);
    }

    Sample with(Object scaled) {
        return new Sample(scaled, words, atNanos, atMillis, mark, connection, triedNanos, problem);
    }
}
