package io.wattwire.device.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.Credential;
import io.wattwire.device.link.Http;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Protocol;
import io.wattwire.device.model.RegisterTable;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.crypto.CryptoService;
import org.junit.jupiter.api.Test;

/** Where an HTTP device is, and a password that Kura hands over encrypted. */
class HttpConfigurationTest {

    private static final String SECRET = "Ein-Geheimnis";
    private static final String ENCRYPTED = "rot13:Rva-Trurvzavf";
    private static final DeviceFamily FAMILY = family();

    private static DeviceFamily family() {
        String table =
                "name,kind,address,type,unit,invalid,place\n"
                        + "power,holding,0,S32,W,0x80000000,GET /status power\n";
        try {
            return DeviceFamily.of(
                            "web",
                            RegisterTable.read(
                                    "t",
                                    new StringReader(table),
                                    "p",
                                    new StringReader("name,value\n")))
                    .protocol(Protocol.HTTP)
                    .build();
        } catch (Exception wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /** Knows one cipher text. */
    private static Secrets kura() {
        CryptoService crypto =
                (CryptoService)
                        Proxy.newProxyInstance(
                                HttpConfigurationTest.class.getClassLoader(),
                                new Class<?>[] {CryptoService.class},
                                (proxy, called, args) -> {
                                    if (!ENCRYPTED.equals(new String((char[]) args[0]))) {
                                        throw new KuraException(KuraErrorCode.DECODER_ERROR);
                                    }
                                    return SECRET.toCharArray();
                                });
        return new Secrets(
                new Services(new Framework().with(CryptoService.class, crypto).context()));
    }

    private static Configuration configured(Secrets secrets, Object... pairs)
            throws Configuration.Wrong {
        Map<String, Object> properties = new HashMap<>(Map.of("host", "sessy.local"));
        for (int i = 0; i < pairs.length; i += 2) {
            properties.put((String) pairs[i], pairs[i + 1]);
        }
        return Configuration.of(FAMILY, properties, secrets);
    }

    private static String wrong(Secrets secrets, Object... pairs) {
        String message =
                assertThrows(Configuration.Wrong.class, () -> configured(secrets, pairs))
                        .getMessage();
        assertFalse(message.contains(SECRET), message);
        return message;
    }

    @Test
    void aPasswordIsDecryptedByKura() throws Exception {
        Configuration configuration =
                configured(kura(), "username", "DABC", "password", ENCRYPTED, "port", "8070");
        assertEquals(
                new Http("sessy.local", 8070, Credential.of("DABC", SECRET.toCharArray())),
                configuration.session().address());
        assertFalse(configuration.toString().contains(SECRET));
        assertNotEquals(configuration, configured(kura()), "a changed password is a change");
    }

    @Test
    void aPasswordThatCannotBeReadIsSaidWithoutIt() {
        assertTrue(wrong(kura(), "username", "u", "password", SECRET).contains("enter it again"));
        Secrets none = new Secrets(new Services(null));
        assertTrue(wrong(none, "username", "u", "password", SECRET).contains("crypto service"));
        assertTrue(wrong(kura(), "password", ENCRYPTED).contains("without a user"));
    }

    @Test
    void theUsualConnectionOfDriversMeansHttpHere() throws Exception {
        Http expected = new Http("sessy.local", 80, Credential.NONE);
        assertEquals(expected, configured(kura()).session().address());
        assertEquals(expected, configured(kura(), "connection", "tcp").session().address());
        assertEquals(expected, configured(kura(), "connection", "http").session().address());
        assertTrue(wrong(kura(), "connection", "serial").contains("http only"));
        assertTrue(wrong(kura(), "host", " ").contains("host is empty"));
        assertTrue(wrong(kura(), "port", "0").contains("port"));
    }
}
