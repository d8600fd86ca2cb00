package io.wattwire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    private static final String CONF =
            "[server]\nmeters = a\n[a]\ntype = sdm120\nhost = 10.0.0.9\n";

    @TempDir Path folder;

    @Test
    void writesTheGraphOnceUnlessForced() throws IOException {
        Path conf = Files.writeString(folder.resolve("semp-rtu.conf"), CONF);
        Path graph = folder.resolve("graph.xml");
        Cli first = Cli.run("import", conf.toString(), "--out", graph.toString());
        assertEquals(0, first.code(), first.err());
        assertTrue(first.out().contains("1 meter in " + graph), first.out());
        Cli second = Cli.run("import", conf.toString(), "--out", graph.toString());
        assertEquals(2, second.code());
        assertTrue(second.err().contains("exists; choose another name"), second.err());
        assertEquals(
                0, Cli.run("import", conf.toString(), "--out", graph.toString(), "--force").code());
    }

    @Test
    void wrongFilesAreOneLineEach() throws IOException {
        assertEquals(2, Cli.run("import", folder.resolve("no.conf").toString()).code());
        Path binary = Files.write(folder.resolve("b.conf"), new byte[] {(byte) 0xC3, 0x28});
        Cli notText = Cli.run("import", binary.toString());
        assertTrue(notText.err().contains("is no text in UTF-8"), notText.err());
        Path other = Files.writeString(folder.resolve("o.conf"), "hello\n");
        Cli noIni = Cli.run("import", other.toString());
        assertTrue(noIni.err().contains("line 1: 'hello' is neither"), noIni.err());
    }
}
