package io.wattwire.publish.http.serve;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection with one request. A deadline cuts it while it is read and while it is answered.
 */
final class Visit implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
    private static final int LONGEST_BODY = 1 << 16;
    private static final int LINGER_MS = 500;
    private static final byte[] GO_ON =
            "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Visits visits;
    private final Socket socket;
    private Future<?> deadline;

    Visit(Visits visits, Socket socket) {
        this.visits = visits;
        this.socket = socket;
        deadline = deadline();
    }

    private Future<?> deadline() {
        try {
            return visits.clock().schedule(this::cut, visits.deadlineMs(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            cut();
            return null;
        }
    }

    /** Ends it at once, from any thread; TLS is not asked, as it would wait for the caller. */
    void cut() {
        close(socket);
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing failed", e);
        }
    }

    @Override
    public void run() {
        try {
            Socket line = visits.settings().tls().isPresent() ? secured() : socket;
            talk(line, new BufferedInputStream(line.getInputStream()), line.getOutputStream());
        } catch (IOException gone) {
            LOG.debug("{}: a caller went away", visits.owner(), gone);
        } finally {
            stopClock();
            cut();
        }
    }

    private Socket secured() throws IOException {
        SSLSocket line =
                (SSLSocket)
                        visits.settings()
                                .tls()
                                .orElseThrow()
                                .getSocketFactory()
                                .createSocket(socket, null, socket.getPort(), false);
        line.setUseClientMode(false);
        return line;
    }

    private void talk(Socket line, InputStream in, OutputStream out) throws IOException {
        boolean head = false;
        Answer answer;
        try {
            RequestHead asked = RequestHead.read(in);
            head = asked.method().equals("HEAD");
            visits.guard().check(asked, socket.getInetAddress());
            Request request = request(asked, in, out);
            stopClock();
            answer = handled(request);
        } catch (RequestFault fault) {
            answer = fault.answer();
            stopClock();
        }
        deadline = deadline();
        AnswerWriter.write(answer, head, out);
        leave(line, in);
    }

    private Request request(RequestHead asked, InputStream in, OutputStream out)
            throws IOException, RequestFault {
        Target target = Target.of(asked.target());
        int length = asked.length(LONGEST_BODY);
        if (asked.waits() && length > 0) {
            out.write(GO_ON);
            out.flush();
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new IOException("the body ended early");
        }
        return new Request(
                asked.method(),
                target.path(),
                target.query(),
                asked.open(),
                body,
                socket.getInetAddress().getHostAddress());
    }

    private Answer handled(Request request) {
        try {
            return visits.routes().answer(request);
        } catch (RuntimeException defect) {
            LOG.error("{}: a defect while answering, please report it", visits.owner(), defect);
            return Answer.error(500, "a defect of the gateway; its log says more");
        }
    }

    /** What the caller still sends is taken for a moment, or its end would not see the answer. */
    private void leave(Socket line, InputStream in) throws IOException {
        socket.setSoTimeout(LINGER_MS);
        line.shutdownOutput();
        in.readNBytes(LONGEST_BODY);
    }

    private void stopClock() {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }
}
