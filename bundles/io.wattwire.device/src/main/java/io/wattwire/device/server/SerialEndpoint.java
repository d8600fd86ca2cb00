package io.wattwire.device.server;

import io.wattwire.serial.SerialPort;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves a serial line in one thread; when the adapter is lost it is opened again once it is back.
 */
final class SerialEndpoint implements Endpoint {

    private static final Logger LOG = LoggerFactory.getLogger(SerialEndpoint.class);
    private static final long RETRY_MILLIS = 1_000;

    /** Opens the port. */
    interface Opener {
        SerialPort open() throws IOException;
    }

    private final Opener opener;
    private final ServerThreads threads = new ServerThreads();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile SerialPort port;
    private volatile String problem = "";

    SerialEndpoint(Opener opener) {
        this.opener = opener;
    }

    @Override
    public void start(Conversant conversant) throws IOException {
        port = opener.open();
        threads.start("wattwire-server-" + port.settings().device(), () -> serve(conversant));
    }

    @Override
    public int port() {
        return 0;
    }

    @Override
    public String problem() {
        return problem;
    }

    @Override
    public void close() {
        closed.countDown();
        port.close();
        threads.join();
    }

    private void serve(Conversant conversant) {
        try {
            while (closed.getCount() > 0) {
                serveOnce(conversant);
                if (closed.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
                reopen();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serveOnce(Conversant conversant) {
        try (Peer peer = new PortPeer(port)) {
            conversant.serve(peer);
        } catch (IOException e) {
            if (closed.getCount() > 0) {
                lost(e);
            }
        }
    }

    private void reopen() {
        try {
            port = opener.open();
            LOG.info("the serial line is back: {}", port.settings());
            problem = "";
            if (closed.getCount() == 0) {
                port.close(); // close() may not have seen it
            }
        } catch (IOException e) {
            problem = String.valueOf(e.getMessage());
        }
    }

    /** One line for the loss; while it is away nothing is logged. */
    private void lost(IOException cause) {
        if (!problem.isEmpty()) {
            return;
        }
        problem = String.valueOf(cause.getMessage());
        LOG.warn("serial line lost, it is opened again once it is back: {}", problem);
    }
}
