package io.wattwire.device.generic;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.FamilyBuilder;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.TableException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads tables from files. Gives the same family again while the files say the same, so that a
 * running driver is left alone.
 */
final class TableFiles {

    /**
     * Stands for the family until its tables are known, and shows tools what a table looks like.
     */
    static final DeviceFamily EXAMPLE =
            family("name,kind,address,type\nexample,holding,0,U16\n", "");

    private static final String NAME = "generic";
    private static final String REGISTERS = "registers.csv";
    private static final String POINTS = "points.csv";

    /** Ten times the largest table that is known. */
    private static final long MOST_BYTES = 2_000_000;

    private String lastRegisters = "";
    private String lastPoints = "";
    private DeviceFamily last = EXAMPLE;

    private static DeviceFamily family(String registers, String points) {
        try {
            return parse(REGISTERS, registers, POINTS, points);
        } catch (TableException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Reads both tables.
     *
     * @param registers file of the registers
     * @param points file of the points, empty when there are none
     * @return the family that they describe
     * @throws TableException when a file cannot be read or is wrong; the message names file, row
     *     and column
     */
    synchronized DeviceFamily read(Optional<Path> registers, Optional<Path> points)
            throws TableException {
        if (registers.isEmpty()) {
            throw wrong(REGISTERS, "the setting is empty; write the path of the register table");
        }
        String registerText = text(registers.get());
        String pointText = points.isPresent() ? text(points.get()) : "";
        if (last == EXAMPLE
                || !registerText.equals(lastRegisters)
                || !pointText.equals(lastPoints)) {
            String pointFile = points.map(Path::toString).orElse(POINTS);
            last = parse(registers.get().toString(), registerText, pointFile, pointText);
            lastRegisters = registerText;
            lastPoints = pointText;
        }
        return last;
    }

    private static DeviceFamily parse(
            String registerFile, String registers, String pointFile, String points)
            throws TableException {
        RegisterTable table =
                RegisterTable.read(
                        registerFile,
                        new StringReader(registers),
                        pointFile,
                        new StringReader(points));
        FamilyBuilder family = DeviceFamily.of(NAME, table).title("the device of " + registerFile);
        boolean meter = table.points().stream().anyMatch(point -> !point.role().isEmpty());
        try {
            return (meter ? family.meter() : family).build();
        } catch (IllegalStateException unfit) {
            throw wrong(registerFile, unfit.getMessage());
        }
    }

    private static String text(Path file) throws TableException {
        try {
            long size = Files.size(file);
            if (size > MOST_BYTES) {
                throw wrong(file, size + " bytes; a table has at most " + MOST_BYTES);
            }
            return Files.readString(file);
        } catch (MalformedInputException wrong) {
            throw wrong(file, "not UTF-8 text; save it as UTF-8");
        } catch (IOException missing) {
            throw wrong(file, "cannot be read; put a table there that Kura may read: " + missing);
        }
    }

    static TableException wrong(Object file, String problem) {
        return new TableException(file.toString(), 0, "", problem);
    }
}
