package io.wattwire.standalone.cloud;

/** What is to be said when a connection begins and ends, and who wants to know. */
interface Lifecycle {
    /** Said first on each connection; the data wait until it has arrived. */
    Message birth();

    /** Said last before a clean disconnect. */
    Message farewell();

    /** A connection stands and the birth has arrived. */
    void connected();

    /** A connection was lost or ended. */
    void disconnected();

    /** A message has arrived. */
    void delivered(Message message);
}
