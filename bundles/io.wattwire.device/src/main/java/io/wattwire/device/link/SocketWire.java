package io.wattwire.device.link;

import io.wattwire.device.link.LinkException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import java.time.Duration;

/**
 * A TCP connection as a wire. Nothing blocks here but the selector, which has a time limit and ends
 * when its thread is interrupted; a blocking socket would do neither when it connects or writes.
 */
final class SocketWire implements Wire {

    private static final long MILLI = 1_000_000;

    private final HostPort endpoint;
    private final String refusedRemedy;
    private volatile SocketChannel channel; // others may ask whether it is open
    private Selector selector;
    private SelectionKey key;

    /**
     * @param refusedRemedy what to check when the host refuses the connection
     */
    SocketWire(HostPort endpoint, String refusedRemedy) {
        this.endpoint = endpoint;
        this.refusedRemedy = refusedRemedy;
    }

    @Override
    public void open(Deadline deadline) throws LinkException {
        InetAddress[] addresses = HostNames.resolve(endpoint.host(), deadline);
        LinkException failure = null;
        for (int i = 0; i < addresses.length; i++) {
            Duration share = Duration.ofNanos(deadline.remainingNanos() / (addresses.length - i));
            try {
                connect(new InetSocketAddress(addresses[i], endpoint.port()), Deadline.in(share));
                return;
            } catch (InterruptedIOException e) {
                close();
                throw new LinkException(
                        Reason.CLOSED, "interrupted while connecting to " + endpoint.text(), e);
            } catch (IOException | UnsupportedAddressTypeException e) {
                close();
                failure = failure(e);
            }
        }
        throw failure;
    }

    @Override
    public boolean isOpen() {
        return channel != null;
    }

    @Override
    public int read(byte[] buffer, long nanos) throws IOException {
        int count = received(buffer);
        if (count == 0 && nanos > 0) {
            await(SelectionKey.OP_READ, nanos);
            count = received(buffer);
        }
        return count;
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        channel.write(rest);
        while (rest.hasRemaining()) {
            if (deadline.passed()) {
                throw new IOException("the other end takes no more bytes");
            }
            await(SelectionKey.OP_WRITE, deadline.remainingNanos());
            channel.write(rest);
        }
    }

    @Override
    public boolean mayBeHalfOpen() {
        return true;
    }

    @Override
    public void close() {
        closeQuietly(selector);
        closeQuietly(channel);
        selector = null;
        channel = null;
    }

    private void connect(InetSocketAddress address, Deadline deadline) throws IOException {
        selector = Selector.open();
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        key = channel.register(selector, 0);
        boolean connected = channel.connect(address);
        while (!connected) {
            if (deadline.passed()) {
                throw new IOException("no connection in " + deadline.budget().toMillis() + " ms");
            }
            await(SelectionKey.OP_CONNECT, deadline.remainingNanos());
            connected = channel.finishConnect();
        }
    }

    private int received(byte[] buffer) throws IOException {
        int count = channel.read(ByteBuffer.wrap(buffer));
        if (count < 0) {
            throw new EOFException("the other end closed the connection");
        }
        return count;
    }

    private void await(int operation, long nanos) throws IOException {
        key.interestOps(operation);
        selector.select(
                ready -> {}, Math.max(1, (nanos + MILLI - 1) / MILLI)); // 0 would wait for ever
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted");
        }
    }

    private LinkException failure(Exception cause) {
        boolean refused =
                cause instanceof ConnectException
                        && String.valueOf(cause.getMessage()).contains("refused");
        return refused
                ? new LinkException(
                        Reason.REFUSED,
                        endpoint.text() + " refuses the connection; " + refusedRemedy,
                        cause)
                : new LinkException(
                        Reason.UNREACHABLE,
                        endpoint.text()
                                + " cannot be reached: "
                                + cause.getMessage()
                                + "; check address and network",
                        cause);
    }

    private static void closeQuietly(AutoCloseable open) {
        try {
            if (open != null) {
                open.close();
            }
        } catch (Exception e) {
            return; // it is given up anyway
        }
    }
}
