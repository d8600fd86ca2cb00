package io.wattwire.device.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ServiceTest {

    @Test
    void aServiceSharesTheUnitOrHasItsOwn() {
        assertTrue(Service.sameUnit("battery", "Battery").sameUnit());
        assertEquals(OptionalInt.of(227), Service.unit("vebus", "Inverter", 227).unit());
        assertTrue(Service.unset("grid", "Grid meter").unit().isEmpty());
    }

    @Test
    void namesAndUnitIdsThatCannotBeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Service.unset("", "Nothing"));
        assertThrows(IllegalArgumentException.class, () -> Service.unset("Grid Meter", "Grid"));
        assertThrows(IllegalArgumentException.class, () -> Service.unit("grid", "Grid", 256));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Service("grid", "Grid", OptionalInt.of(3), true));
    }
}
