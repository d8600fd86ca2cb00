package io.wattwire.standalone;

import io.wattwire.standalone.configuration.SnapshotReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;

/** What is in a snapshot, for tools that run none of it. */
public final class SnapshotFile {

    private SnapshotFile() {}

    /**
     * Reads a snapshot in Kura's XML.
     *
     * @param file at most 16 MiB
     * @return the properties of each component by its pid, in the order of the file
     * @throws GatewayException if it cannot be read or is broken; the message names the place
     */
    public static Map<String, Map<String, Object>> read(Path file) throws GatewayException {
        Map<String, Map<String, Object>> components = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(file)) {
            for (ComponentConfiguration each : SnapshotReader.read(in, file.toString())) {
                components.put(each.getPid(), each.getConfigurationProperties());
            }
        } catch (IOException e) {
            throw new GatewayException(file + " cannot be read; write the path of a snapshot", e);
        } catch (KuraException e) {
            throw new GatewayException(e.getMessage(), e);
        }
        return components;
    }
}
