package org.eclipse.kura;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;

class KuraExceptionTest {
    @Test
    void theMessageIsThePhraseOfTheCode() {
        assertEquals(
                "Operation not supported",
                new KuraException(KuraErrorCode.OPERATION_NOT_SUPPORTED).getMessage());
    }

    @Test
    void theMessageShowsTheArgumentsAsTheyAre() {
        KuraException e = new KuraException(KuraErrorCode.BAD_REQUEST, "it's {0}", 12345, null);
        assertEquals("Bad request: it's {0}, 12345, null", e.getMessage());
        assertEquals(e.getMessage(), e.getLocalizedMessage());
    }

    @Test
    void noArgumentsAtAllAreNoDetails() {
        KuraException e = new KuraException(KuraErrorCode.NOT_FOUND, (Object[]) null);
        assertEquals("Not found", e.getMessage());
    }

    @Test
    void aThrowableBeforeTheArgumentsIsTheCause() {
        Exception cause = new Exception("broken pipe");
        KuraException e = new KuraException(KuraErrorCode.IO_ERROR, cause, "meter");
        assertSame(cause, e.getCause());
        assertSame(KuraErrorCode.IO_ERROR, e.getCode());
        assertEquals("Input or output failed: meter", e.getMessage());
    }

    @Test
    void anInternalErrorTakesACauseAMessageOrBoth() {
        Exception cause = new Exception();
        assertEquals("Internal error: x", KuraException.internalError("x").getMessage());
        assertSame(cause, KuraException.internalError(cause).getCause());
        assertSame(cause, KuraException.internalError(cause, "x").getCause());
        assertEquals("Internal error: x", KuraException.internalError(cause, "x").getMessage());
        assertSame(KuraErrorCode.INTERNAL_ERROR, KuraException.internalError("x").getCode());
    }

    @Test
    void anUncheckedFailureSpeaksLikeACheckedOne() {
        Exception cause = new Exception();
        KuraRuntimeException e =
                new KuraRuntimeException(KuraErrorCode.TIMED_OUT, cause, "read", 800);
        assertEquals("Timed out: read, 800", e.getMessage());
        assertEquals(e.getMessage(), e.getLocalizedMessage());
        assertSame(cause, e.getCause());
        assertSame(KuraErrorCode.TIMED_OUT, e.getCode());
        assertNull(new KuraRuntimeException(KuraErrorCode.TIMED_OUT).getCause());
    }

    @Test
    void eachSpecialFailureHasItsOwnCode() {
        assertSame(KuraErrorCode.CONNECTION_FAILED, new KuraConnectException("x").getCode());
        assertSame(KuraErrorCode.DISCONNECTION_FAILED, new KuraDisconnectException("x").getCode());
        assertSame(KuraErrorCode.NOT_CONNECTED, new KuraNotConnectedException("x").getCode());
        assertSame(KuraErrorCode.STORE_ERROR, new KuraStoreException("x").getCode());
        assertSame(KuraErrorCode.TIMED_OUT, new KuraTimeoutException("x").getCode());
        assertSame(
                KuraErrorCode.PROCESS_EXECUTION_ERROR,
                new KuraProcessExecutionErrorException("x").getCode());
    }

    @Test
    void aPartialSuccessKeepsTheFailureOfEachPart() {
        List<Throwable> causes = List.of(new Exception("a"), new Exception("b"));
        KuraPartialSuccessException e = new KuraPartialSuccessException("update", causes);
        assertSame(KuraErrorCode.PARTIAL_SUCCESS, e.getCode());
        assertEquals(causes, e.getCauses());
    }
}
