package io.wattwire.device.server;

import java.io.IOException;

/** The bytes of one client or of a serial line. */
interface Peer extends AutoCloseable {

    /**
     * Waits for bytes.
     *
     * @return number of bytes at the begin of the buffer; negative at the end of the connection
     * @throws IOException if the connection is lost or closed
     */
    int read(byte[] buffer) throws IOException;

    /** Who it is: an address without its port, or a line's device. */
    String name();

    void write(byte[] bytes) throws IOException;

    /** Ends the connection as a device does that restarts; a line stays. */
    void hangUp();

    @Override
    void close();
}
