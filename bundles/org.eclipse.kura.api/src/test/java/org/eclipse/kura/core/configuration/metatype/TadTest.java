package org.eclipse.kura.core.configuration.metatype;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.kura.configuration.metatype.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TadTest {
    private final Tad attribute = new Tad();

    @Test
    void aNewAttributeIsRequiredAndSingle() {
        assertTrue(attribute.isRequired());
        assertEquals(0, attribute.getCardinality());
    }

    @Test
    void aNewAttributeHasNeitherTextsNorOptions() {
        assertNull(attribute.getId());
        assertNull(attribute.getName());
        assertNull(attribute.getDescription());
        assertNull(attribute.getMin());
        assertNull(attribute.getMax());
        assertNull(attribute.getDefault());
        assertEquals(List.of(), attribute.getOption());
        assertEquals(List.of(), attribute.getAny());
        assertTrue(attribute.getOtherAttributes().isEmpty());
    }

    @Test
    void anAttributeKeepsWhatItIsTold() {
        attribute.setId("register");
        attribute.setName("Register");
        attribute.setDescription("Which register");
        attribute.setMin("1");
        attribute.setMax("9");
        attribute.setDefault("5");
        attribute.setCardinality(-3);
        attribute.setRequired(false);
        assertEquals("register", attribute.getId());
        assertEquals("Register", attribute.getName());
        assertEquals("Which register", attribute.getDescription());
        assertEquals("1", attribute.getMin());
        assertEquals("9", attribute.getMax());
        assertEquals("5", attribute.getDefault());
        assertEquals(-3, attribute.getCardinality());
        assertFalse(attribute.isRequired());
    }

    @Test
    void nothingStandsForTheDefaults() {
        attribute.setCardinality(null);
        attribute.setRequired(null);
        assertEquals(0, attribute.getCardinality());
        assertTrue(attribute.isRequired());
    }

    @ParameterizedTest
    @EnumSource
    void aTypeIsReadAsTheScalarOfTheSameName(Tscalar type) {
        attribute.setType(type);
        assertSame(Scalar.valueOf(type.name()), attribute.getType());
    }

    @Test
    void anAttributeWithoutTypeFailsWhenTheTypeIsRead() {
        assertThrows(NullPointerException.class, attribute::getType);
    }

    @Test
    void optionsAreAddedAndTheListIsLive() {
        Toption first = new Toption();
        Toption second = new Toption();
        attribute.setOption(first);
        attribute.getOption().add(second);
        assertEquals(List.of(first, second), attribute.getOption());
    }
}
