package io.wattwire.device.source.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void theInnermostCauseThatSaysSomethingIsTheReason() {
        Throwable refused = new IOException("client", new ConnectException("Connection refused"));
        assertEquals("Connection refused", Reason.of(refused));
        Throwable late = new IOException("no whole answer within 5 s", new TimeoutException());
        assertEquals("no whole answer within 5 s", Reason.of(late));
        assertEquals("java.io.IOException", Reason.of(new IOException((String) null)));
    }

    @Test
    void anEndIsSaidAsOne() {
        assertEquals("it ended the connection", Reason.of(new IOException(new EOFException())));
    }

    @Test
    void aCertificateThatIsNotTrustedHasARemedy() {
        SSLHandshakeException handshake = new SSLHandshakeException("No name matching gx found");
        handshake.initCause(new CertificateException("No name matching gx found"));
        String reason = Reason.of(new IOException(handshake));
        assertTrue(reason.startsWith("its certificate does not verify; "), reason);
        assertTrue(reason.contains("tls.ca"), reason);
        assertTrue(reason.endsWith(": No name matching gx found"), reason);
    }

    @Test
    void whoTrustsOtherwiseSaysHow() {
        Throwable untrusted = new IOException(new CertificateException("expired"));
        assertEquals(
                "its certificate does not verify; ask the installer: expired",
                Reason.of(untrusted, "ask the installer"));
    }
}
