package org.eclipse.kura.wire.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.configuration.metatype.OCD;
import org.junit.jupiter.api.Test;

class WireGraphConfigurationTest {
    @Test
    void aGraphIsAViewOfItsComponentsAndWiresThatCannotBeChanged() {
        List<WireComponentConfiguration> components = new ArrayList<>();
        List<MultiportWireConfiguration> wires = new ArrayList<>();
        WireGraphConfiguration graph = new WireGraphConfiguration(components, wires);
        components.add(new WireComponentConfiguration(new Timer(), Map.of()));
        wires.add(new MultiportWireConfiguration("timer", "asset", 0, 0));
        assertEquals(components, graph.getWireComponentConfigurations());
        assertEquals(wires, graph.getWireConfigurations());
        assertThrows(
                UnsupportedOperationException.class,
                () -> graph.getWireComponentConfigurations().clear());
        assertThrows(
                UnsupportedOperationException.class, () -> graph.getWireConfigurations().clear());
    }

    @Test
    void aGraphNeedsItsLists() {
        assertThrows(NullPointerException.class, () -> new WireGraphConfiguration(null, List.of()));
        assertThrows(NullPointerException.class, () -> new WireGraphConfiguration(List.of(), null));
    }

    @Test
    void aComponentKeepsItsConfigurationAndNeedsItsPlaceInTheEditor() {
        Timer timer = new Timer();
        Map<String, Object> place = new HashMap<>();
        WireComponentConfiguration component = new WireComponentConfiguration(timer, place);
        place.put("position.x", 1.5f);
        assertSame(timer, component.getConfiguration());
        assertEquals(place, component.getProperties());
        assertThrows(UnsupportedOperationException.class, () -> component.getProperties().clear());
        assertThrows(NullPointerException.class, () -> new WireComponentConfiguration(timer, null));
    }

    @Test
    void aNewDefinitionIsEmpty() {
        WireComponentDefinition definition = new WireComponentDefinition();
        assertNull(definition.getFactoryPid());
        assertEquals(0, definition.getMaxInputPorts());
        assertNull(definition.getInputPortNames());
        assertNull(definition.getComponentOCD());
    }

    @Test
    void aDefinitionKeepsWhatItIsTold() {
        Timer timer = new Timer();
        WireComponentDefinition definition = new WireComponentDefinition();
        definition.setFactoryPid("timer");
        definition.setMinInputPorts(1);
        definition.setMaxInputPorts(2);
        definition.setDefaultInputPorts(3);
        definition.setMinOutputPorts(4);
        definition.setMaxOutputPorts(5);
        definition.setDefaultOutputPorts(6);
        definition.setInputPortNames(Map.of(0, "grid"));
        definition.setOutputPortNames(Map.of(0, "status"));
        definition.setComponentOCD(timer);
        assertEquals("timer", definition.getFactoryPid());
        assertEquals(1, definition.getMinInputPorts());
        assertEquals(2, definition.getMaxInputPorts());
        assertEquals(3, definition.getDefaultInputPorts());
        assertEquals(4, definition.getMinOutputPorts());
        assertEquals(5, definition.getMaxOutputPorts());
        assertEquals(6, definition.getDefaultOutputPorts());
        assertEquals(Map.of(0, "grid"), definition.getInputPortNames());
        assertEquals(Map.of(0, "status"), definition.getOutputPortNames());
        assertSame(timer, definition.getComponentOCD());
    }

    private static final class Timer implements ComponentConfiguration {
        @Override
        public String getPid() {
            return "timer";
        }

        @Override
        public OCD getDefinition() {
            return null;
        }

        @Override
        public Map<String, Object> getConfigurationProperties() {
            return Map.of();
        }
    }
}
