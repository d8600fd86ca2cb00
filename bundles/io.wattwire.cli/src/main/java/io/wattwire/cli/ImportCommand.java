package io.wattwire.cli;

import io.wattwire.cli.imports.GivTcpImport;
import io.wattwire.cli.imports.ImportException;
import io.wattwire.cli.imports.SempImport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** From another program's configuration to a wire graph. */
@Command(
        name = "import",
        description = {
            "Turns settings of solaredge_meterproxy or GivTCP into a wire graph.",
            "Takes semp-rtu.conf, semp-tcp.conf, or GivTCP's environment variables (givtcp.env,",
            "docker-compose.yml); the graph is for Kura or for 'wattwire run'. Says what could not be",
            "carried over."
        })
final class ImportCommand implements Callable<Integer> {

    private static final long LARGEST_FILE = 1 << 20;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the configuration")
    private Path file;

    @Option(
            names = "--out",
            paramLabel = "GRAPH.xml",
            description = "where the graph goes (default: FILE's name with .xml)")
    private Path out;

    @Option(names = "--force", description = "overwrite the graph")
    private boolean force;

    @Override
    public Integer call() throws WrongUse, Failed {
        Made result = result();
        Path graph = out == null ? beside() : out;
        write(graph, result.xml());
        PrintWriter print = spec.commandLine().getOut();
        result.notes().forEach(note -> print.println("note: " + note));
        print.println(result.what() + " in " + graph + "; try it with: wattwire run " + graph);
        print.flush();
        return 0;
    }

    /**
     * A graph.
     *
     * @param xml the snapshot
     * @param what is in it
     * @param notes what could not be carried over
     */
    private record Made(String xml, String what, List<String> notes) {}

    private static Made made(List<String> lines) throws ImportException {
        if (GivTcpImport.knows(lines)) {
            GivTcpImport.Result givTcp = GivTcpImport.of(lines);
            return new Made(givTcp.xml(), count(givTcp.inverters(), "inverter"), givTcp.notes());
        }
        SempImport.Result semp = SempImport.of(lines);
        return new Made(semp.xml(), count(semp.meters(), "meter"), semp.notes());
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private Made result() throws WrongUse {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new WrongUse(file + " is larger than 1 MiB; is it a configuration?");
            }
            return made(Files.readAllLines(file));
        } catch (ImportException wrong) {
            throw new WrongUse(file + ", " + wrong.getMessage());
        } catch (MalformedInputException binary) {
            throw new WrongUse(file + " is no text in UTF-8");
        } catch (IOException unreadable) {
            throw new WrongUse(
                    file + " cannot be read; write the path of a semp.conf or givtcp.env");
        }
    }

    private Path beside() {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return Path.of((dot > 0 ? name.substring(0, dot) : name) + ".xml");
    }

    private void write(Path graph, String xml) throws WrongUse, Failed {
        List<OpenOption> how =
                force
                        ? List.of(
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE)
                        : List.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            Files.writeString(graph, xml, how.toArray(OpenOption[]::new));
        } catch (FileAlreadyExistsException there) {
            throw new WrongUse(graph + " exists; choose another name with --out, or --force");
        } catch (IOException unwritable) {
            throw new Failed(graph + " cannot be written: " + unwritable.getMessage(), unwritable);
        }
    }
}
