package org.eclipse.kura.core.configuration.metatype;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class TocdTest {
    private final Tocd definition = new Tocd();

    @Test
    void aNewDefinitionIsEmpty() {
        assertNull(definition.getId());
        assertNull(definition.getName());
        assertNull(definition.getDescription());
        assertEquals(List.of(), definition.getAD());
        assertEquals(List.of(), definition.getIcon());
        assertEquals(List.of(), definition.getAny());
        assertTrue(definition.getOtherAttributes().isEmpty());
    }

    @Test
    void attributesStayInTheirOrder() {
        Tad first = new Tad();
        Tad second = new Tad();
        definition.addAD(first);
        definition.addAD(second);
        assertEquals(List.of(first, second), definition.getAD());
    }

    @Test
    void settersOfListsAdd() {
        Ticon small = new Ticon();
        Ticon large = new Ticon();
        definition.setIcon(small);
        definition.setIcon(large);
        definition.setAny("a");
        definition.setAny("b");
        assertEquals(List.of(small, large), definition.getIcon());
        assertEquals(List.of("a", "b"), definition.getAny());
    }

    @Test
    void aDefinitionKeepsWhatItIsTold() {
        definition.setId("meter");
        definition.setName("Meter");
        definition.setDescription("A meter");
        assertEquals("meter", definition.getId());
        assertEquals("Meter", definition.getName());
        assertEquals("A meter", definition.getDescription());
    }

    @Test
    void anOptionKeepsWhatItIsTold() {
        Toption option = new Toption();
        assertNull(option.getLabel());
        assertNull(option.getValue());
        option.setLabel("Big endian");
        option.setValue("BE");
        option.setAny("a");
        assertEquals("Big endian", option.getLabel());
        assertEquals("BE", option.getValue());
        assertEquals(List.of("a"), option.getAny());
        assertTrue(option.getOtherAttributes().isEmpty());
    }

    @Test
    void anIconKeepsWhatItIsTold() {
        Ticon icon = new Ticon();
        assertNull(icon.getResource());
        assertNull(icon.getSize());
        icon.setResource("meter.png");
        icon.setSize(BigInteger.valueOf(32));
        icon.setAny("a");
        assertEquals("meter.png", icon.getResource());
        assertEquals(BigInteger.valueOf(32), icon.getSize());
        assertEquals(List.of("a"), icon.getAny());
        assertTrue(icon.getOtherAttributes().isEmpty());
    }
}
