package io.wattwire.standalone.configuration;

import java.lang.reflect.Proxy;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.crypto.CryptoService;

/** A crypto service whose encrypted text is {@code {text}}: a reader sees what is encrypted. */
final class PlainCrypto {
    private PlainCrypto() {}

    static CryptoService create() {
        return (CryptoService)
                Proxy.newProxyInstance(
                        CryptoService.class.getClassLoader(),
                        new Class<?>[] {CryptoService.class},
                        (proxy, method, arguments) ->
                                method.getName().equals("encryptAes")
                                        ? ("{" + new String((char[]) arguments[0]) + "}")
                                                .toCharArray()
                                        : decrypt(new String((char[]) arguments[0])));
    }

    private static char[] decrypt(String text) throws KuraException {
        if (!text.startsWith("{")) {
            throw new KuraException(KuraErrorCode.DECODER_ERROR, text);
        }
        return text.substring(1, text.length() - 1).toCharArray();
    }
}
