package io.wattwire.standalone.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.eclipse.kura.KuraException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalCryptoServiceTest {
    @TempDir Path data;

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "pässwörd €"})
    void aSecretComesBackAlsoAfterARestart(String secret) throws Exception {
        char[] sealed = new LocalCryptoService(data).encryptAes(secret.toCharArray());

        LocalCryptoService restarted = new LocalCryptoService(data);

        assertArrayEquals(secret.toCharArray(), restarted.decryptAes(sealed));
        assertEquals(secret, restarted.decryptAes(new String(sealed)));
    }

    @Test
    void theSameSecretNeverLooksTheSame() throws Exception {
        LocalCryptoService crypto = new LocalCryptoService(data);

        assertNotEquals(crypto.encryptAes("secret"), crypto.encryptAes("secret"));
    }

    @Test
    void theKeyIsItsOwnersOnly() throws Exception {
        new LocalCryptoService(data);

        Path key = data.resolve("wattwire.key");
        assertEquals(32, Files.size(key));
        assertEquals(
                PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(key));
    }

    @Test
    void aSecretOfAnotherGatewayIsRefused(@TempDir Path other) throws Exception {
        char[] foreign = new LocalCryptoService(other).encryptAes("secret".toCharArray());
        LocalCryptoService crypto = new LocalCryptoService(data);

        assertThrows(KuraException.class, () -> crypto.decryptAes(foreign));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "plain text", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatWasNeverEncryptedIsRefused(String text) throws Exception {
        LocalCryptoService crypto = new LocalCryptoService(data);

        assertThrows(KuraException.class, () -> crypto.decryptAes(text.toCharArray()));
    }

    @Test
    void aDamagedKeyIsNeverReplacedSilently() throws Exception {
        Files.write(data.resolve("wattwire.key"), new byte[5]);

        IOException e = assertThrows(IOException.class, () -> new LocalCryptoService(data));

        assertTrue(e.getMessage().contains("backup"), e.getMessage());
        assertEquals(5, Files.size(data.resolve("wattwire.key")));
    }

    @Test
    void digestsAreHexadecimal() throws Exception {
        LocalCryptoService crypto = new LocalCryptoService(data);

        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                crypto.sha256Hash("abc")); // FIPS 180-2, appendix B.1
        assertFalse(crypto.isFrameworkSecure());
    }

    @Test
    void aKeyStoreHasThePasswordThatWasSet() throws Exception {
        LocalCryptoService crypto = new LocalCryptoService(data);

        crypto.setKeyStorePassword("/a/b.ks", "word");

        assertArrayEquals("word".toCharArray(), crypto.getKeyStorePassword("/a/x/../b.ks"));
        assertArrayEquals("changeit".toCharArray(), crypto.getKeyStorePassword("/other.ks"));
    }
}
