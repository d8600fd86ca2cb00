package io.wattwire.publish;

/** Why samples did not arrive. */
enum Loss {
    /** More came at once than the disk took. */
    BUSY("more came than the disk takes"),
    /** The queue was full. */
    FULL("the queue was full; raise queue.records or queue.mb, or publish less often"),
    /** The disk could not be written. */
    DISK("the disk failed"),
    /** They were damaged on disk. */
    DAMAGED("the file was damaged"),
    /** The target will never take them. */
    REFUSED("the target refused them");

    private final String text;

    Loss(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
