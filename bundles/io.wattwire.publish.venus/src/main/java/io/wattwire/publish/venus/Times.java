package io.wattwire.publish.venus;

/** How long things hold. */
final class Times {

    /** So old a value is invalid. */
    static final long STALE_NANOS = 5_000_000_000L;

    /** So old a source is gone, and the service with it. */
    static final long GONE_NANOS = 15_000_000_000L;

    /** So long a limit of the GX holds without being repeated. */
    static final long LIMIT_NANOS = 60_000_000_000L;

    private Times() {}
}
