package io.wattwire.limit.ledger;

/**
 * How much a ledger may hold; whatever is reached first, the oldest segments go.
 *
 * @param bytes on disk, all segments together
 * @param days after which a segment is removed
 * @param segmentBytes after which a segment is closed and compressed
 */
public record LedgerBounds(long bytes, int days, long segmentBytes) {

    /** 64 MiB or 60 days, in segments of 4 MiB: about nine days of readings each second. */
    public static final LedgerBounds DEFAULT = new LedgerBounds(64L << 20, 60, 4L << 20);

    /**
     * Refuses what leaves no room for a segment. {@inheritDoc}
     *
     * @throws IllegalArgumentException if there is no room for two segments
     */
    public LedgerBounds {
        if (segmentBytes < 1 || bytes / 2 < segmentBytes || days < 1) {
            throw new IllegalArgumentException("a ledger needs room for two segments and a day");
        }
    }
}
