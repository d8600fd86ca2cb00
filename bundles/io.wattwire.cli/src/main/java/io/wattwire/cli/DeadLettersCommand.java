package io.wattwire.cli;

import io.wattwire.publish.pvoutput.api.DeadLetters;
import io.wattwire.publish.pvoutput.api.DeadLetters.Letter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What PVOutput refused. */
@Command(
        name = "dead-letters",
        description = {
            "Lists the entries that PVOutput refused: when, what, the entry in the columns of its",
            "batch requests, and why. They are not sent again."
        })
final class DeadLettersCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            description = "the publisher's directory, <data>/wattwire/<name of the component>")
    private Path directory;

    @Override
    public Integer call() throws WrongUse, Failed {
        if (!Files.isDirectory(directory)) {
            throw new WrongUse(
                    directory + " is no directory; give the publisher's, <data>/wattwire/<name>");
        }
        List<Letter> letters;
        try {
            letters = new DeadLetters(directory).read();
        } catch (IOException e) {
            throw new Failed(directory + " cannot be read: " + e, e);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (letters.isEmpty()) {
            out.println("nothing was refused");
        } else {
            TextTable table = new TextTable("REFUSED", "KIND", "ENTRY", "REASON");
            for (Letter letter : letters) {
                table.row(letter.time(), letter.kind(), letter.entry(), letter.reason());
            }
            table.print(out);
        }
        out.flush();
        return 0;
    }
}
