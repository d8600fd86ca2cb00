package org.eclipse.kura.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Date;
import org.junit.jupiter.api.Test;

class KuraPositionTest {
    private final KuraPosition position = new KuraPosition();

    @Test
    void nothingIsKnownAtFirst() {
        assertNull(position.getLongitude());
        assertNull(position.getLatitude());
        assertNull(position.getAltitude());
        assertNull(position.getPrecision());
        assertNull(position.getHeading());
        assertNull(position.getSpeed());
        assertNull(position.getTimestamp());
        assertNull(position.getSatellites());
        assertNull(position.getStatus());
    }

    @Test
    void aPositionKeepsWhatItIsTold() {
        Date timestamp = new Date(5);
        position.setLongitude(1);
        position.setLatitude(2);
        position.setAltitude(3);
        position.setPrecision(4);
        position.setHeading(5);
        position.setSpeed(6);
        position.setTimestamp(timestamp);
        position.setSatellites(7);
        position.setStatus(8);
        assertEquals(1.0, position.getLongitude());
        assertEquals(2.0, position.getLatitude());
        assertEquals(3.0, position.getAltitude());
        assertEquals(4.0, position.getPrecision());
        assertEquals(5.0, position.getHeading());
        assertEquals(6.0, position.getSpeed());
        assertSame(timestamp, position.getTimestamp());
        assertEquals(7, position.getSatellites());
        assertEquals(8, position.getStatus());
    }
}
