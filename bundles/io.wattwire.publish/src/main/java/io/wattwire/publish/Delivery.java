package io.wattwire.publish;

/**
 * What became of a batch that is dealt with.
 *
 * @param refused how many samples the target will never take
 * @param reason why; empty when none was refused
 */
public record Delivery(int refused, String reason) {

    /** All samples have arrived. */
    public static final Delivery COMPLETE = new Delivery(0, "");
}
