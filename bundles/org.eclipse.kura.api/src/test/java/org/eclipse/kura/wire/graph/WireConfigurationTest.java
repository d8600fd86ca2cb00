package org.eclipse.kura.wire.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.kura.wire.WireConfiguration;
import org.junit.jupiter.api.Test;

class WireConfigurationTest {
    @Test
    void aWireNeedsBothEnds() {
        assertThrows(NullPointerException.class, () -> new WireConfiguration(null, "logger"));
        assertThrows(NullPointerException.class, () -> new WireConfiguration("timer", null));
    }

    @Test
    void aWireKnowsItsEndsAndHasNoFilterAtFirst() {
        WireConfiguration wire = new WireConfiguration("timer", "logger");
        assertEquals("timer", wire.getEmitterPid());
        assertEquals("logger", wire.getReceiverPid());
        assertNull(wire.getFilter());
        assertNull(wire.getWire());
    }

    @Test
    void wiresAreEqualIfTheyJoinTheSameComponents() {
        WireConfiguration filtered = new WireConfiguration("timer", "logger");
        filtered.setFilter("(a=b)");
        assertEquals("(a=b)", filtered.getFilter());
        assertEquals(new WireConfiguration("timer", "logger"), filtered);
        assertEquals(new WireConfiguration("timer", "logger").hashCode(), filtered.hashCode());
        assertNotEquals(new WireConfiguration("logger", "timer"), filtered);
        assertNotEquals(null, filtered);
    }

    @Test
    void wiresBetweenPortsAreEqualIfTheyJoinTheSamePorts() {
        MultiportWireConfiguration wire = new MultiportWireConfiguration("limit", "asset", 3, 4);
        assertEquals(3, wire.getEmitterPort());
        assertEquals(4, wire.getReceiverPort());
        MultiportWireConfiguration other = new MultiportWireConfiguration("limit", "asset", 0, 0);
        assertNotEquals(wire, other);
        other.setEmitterPort(3);
        assertNotEquals(wire, other);
        other.setReceiverPort(4);
        assertEquals(wire, other);
        assertEquals(wire.hashCode(), other.hashCode());
        assertNotEquals(wire, new MultiportWireConfiguration("site", "asset", 3, 4));
    }
}
