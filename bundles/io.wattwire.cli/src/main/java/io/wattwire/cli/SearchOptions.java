package io.wattwire.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Whom a search asks, and for how long. */
final class SearchOptions {
    private static final int LONGEST_WAIT = 60;

    @ArgGroup(multiplicity = "1", exclusive = false)
    private Where where;

    /** At least one of these is given. */
    static final class Where {
        @Option(
                names = "--subnet",
                paramLabel = "A.B.C.0/24",
                description = "ask all of a network; may be repeated")
        private List<String> subnets = new ArrayList<>();

        @Option(
                names = "--address",
                paramLabel = "HOST",
                description = "ask one address; may be repeated")
        private List<String> addresses = new ArrayList<>();
    }

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "3",
            description = "how long answers are waited for (default: ${DEFAULT-VALUE})")
    private int seconds;

    List<String> subnets() {
        return where.subnets;
    }

    List<String> addresses() {
        return where.addresses;
    }

    Duration patience(int port) throws WrongUse {
        if (port < 1 || port > 65_535) {
            throw new WrongUse("--port " + port + " is outside 1 to 65535");
        }
        if (seconds < 1 || seconds > LONGEST_WAIT) {
            throw new WrongUse("--wait " + seconds + " is outside 1 to " + LONGEST_WAIT);
        }
        return Duration.ofSeconds(seconds);
    }
}
