package io.wattwire.standalone.cloud;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A connection to a broker. One thread connects, any may publish; all calls end in bounded time.
 */
interface Transport {
    /** The first level of topics. */
    String account();

    /** The second level of topics. */
    String clientId();

    /** The broker, as messages name it; without credentials. */
    String broker();

    /**
     * Connects.
     *
     * @param changed called on any thread when the connection is lost
     * @throws IOException if that fails, saying why
     */
    void connect(Runnable changed) throws IOException;

    boolean isConnected();

    /**
     * Begins to publish.
     *
     * @param done called on any thread: with null when the message has arrived, or with the reason
     *     why it has not
     * @throws IOException if it cannot even begin
     */
    void publish(Message message, Consumer<Throwable> done) throws IOException;

    /**
     * Asks the broker for messages, at most once each: what is retained is known as such then, and
     * what nobody was there to hear is not delivered later. Ends with the connection.
     *
     * @param filter of topics
     * @param inbox hears of the messages, on any thread; must not wait
     * @throws IOException if the broker does not let us, or does not say so in time
     */
    void subscribe(String filter, Inbox inbox) throws IOException;

    /** Hears of messages. */
    interface Inbox {
        /** A message arrived; whether it lay on the broker. */
        void arrived(String topic, byte[] payload, boolean retained);
    }

    /** Disconnects cleanly, so that the broker publishes no last will. */
    void disconnect(Duration quiesce);

    /** Drops the connection. */
    void abort();
}
