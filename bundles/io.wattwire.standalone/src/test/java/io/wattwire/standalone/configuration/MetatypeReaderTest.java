package io.wattwire.standalone.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.configuration.metatype.AD;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetatypeReaderTest {
    private static final String FILE =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.2.0">
              <OCD id="acme.Driver" name="Acme">
                <AD id="host" type="String" default="a\\,b" min="1"/>
                <AD id="ports" type="Integer" cardinality="3" default="1,2" required="false">
                  <Option label="one" value="1"/>
                </AD>
                <AD id="word" type="Password" default=""/>
              </OCD>
              <Designate factoryPid="acme.Driver"><Object ocdref="acme.Driver"/></Designate>
            </metatype:MetaData>
            """;

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsWhatBndWrites() throws IOException {
        Definition definition = MetatypeReader.read(in(FILE), "acme.Driver").orElseThrow();

        assertTrue(definition.factory());
        assertEquals(Set.of("word"), definition.secrets());
        assertEquals("a,b", definition.defaults().get("host"));
        assertEquals(2, ((Integer[]) definition.defaults().get("ports")).length);
        assertFalse(definition.defaults().containsKey("word"), "an empty default is none");
        AD ports = definition.ocd().getAD().get(1);
        assertFalse(ports.isRequired());
        assertEquals("one", ports.getOption().get(0).getLabel());
    }

    @Test
    void aFileWithAnotherNameDescribesNothing() throws IOException {
        assertTrue(MetatypeReader.read(in(FILE), "metatype").isEmpty());
    }

    @Test
    void aDescriptionWithoutDesignateDescribesNothing() throws IOException {
        String without = FILE.replaceAll("(?s)<Designate.*</Designate>", "");

        assertTrue(MetatypeReader.read(in(without), "acme.Driver").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no xml",
                "<a>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
                "<M><OCD id='a'><AD id='b' type='integer'/></OCD></M>",
                "<M><OCD id='a'><AD id='b' type='Integer' cardinality='x'/></OCD></M>"
            })
    void aBrokenFileIsRefusedWithItsName(String text) {
        IOException e =
                assertThrows(IOException.class, () -> MetatypeReader.read(in(text), "acme.Driver"));

        assertTrue(e.getMessage().startsWith("metatype acme.Driver: "), e.getMessage());
    }

    @Test
    void aDefaultOfTheWrongTypeIsFoundWhenItIsUsed() throws IOException {
        Definition definition =
                MetatypeReader.read(in(FILE.replace("1,2", "one")), "acme.Driver").orElseThrow();

        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, definition::defaults);

        assertTrue(e.getMessage().contains("ports"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.eclipse.kura.wire.Timer",
                "org.eclipse.kura.wire.Logger",
                "org.eclipse.kura.wire.Fifo",
                "org.eclipse.kura.wire.WireAsset",
                "org.eclipse.kura.wire.CloudPublisher",
                "org.eclipse.kura.cloud.publisher.CloudPublisher",
                "org.eclipse.kura.cloud.CloudService",
                "org.eclipse.kura.data.DataService",
                "org.eclipse.kura.core.data.transport.mqtt.MqttDataTransport",
                "org.eclipse.kura.wire.graph.WireGraphService"
            })
    void ourOwnFilesAreSound(String pid) throws IOException {
        try (InputStream in =
                getClass().getResourceAsStream("/OSGI-INF/metatype/" + pid + ".xml")) {
            Definition definition = MetatypeReader.read(in, pid).orElseThrow();
            Map<String, Object> defaults = definition.defaults();

            assertEquals(!pid.endsWith("WireGraphService"), definition.factory());
            assertFalse(defaults.isEmpty());
        }
    }

    @Test
    void theGraphsDefaultIsAnEmptyGraph() throws IOException {
        String pid = "org.eclipse.kura.wire.graph.WireGraphService";
        try (InputStream in =
                getClass().getResourceAsStream("/OSGI-INF/metatype/" + pid + ".xml")) {
            assertEquals(
                    "{\"components\":[],\"wires\":[]}",
                    MetatypeReader.read(in, pid).orElseThrow().defaults().get("WireGraph"));
        }
    }
}
