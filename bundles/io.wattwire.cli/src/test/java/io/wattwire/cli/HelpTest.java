package io.wattwire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

    private static final Pattern LISTED = Pattern.compile("(?m)^ {2,6}(?:-\\w, )?(--[a-z-]+)");

    @ParameterizedTest
    @ValueSource(strings = {"simulate", "read", "write", "record", "discover", "registers", "run"})
    void eachOptionIsListedOnce(String command) {
        String help = Cli.run(command, "--help").out();
        List<String> options = LISTED.matcher(help).results().map(MatchResult::group).toList();
        assertTrue(options.size() > 1, help);
        assertEquals(options.stream().distinct().toList(), options);
    }
}
