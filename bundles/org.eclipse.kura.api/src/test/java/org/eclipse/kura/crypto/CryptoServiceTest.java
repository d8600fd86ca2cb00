package org.eclipse.kura.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class CryptoServiceTest {
    @Test
    void theShortcutsNameTheirDigest() throws Exception {
        assertEquals("text with SHA-1", service().sha1Hash("text"));
        assertEquals("text with SHA-256", service().sha256Hash("text"));
    }

    /** A service whose digest says what it was asked for. */
    private static CryptoService service() {
        return (CryptoService)
                Proxy.newProxyInstance(
                        CryptoService.class.getClassLoader(),
                        new Class<?>[] {CryptoService.class},
                        (proxy, method, arguments) ->
                                method.isDefault()
                                        ? InvocationHandler.invokeDefault(proxy, method, arguments)
                                        : arguments[0] + " with " + arguments[1]);
    }
}
