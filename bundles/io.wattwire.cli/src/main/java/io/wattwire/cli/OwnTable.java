package io.wattwire.cli;

import io.wattwire.device.generic.TableFiles;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.TableException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A device that the user describes: {@code registers.csv}, and {@code points.csv} beside it. */
final class OwnTable {

    static final String SUFFIX = ".csv";

    private static final String REGISTERS = "registers";
    private static final String POINTS = "points";

    private OwnTable() {}

    static DeviceFamily read(String name) throws WrongUse {
        try {
            Path registers = Path.of(name);
            return new TableFiles().read(Optional.of(registers), points(registers));
        } catch (TableException | InvalidPathException wrong) {
            throw new WrongUse(wrong.getMessage());
        }
    }

    /** {@code my-points.csv} goes with {@code my-registers.csv}; it may be missing. */
    private static Optional<Path> points(Path registers) {
        String file = registers.getFileName().toString();
        Path points = registers.resolveSibling(file.replace(REGISTERS, POINTS));
        return file.contains(REGISTERS) && Files.isReadable(points)
                ? Optional.of(points)
                : Optional.empty();
    }
}
