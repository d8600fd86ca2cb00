package io.wattwire.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of two limits on one inverter one keeps silent. */
class ClaimsTest {

    private final Claims claims = new Claims();
    private final Object one = new Object();
    private final Object other = new Object();
    private final Object third = new Object();

    @Test
    void theLaterOfTwoEqualOnesIsRefusedAndToldWhy() {
        assertEquals("", claims.take(one, "one", Set.of("roof", "driver"), 0));
        String refusal = claims.take(other, "other", Set.of("driver"), 0);
        assertTrue(refusal.startsWith("one limits driver already, to 0 W of export"), refusal);
        assertEquals("", claims.take(one, "one", Set.of("roof", "driver"), 0), "asked again");
    }

    @Test
    void theStricterOneCommandsWhicheverCameFirst() {
        claims.take(one, "one", Set.of("roof"), 3680);
        assertEquals("", claims.take(other, "other", Set.of("roof"), 0));
        assertTrue(claims.take(one, "one", Set.of("roof"), 3680).startsWith("other limits roof"));
    }

    @Test
    void othersDevicesAreFree() {
        claims.take(one, "one", Set.of("roof"), 0);
        assertEquals("", claims.take(other, "other", Set.of("garage"), 0));
        assertEquals("", claims.take(third, "third", Set.of(), 0));
    }

    @Test
    void whatARefusedOneClaimsIsFree() {
        claims.take(one, "one", Set.of("roof"), 0);
        claims.take(other, "other", Set.of("roof", "garage"), 100);
        assertEquals("", claims.take(third, "third", Set.of("garage"), 200));
    }

    @Test
    void oneThatEndsLeavesItsDevices() {
        claims.take(one, "one", Set.of("roof"), 0);
        claims.take(other, "other", Set.of("roof"), 0);
        claims.drop(one);
        assertEquals("", claims.take(other, "other", Set.of("roof"), 0));
    }
}
