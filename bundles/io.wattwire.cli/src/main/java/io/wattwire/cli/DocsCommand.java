package io.wattwire.cli;

import io.wattwire.cli.docs.DocsFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** For developers: the parts of docs/devices that follow from the tables. */
@Command(
        name = "docs",
        hidden = true,
        description = "Writes the generated parts of the device pages.")
final class DocsCommand implements Callable<Integer> {

    private final Tools tools;
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "docs/devices")
    private Path folder;

    DocsCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws Failed {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Map<Path, String> pages = DocsFolder.expected(folder, tools.catalog().families());
            for (Path page : DocsFolder.differing(pages)) {
                Files.writeString(page, pages.get(page));
                out.println("wrote " + page);
            }
            out.flush();
            return 0;
        } catch (IOException e) {
            throw new Failed(e.getMessage(), e);
        }
    }
}
