package org.eclipse.kura.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.eclipse.kura.driver.Driver.ConnectionException;
import org.junit.jupiter.api.Test;

class ConnectionExceptionTest {
    private static final Exception CAUSE = new Exception("refused");

    @Test
    void messageAndCauseAreOptional() {
        assertNull(new ConnectionException().getMessage());
        assertEquals("no link", new ConnectionException("no link").getMessage());
        assertSame(CAUSE, new ConnectionException(CAUSE).getCause());
        assertSame(CAUSE, new ConnectionException("no link", CAUSE).getCause());
        assertEquals("no link", new ConnectionException("no link", CAUSE).getMessage());
    }
}
