package io.wattwire.device.generic;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.FamilyBuilder;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Service;
import io.wattwire.device.model.TableException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads tables from files. Gives the same family again while the files say the same, so that a
 * running driver is left alone.
 */
public final class TableFiles {

    private static final String NAME = "generic";
    private static final String REGISTERS = "registers.csv";
    private static final String POINTS = "points.csv";

    /** A family before its tables are known. */
    static final DeviceFamily NO_TABLE =
            DeviceFamily.of(NAME, RegisterTable.empty())
                    .title("Any Modbus device, by a table of your own")
                    .build();

    /** Ten times the largest table that is known. */
    private static final long MOST_BYTES = 2_000_000;

    private String lastRegisters = "";
    private String lastPoints = "";
    private DeviceFamily last = NO_TABLE;

    /** Begins without tables. */
    public TableFiles() {
        // nothing was read yet
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
    public synchronized DeviceFamily read(Optional<Path> registers, Optional<Path> points)
            throws TableException {
        if (registers.isEmpty()) {
            throw wrong(REGISTERS, "the setting is empty; write the path of the register table");
        }
        String registerText = text(registers.get());
        String pointText = points.isPresent() ? text(points.get()) : "";
        if (last == NO_TABLE
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
        models(table).forEach(model -> family.model(model, model));
        table.registers().stream()
                .map(Register::service)
                .filter(service -> !service.isEmpty())
                .distinct()
                .forEach(service -> family.service(Service.sameUnit(service, service)));
        if (table.points().stream().anyMatch(point -> !point.role().isEmpty())) {
            family.meter();
        }
        try {
            return family.build();
        } catch (IllegalStateException misfit) {
            throw wrong(registerFile, misfit.getMessage());
        }
    }

    /** So that a copy of a driver's own tables works too. */
    private static Set<String> models(RegisterTable table) {
        Set<String> models = new TreeSet<>();
        table.registers().forEach(register -> models.addAll(register.models()));
        table.points().forEach(point -> models.addAll(point.models()));
        return models;
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
