package io.wattwire.publish.control;

import java.util.Objects;

/**
 * What became of a command.
 *
 * @param kind of result
 * @param reason why not; empty when done
 */
public record ControlResult(Kind kind, String reason) {

    /** The device took it. */
    public static final ControlResult DONE = new ControlResult(Kind.DONE, "");

    /** Kinds of results, for those who answer in a protocol that tells them apart. */
    public enum Kind {
        /** The device took it. */
        DONE,
        /** The owner lists no such point. */
        UNLISTED,
        /** There were too many before it: later it may be taken. */
        TOO_MANY,
        /** Something on this gateway commands the point itself. */
        COMMANDED,
        /**
         * Anything else: the value, the point's role, the driver or the device stand against it.
         */
        REFUSED
    }

    /** Checks that nothing is null. {@inheritDoc} */
    public ControlResult {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * Whether the device took it.
     *
     * @return false when it was not carried out
     */
    public boolean done() {
        return kind == Kind.DONE;
    }

    /**
     * It was not carried out.
     *
     * @param kind what stood against it
     * @param reason cause and remedy
     * @return the result
     */
    public static ControlResult refused(Kind kind, String reason) {
        return new ControlResult(kind, reason);
    }

    /**
     * It was not carried out, because of what it asks for.
     *
     * @param reason cause and remedy
     * @return the result
     */
    public static ControlResult refused(String reason) {
        return refused(Kind.REFUSED, reason);
    }
}
