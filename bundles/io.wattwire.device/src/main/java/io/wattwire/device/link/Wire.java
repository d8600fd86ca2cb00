package io.wattwire.device.link;

import java.io.IOException;

/** Moves raw bytes to and from one endpoint; used by one thread at a time. */
interface Wire {

    /**
     * Connects.
     *
     * @throws LinkException if that is not possible by the deadline
     */
    void open(Deadline deadline) throws LinkException;

    boolean isOpen();

    /**
     * Reads what is there, and waits for the first byte if nothing is.
     *
     * @param nanos longest wait; zero or negative does not wait
     * @return number of bytes put at the begin of the buffer, 0 if none came in time
     * @throws IOException if the connection is lost or the thread is interrupted
     */
    int read(byte[] buffer, long nanos) throws IOException;

    /**
     * Sends all bytes.
     *
     * @throws IOException if the connection is lost, the thread is interrupted or time is up
     */
    void write(byte[] bytes, Deadline deadline) throws IOException;

    /**
     * Tells whether the other end can be gone without a sign, so that silence is a reason to
     * connect anew.
     */
    boolean mayBeHalfOpen();

    void close();
}
