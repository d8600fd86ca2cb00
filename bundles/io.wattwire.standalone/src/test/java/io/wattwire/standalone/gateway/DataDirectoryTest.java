package io.wattwire.standalone.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.standalone.GatewayException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir Path parent;

    @Test
    void aDirectoryHasOneGatewayAtATime() throws Exception {
        Path path = parent.resolve("new/data");
        DataDirectory first = DataDirectory.take(path);

        GatewayException e = assertThrows(GatewayException.class, () -> DataDirectory.take(path));
        assertTrue(e.getMessage().contains("in use"), e.getMessage());

        first.close();
        try (DataDirectory second = DataDirectory.take(path)) {
            assertEquals(path.toRealPath(), second.path());
        }
    }

    @Test
    void aFileIsNoDirectory() throws Exception {
        Path file = Files.createFile(parent.resolve("file"));

        GatewayException e = assertThrows(GatewayException.class, () -> DataDirectory.take(file));

        assertTrue(e.getMessage().contains("choose another"), e.getMessage());
    }
}
