package io.wattwire.source.venus;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A network in front of a broker that can keep what the broker sends, and deliver it later. */
final class StallingLink implements AutoCloseable {

    private static final int BUFFER = 8192;

    private final ServerSocket listener;
    private final int behind;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private boolean stalled;

    StallingLink(int behind) throws IOException {
        this.behind = behind;
        listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        run(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    synchronized void stall(boolean now) {
        stalled = now;
        notifyAll();
    }

    private synchronized void awaitFlow() throws InterruptedException {
        while (stalled) {
            wait();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket near = listener.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), behind);
                sockets.addAll(List.of(near, far));
                run(() -> copy(near, far, false));
                run(() -> copy(far, near, true));
            }
        } catch (IOException closed) {
            // the end
        }
    }

    private void copy(Socket from, Socket to, boolean stalls) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (stalls) {
                    awaitFlow();
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException closed) {
            // the end
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(Runnable task) {
        Thread thread = new Thread(task, "stalling-link");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        stall(false);
        listener.close();
        for (Socket each : sockets) {
            each.close();
        }
    }
}
