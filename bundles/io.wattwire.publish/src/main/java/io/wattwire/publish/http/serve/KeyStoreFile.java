package io.wattwire.publish.http.serve;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The key and certificate that a door shows. */
final class KeyStoreFile {

    private KeyStoreFile() {}

    static SSLContext open(Path file, char[] password) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    file
                            + (Files.isReadable(file)
                                    ? " is no PKCS12 file, or its password is another; make one"
                                            + " with keytool -genkeypair -storetype PKCS12"
                                    : " is not there, or may not be read; give a readable PKCS12"
                                            + " file"),
                    e);
        }
    }
}
