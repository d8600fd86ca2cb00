package io.wattwire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterFormsTest {

    private static final String HEAD = "enabled,name,type,value.type,unit,listen,register";

    @TempDir Path folder;

    private static List<String> lines(String... arguments) {
        Cli run = Cli.run(arguments);
        assertEquals(0, run.code(), run.err());
        return run.out().lines().toList();
    }

    @Test
    void channelsForKurasUploadAreThoseOfTheReadyMadeAssets() {
        List<String> read = lines("registers", "sdm230", "--kura-csv");
        assertEquals(HEAD, read.get(0));
        assertTrue(read.contains("true,grid_power,READ,DOUBLE,W,false,"), read.toString());
        assertTrue(read.stream().noneMatch(it -> it.contains("WRITE")));
        List<String> control = lines("registers", "min", "--kura-csv", "control");
        assertEquals(List.of(HEAD, "true,inverter_power_limit,WRITE,DOUBLE,W,false,"), control);
        int all = lines("registers", "sdm230", "--csv").size();
        assertEquals(all, lines("registers", "sdm230", "--kura-csv", "registers").size());
    }

    @Test
    void eachLineHasAsManyCellsAsTheHead() {
        for (String line : lines("registers", "growatt", "--kura-csv", "registers")) {
            assertEquals(7, line.split(",", -1).length, line);
        }
    }

    @Test
    void anUnknownAssetNamesTheKnownOnes() {
        Cli run = Cli.run("registers", "sdm230", "--kura-csv", "all");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("none of read, control, registers"), run.err());
    }

    @Test
    void aTableOfTheUsersOwnIsADevice() throws IOException {
        Path registers = folder.resolve("my-registers.csv");
        Files.writeString(
                registers, "name,kind,address,type,scale,unit\nlevel_power,holding,7,S16,10,W\n");
        Files.writeString(folder.resolve("my-points.csv"), "name,value\ngrid_power,-level_power\n");
        List<String> table = lines("registers", registers.toString());
        assertTrue(table.stream().anyMatch(it -> it.startsWith("grid_power")), table.toString());
        assertTrue(table.stream().anyMatch(it -> it.startsWith("level_power")));
    }

    @Test
    void whatIsWrongInItNamesRowAndColumn() throws IOException {
        Path registers = folder.resolve("registers.csv");
        Files.writeString(registers, "name,kind,address,type\na,holding,x,U16\n");
        Cli run = Cli.run("registers", registers.toString());
        assertEquals(2, run.code());
        assertTrue(run.err().contains("row 2, column address"), run.err());
        Cli missing = Cli.run("registers", folder.resolve("none.csv").toString());
        assertEquals(2, missing.code());
        assertTrue(missing.err().contains("cannot be read"), missing.err());
    }
}
