package io.wattwire.publish.mqtt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Trusts who is certified by the certificates of a file, and nobody else: a home's own broker. */
final class Authority {

    private static final long LARGEST = 1024 * 1024;

    private Authority() {}

    /** Reads PEM certificates; what is wrong is told. */
    static Optional<SocketFactory> read(String file, Consumer<String> problem) {
        try {
            Path path = Path.of(file);
            if (Files.size(path) > LARGEST) {
                throw new IOException("it is larger than 1 MB");
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int count = 0;
            for (Certificate each :
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(
                                    new ByteArrayInputStream(Files.readAllBytes(path)))) {
                store.setCertificateEntry("ca" + count++, each);
            }
            if (count == 0) {
                throw new IOException("there is no certificate in it");
            }
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return Optional.of(context.getSocketFactory());
        } catch (IOException | GeneralSecurityException | InvalidPathException wrong) {
            problem.accept(
                    "tls.ca is '"
                            + file
                            + "', which cannot be used ("
                            + (wrong instanceof NoSuchFileException
                                    ? "there is no such file"
                                    : wrong.getMessage())
                            + "); name a file of certificates in PEM form");
            return Optional.empty();
        }
    }
}
