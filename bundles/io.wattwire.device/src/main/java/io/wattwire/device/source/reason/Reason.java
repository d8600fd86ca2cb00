package io.wattwire.device.source.reason;

import java.io.EOFException;
import java.security.GeneralSecurityException;

/** Why a server could not be reached, in words for the log. Stateless. */
public final class Reason {

    private static final String BY_FILE =
            "check the address, or trust its authority by tls.ca, else by Java's trust store";

    private Reason() {}

    /**
     * Says the essential, for connections with a setting {@code tls.ca}.
     *
     * @param failure of a connection or a request
     * @return one line; of a certificate that is not trusted with the remedy
     */
    public static String of(Throwable failure) {
        return of(failure, BY_FILE);
    }

    /**
     * Says the essential: clients wrap it in exceptions of their own.
     *
     * @param failure of a connection or a request
     * @param trust what an owner does about a certificate that is not trusted
     * @return one line
     */
    public static String of(Throwable failure, String trust) {
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
        return untrusted ? "its certificate does not verify; " + trust + ": " + text : text;
    }
}
