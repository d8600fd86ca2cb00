package org.eclipse.kura.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ChannelStatusTest {
    private static final Exception CAUSE = new Exception("no answer");

    @Test
    void aPlainStatusExplainsNothing() {
        ChannelStatus status = new ChannelStatus(ChannelFlag.SUCCESS);
        assertSame(ChannelFlag.SUCCESS, status.getChannelFlag());
        assertNull(status.getExceptionMessage());
        assertNull(status.getException());
    }

    @Test
    void aFailureKeepsItsExplanation() {
        ChannelStatus status = failure();
        assertSame(ChannelFlag.FAILURE, status.getChannelFlag());
        assertEquals("timeout", status.getExceptionMessage());
        assertSame(CAUSE, status.getException());
        assertTrue(status.toString().contains("timeout"), status.toString());
    }

    @Test
    void aStatusNeedsAFlag() {
        assertThrows(NullPointerException.class, () -> new ChannelStatus(null));
        assertThrows(NullPointerException.class, () -> new ChannelStatus(null, "", CAUSE));
    }

    @Test
    void equalityLooksAtFlagMessageAndException() {
        assertEquals(failure(), failure());
        assertEquals(failure().hashCode(), failure().hashCode());
        assertNotEquals(failure(), new ChannelStatus(ChannelFlag.SUCCESS, "timeout", CAUSE));
        assertNotEquals(failure(), new ChannelStatus(ChannelFlag.FAILURE, "other", CAUSE));
        assertNotEquals(failure(), new ChannelStatus(ChannelFlag.FAILURE, "timeout", null));
    }

    private static ChannelStatus failure() {
        return new ChannelStatus(ChannelFlag.FAILURE, "timeout", CAUSE);
    }
}
