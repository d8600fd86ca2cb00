package io.wattwire.publish.mqtt;

/** Who hears of the connection. */
public interface Listener {

    /** It stands, and the broker may have forgotten everything. */
    void connected();

    /** It is looked after every few seconds while it stands. */
    default void tick() {
        // most have nothing to look after
    }

    /**
     * A message; called on the client's thread, which must not wait.
     *
     * @param topic one of those subscribed to
     * @param payload nothing of it is believed yet
     * @param retained whether it was said before we listened
     */
    void message(String topic, byte[] payload, boolean retained);
}
