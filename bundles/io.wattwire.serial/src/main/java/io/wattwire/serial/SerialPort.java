package io.wattwire.serial;

import java.io.IOException;
import java.time.Duration;

/**
 * An open serial port that moves raw bytes.
 *
 * <p>One thread reads and writes at a time; {@link #close()} may be called from any thread and ends
 * a waiting {@link #read}.
 */
public interface SerialPort extends AutoCloseable {

    /**
     * Says how the port was opened.
     *
     * @return device and line settings
     */
    SerialSettings settings();

    /**
     * Reads the bytes that are there, and waits for the first one if there are none.
     *
     * @param buffer where to put them
     * @param offset index of the first byte
     * @param length most bytes to read, at least 1
     * @param timeout longest wait for the first byte; zero or negative does not wait
     * @return number of bytes read, 0 if none came in time
     * @throws IOException if the port was closed or its adapter is gone
     * @throws java.io.InterruptedIOException if the thread is interrupted while it waits; its
     *     interrupt status stays set
     */
    int read(byte[] buffer, int offset, int length, Duration timeout) throws IOException;

    /**
     * Hands all bytes to the port. The call returns when the system has taken them, which may be
     * before the last bit is on the wire.
     *
     * @param bytes the bytes
     * @param offset index of the first byte
     * @param length number of bytes
     * @throws IOException if the port was closed, its adapter is gone or the system did not take
     *     all bytes
     */
    void write(byte[] bytes, int offset, int length) throws IOException;

    /**
     * Throws away what was received and not yet read.
     *
     * @throws IOException if the port was closed or its adapter is gone
     */
    void discardInput() throws IOException;

    /** Gives the port back to the system; a second call does nothing. */
    @Override
    void close();
}
