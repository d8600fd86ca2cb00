package io.wattwire.device.link;

import io.wattwire.serial.SerialPort;
import io.wattwire.serial.SerialPortException;
import io.wattwire.serial.SerialSettings;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** Two serial ports joined in memory. */
final class MemoryLine {

    private final SerialSettings settings;
    private final Deque<Byte> toLeft = new ArrayDeque<>();
    private final Deque<Byte> toRight = new ArrayDeque<>();
    private int openings;
    private boolean leftOpen;

    MemoryLine(String settings) {
        this.settings = SerialSettings.parse(settings);
    }

    SerialSettings settings() {
        return settings;
    }

    /** How often the client's side was opened. */
    synchronized int openings() {
        return openings;
    }

    synchronized boolean leftOpen() {
        return leftOpen;
    }

    /** The client's side, opened by a pool. */
    synchronized SerialPort openLeft(SerialSettings wanted) throws SerialPortException {
        if (leftOpen) {
            throw new SerialPortException(SerialPortException.Reason.BUSY, "opened twice");
        }
        openings++;
        leftOpen = true;
        return new End(toLeft, toRight);
    }

    SerialPort right() {
        return new End(toRight, toLeft);
    }

    private final class End implements SerialPort {

        private final Deque<Byte> in;
        private final Deque<Byte> out;
        private boolean closed;

        End(Deque<Byte> in, Deque<Byte> out) {
            this.in = in;
            this.out = out;
        }

        @Override
        public SerialSettings settings() {
            return settings;
        }

        @Override
        public int read(byte[] buffer, int offset, int length, Duration timeout)
                throws IOException {
            long end = System.nanoTime() + timeout.toNanos();
            synchronized (MemoryLine.this) {
                while (in.isEmpty() && !closed && end - System.nanoTime() > 0) {
                    await(end - System.nanoTime());
                }
                checkOpen();
                int count = Math.min(length, in.size());
                for (int i = 0; i < count; i++) {
                    buffer[offset + i] = in.remove();
                }
                return count;
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            synchronized (MemoryLine.this) {
                checkOpen();
                for (int i = offset; i < offset + length; i++) {
                    out.add(bytes[i]);
                }
                MemoryLine.this.notifyAll();
            }
        }

        @Override
        public void discardInput() throws IOException {
            synchronized (MemoryLine.this) {
                checkOpen();
                in.clear();
            }
        }

        @Override
        public void close() {
            synchronized (MemoryLine.this) {
                closed = true;
                leftOpen &= in != toLeft;
                MemoryLine.this.notifyAll();
            }
        }

        private void await(long nanos) throws InterruptedIOException {
            try {
                TimeUnit.NANOSECONDS.timedWait(MemoryLine.this, nanos);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
        }

        private void checkOpen() throws SerialPortException {
            if (closed) {
                throw new SerialPortException(SerialPortException.Reason.FAILED, "closed");
            }
        }
    }
}
