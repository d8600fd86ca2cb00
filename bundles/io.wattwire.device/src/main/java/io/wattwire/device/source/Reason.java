package io.wattwire.device.source;

import java.io.EOFException;
import java.security.GeneralSecurityException;

/** Why a server could not be reached, in words for the log. Stateless. */
public final class Reason {

    private Reason() {}

    /**
     * Says the essential: clients wrap it in exceptions of their own.
     *
     * @param failure of a connection or a request
     * @return one line; of a certificate that is not trusted with the remedy
     */
    public static String of(Throwable failure) {
        boolean untrusted = false;
        Throwable innermost = failure;
        String text = failure.toString();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            untrusted |= each instanceof GeneralSecurityException;
            text = each.getMessage() == null ? text : each.getMessage();
            innermost = each;
        }
        if (innermost instanceof EOFException) {
            return "it ended the connection";
        }
        return untrusted
                ? "its certificate does not verify; check the address, or trust its authority by"
                        + " tls.ca, else by Java's trust store: "
                        + text
                : text;
    }
}
