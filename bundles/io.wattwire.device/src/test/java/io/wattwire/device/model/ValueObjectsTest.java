package io.wattwire.device.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValueObjectsTest {

    @Test
    void aReadingHasAValueOrAProblem() {
        assertTrue(new Reading("p", 1.0, "W", 0, "").good());
        assertFalse(new Reading("p", null, "W", 0, "no answer; check the cable").good());
        assertFalse(new Reading("p", 1.0, "W", 0, "stale").good());
        assertThrows(IllegalArgumentException.class, () -> new Reading("p", null, "W", 0, ""));
    }

    @Test
    void rolesAllowWhatIsTheirsAndBelow() {
        assertTrue(WriteRole.OWNER.allows(WriteRole.OWNER));
        assertTrue(WriteRole.OWNER.allows(WriteRole.INSTALLER));
        assertFalse(WriteRole.OWNER.allows(WriteRole.NEVER));
        assertFalse(WriteRole.INSTALLER.allows(WriteRole.OWNER));
        assertTrue(WriteRole.INSTALLER.allows(WriteRole.INSTALLER));
        assertFalse(WriteRole.NEVER.allows(WriteRole.INSTALLER));
        assertFalse(WriteRole.NEVER.allows(WriteRole.NEVER));
    }

    @Test
    void valuesAreNumbersOrNot() {
        Map<String, Object> known = Map.of("d", 1.5, "l", 2L, "s", "3");
        Values values = name -> Optional.ofNullable(known.get(name));
        assertEquals(OptionalDouble.of(1.5), values.number("d"));
        assertEquals(OptionalDouble.of(2), values.number("l"));
        assertEquals(OptionalDouble.empty(), values.number("s"));
        assertEquals(OptionalDouble.empty(), values.number("x"));
    }

    @Test
    void kindsKnowTheirFunction() {
        assertEquals(3, RegisterKind.HOLDING.readFunction());
        assertEquals(4, RegisterKind.INPUT.readFunction());
        assertEquals(1, RegisterKind.COIL.readFunction());
        assertEquals(2, RegisterKind.DISCRETE.readFunction());
    }

    @Test
    void linkDefaultsAreInRange() {
        Duration none = Duration.ZERO;
        assertThrows(
                IllegalArgumentException.class,
                () -> new LinkDefaults(0, 'N', 1, 1, none, none, none));
        assertThrows(
                IllegalArgumentException.class,
                () -> new LinkDefaults(9600, 'X', 1, 1, none, none, none));
        assertThrows(
                IllegalArgumentException.class,
                () -> new LinkDefaults(9600, 'N', 3, 1, none, none, none));
        assertThrows(
                IllegalArgumentException.class,
                () -> new LinkDefaults(9600, 'N', 1, 256, none, none, none));
        assertThrows(
                IllegalArgumentException.class,
                () -> new LinkDefaults(9600, 'N', 1, 1, none, none, Duration.ofMillis(-1)));
    }

    @Test
    void blockRulesStayWithinModbus() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new BlockRules(126, 2000, Set.of(), List.of(), false));
        assertThrows(
                IllegalArgumentException.class,
                () -> new BlockRules(125, 2001, Set.of(), List.of(), false));
        assertThrows(
                IllegalArgumentException.class,
                () -> new BlockRules(1, 1, Set.of(), List.of(), true));
        assertThrows(IllegalArgumentException.class, () -> new Range(RegisterKind.INPUT, 5, 4));
        assertThrows(IllegalArgumentException.class, () -> new Range(RegisterKind.INPUT, 0, 65536));
    }
}
