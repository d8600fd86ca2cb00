package io.wattwire.itest.outage;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Somebody who answers in the place of a broker or a database, with a certificate of his own. */
final class DoubtfulServer implements AutoCloseable {

    private static final String PASSWORD = "changeit";
    private static final int PATIENCE_MS = 10_000;

    private final SSLServerSocket socket;
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger heard = new AtomicInteger();

    DoubtfulServer(Path keyStore) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory own =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, null);
        socket =
                (SSLServerSocket)
                        context.getServerSocketFactory()
                                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "doubtful-" + port());
        thread.setDaemon(true);
        thread.start();
    }

    /** A certificate that nobody vouches for, in a key store and, as PEM, beside it. */
    static Path keyStore(Path folder, String name) throws Exception {
        Path file = folder.resolve(name + ".p12");
        String store = file.toString();
        keytool("-genkeypair", store, "-keyalg", "EC", "-dname", "CN=x", "-ext", "san=" + name);
        keytool("-exportcert", store, "-rfc", "-file", pem(file).toString());
        return file;
    }

    static Path pem(Path keyStore) {
        return keyStore.resolveSibling(keyStore.getFileName() + ".pem");
    }

    private static void keytool(String command, String store, String... more) throws Exception {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        line.addAll(List.of(command, "-alias", "it", "-storetype", "PKCS12"));
        line.addAll(List.of("-keystore", store, "-storepass", PASSWORD));
        line.addAll(List.of(more));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (SSLSocket caller = (SSLSocket) socket.accept()) {
                caller.setSoTimeout(PATIENCE_MS);
                listen(caller);
            } catch (IOException gone) {
                // the next one
            }
        }
    }

    private void listen(SSLSocket caller) throws IOException {
        try {
            if (caller.getInputStream().read() >= 0) {
                heard.incrementAndGet();
            }
        } catch (SSLException noTrust) {
            refused.incrementAndGet();
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many went away after they had seen the certificate. */
    int refused() {
        return refused.get();
    }

    /** How many said something nevertheless. */
    int heard() {
        return heard.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
