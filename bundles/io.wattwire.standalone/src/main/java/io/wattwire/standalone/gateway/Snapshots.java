package io.wattwire.standalone.gateway;

import io.wattwire.standalone.GatewayException;
import io.wattwire.standalone.configuration.SnapshotReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;

/** Reads snapshots for whoever runs a gateway: a failure names line, cause and remedy. */
final class Snapshots {

    private Snapshots() {}

    static List<ComponentConfiguration> read(List<Path> files) throws GatewayException {
        List<ComponentConfiguration> all = new ArrayList<>();
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                all.addAll(read(in, file.toString()));
            } catch (IOException e) {
                throw new GatewayException(
                        "%s: cannot be read (%s); correct the path".formatted(file, e), e);
            }
        }
        return all;
    }

    static List<ComponentConfiguration> read(InputStream snapshot, String name)
            throws GatewayException {
        try {
            return SnapshotReader.read(snapshot, name);
        } catch (KuraException e) {
            throw new GatewayException(e.getMessage(), e);
        }
    }
}
