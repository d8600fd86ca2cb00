package io.wattwire.standalone.configuration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotRoundTripTest {
    static List<ComponentConfiguration> again(ComponentConfiguration... configurations)
            throws KuraException {
        String xml = SnapshotWriter.write(List.of(configurations));
        return SnapshotReader.read(
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), "again");
    }

    @Test
    void arraysComeBack() throws KuraException {
        ComponentConfiguration written =
                new Settings("a", null, Map.of("x", new Integer[] {1, 2}, "y", new String[] {""}));

        Map<String, Object> read = again(written).get(0).getConfigurationProperties();

        assertArrayEquals(new Integer[] {1, 2}, (Integer[]) read.get("x"));
        assertArrayEquals(new String[] {""}, (String[]) read.get("y"));
    }

    @Test
    void encryptedPasswordsSayThatTheyAre() throws KuraException {
        String xml =
                SnapshotWriter.write(
                        List.of(new Settings("a", null, Map.of("p", new Secrets.Sealed("AES")))));

        assertTrue(xml.contains("encrypted=\"true\" name=\"p\" type=\"Password\""), xml);
    }

    @Test
    void aCharacterThatXmlCannotHoldIsRefusedWithThePid() {
        KuraException e =
                assertThrows(
                        KuraException.class,
                        () -> again(new Settings("meter", null, Map.of("x", "\u0000"))));

        assertTrue(e.getMessage().contains("meter"), e.getMessage());
    }

    @Test
    void onlyTheNewestFilesAreKeptAndNoDraft(@TempDir Path directory) throws Exception {
        SnapshotDirectory snapshots = new SnapshotDirectory(directory, 2);
        for (int i = 0; i < 3; i++) {
            snapshots.write(Set.of(new Settings("a" + i, null, Map.of())), 1000);
        }

        assertEquals(List.of(1001L, 1002L), List.copyOf(snapshots.ids()));
        assertEquals("a2", snapshots.read(1002).get(0).getPid());
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void aSnapshotThatDoesNotExistIsSaid(@TempDir Path directory) {
        SnapshotDirectory snapshots = new SnapshotDirectory(directory.resolve("none"), 2);

        KuraException e = assertThrows(KuraException.class, () -> snapshots.read(5));

        assertTrue(e.getMessage().contains("snapshot_5.xml"), e.getMessage());
    }
}
