package io.wattwire.publish.control;

/**
 * What became of a command.
 *
 * @param done the device took it
 * @param reason why not; empty when done
 */
public record ControlResult(boolean done, String reason) {

    /** The device took it. */
    public static final ControlResult DONE = new ControlResult(true, "");

    /**
     * It was not carried out.
     *
     * @param reason cause and remedy
     * @return the result
     */
    public static ControlResult refused(String reason) {
        return new ControlResult(false, reason);
    }
}
