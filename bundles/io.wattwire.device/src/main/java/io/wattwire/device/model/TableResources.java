package io.wattwire.device.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** The tables that a driver carries among its resources. */
final class TableResources {
    private static final String REGISTERS = "registers.csv";
    private static final String POINTS = "points.csv";

    private TableResources() {}

    static RegisterTable read(String family, Class<?> owner) {
        try (InputStream registers = owner.getResourceAsStream(REGISTERS);
                InputStream points = owner.getResourceAsStream(POINTS)) {
            if (registers == null) {
                throw new IllegalStateException(
                        "no "
                                + REGISTERS
                                + " beside "
                                + owner.getName()
                                + "; put it among the resources of its package");
            }
            return RegisterTable.read(
                    family + "/" + REGISTERS,
                    text(registers),
                    family + "/" + POINTS,
                    text(points == null ? InputStream.nullInputStream() : points));
        } catch (IOException | TableException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /**
     * A decoder of its own reports bytes that are not UTF-8; the default one would replace them.
     */
    private static Reader text(InputStream bytes) {
        return new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder());
    }
}
