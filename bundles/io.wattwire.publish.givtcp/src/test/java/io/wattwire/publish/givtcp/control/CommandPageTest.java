package io.wattwire.publish.givtcp.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page lists what is understood, and nothing else is. */
class CommandPageTest {

    private static final Path PAGE = Path.of("../../docs/publish/givtcp-control.md");

    private static final Pattern COMMAND =
            Pattern.compile("`((?:set|enable|disable|force|tempPause|sync)[A-Za-z]*\\d*)`");

    /** Slots and their ends are listed by the first and the last. */
    private static String family(String name) {
        return name.replaceAll("(Slot|Start|End)\\d+$", "$1n")
                .replaceFirst("set(Discharge|Export)(Start|End)n", "setCharge$2n");
    }

    @Test
    void thePageAndTheCommandsAreTheSame() throws IOException {
        Set<String> listed = new TreeSet<>();
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("| `")) {
                String first = line.substring(0, line.indexOf(" | ", 2));
                Matcher matcher = COMMAND.matcher(first);
                while (matcher.find()) {
                    listed.add(family(matcher.group(1)));
                }
            }
        }
        Set<String> understood = new TreeSet<>();
        GivTcpControls.names(Way.MQTT).forEach(name -> understood.add(family(name)));
        assertEquals(understood, listed);
    }
}
