package io.wattwire.cli;

import io.wattwire.cli.ledger.LedgerJson;
import io.wattwire.cli.ledger.LedgerView;
import io.wattwire.cli.ledger.Since;
import io.wattwire.limit.ledger.LedgerEntry;
import io.wattwire.limit.ledger.LedgerEntry.Damaged;
import io.wattwire.limit.ledger.LedgerEntry.Decided;
import io.wattwire.limit.ledger.LedgerEntry.Verdict;
import io.wattwire.limit.ledger.LedgerReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a limit decided, and why. */
@Command(
        name = "ledger",
        description = {
            "Shows what a dynamic limit decided and why.",
            "A line for each decision that changed a limit or its reasons. '->' is a limit that was",
            "written then, '<=' one in force.",
            "--replay decides everything again with this version's law and compares."
        })
final class LedgerCommand implements Callable<Integer> {

    private static final String LEDGER = "ledger";

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR|FILE",
            description =
                    "the limit's state directory (<data>/wattwire/<pid>), its ledger directory, or"
                            + " one segment")
    private Path where;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description = "2h or 7d ago, 2026-01-31, 2026-01-31T14:30, or with a Z for UTC")
    private String since;

    @Option(names = "--all", description = "also decisions that changed nothing")
    private boolean all;

    @Option(names = "--json", description = "every entry as one JSON object per line")
    private boolean json;

    @Option(
            names = "--replay",
            description =
                    "only compare; exit code 1 if a decision is another one now, or there is none")
    private boolean replay;

    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private long damaged;
    private long entries;

    @Override
    public Integer call() throws WrongUse, Failed {
        Instant from = from();
        PrintWriter out = spec.commandLine().getOut();
        Consumer<LedgerEntry> show = show(out);
        try {
            LedgerReader.read(
                    place(),
                    entry -> {
                        if (!Instant.ofEpochMilli(entry.wallMillis()).isBefore(from)
                                || entry instanceof Damaged) {
                            count(entry);
                            show.accept(entry);
                        }
                    });
        } catch (IOException e) {
            throw new Failed(where + " cannot be read: " + e, e);
        }
        out.flush();
        if (entries == 0) {
            throw new Failed(
                    where
                            + " holds no entries"
                            + (since == null ? "; is it a ledger?" : " since " + since));
        }
        return replay ? summary(out) : 0;
    }

    private Instant from() throws WrongUse {
        try {
            return since == null
                    ? Instant.MIN
                    : Since.parse(since, Instant.now(), ZoneId.systemDefault());
        } catch (IllegalArgumentException wrong) {
            throw new WrongUse(wrong.getMessage());
        }
    }

    private Path place() throws WrongUse {
        if (!Files.exists(where)) {
            throw new WrongUse(where + " does not exist; give a limit's state directory");
        }
        Path inside = where.resolve(LEDGER);
        return Files.isDirectory(inside) ? inside : where;
    }

    private Consumer<LedgerEntry> show(PrintWriter out) {
        if (json) {
            return entry -> out.println(LedgerJson.line(entry));
        }
        LedgerView view = new LedgerView(out, ZoneId.systemDefault(), all);
        return replay ? entry -> showDoubtful(view, entry) : view::show;
    }

    private static void showDoubtful(LedgerView view, LedgerEntry entry) {
        boolean different =
                entry instanceof Decided decided && decided.verdict() == Verdict.DIFFERENT;
        if (different || entry instanceof Damaged) {
            view.show(entry);
        }
    }

    private void count(LedgerEntry entry) {
        entries++;
        if (entry instanceof Decided decided) {
            verdicts.merge(decided.verdict(), 1L, Long::sum);
        } else if (entry instanceof Damaged) {
            damaged++;
        }
    }

    private int summary(PrintWriter out) {
        long different = verdicts.getOrDefault(Verdict.DIFFERENT, 0L);
        PrintWriter to = json ? spec.commandLine().getErr() : out;
        to.printf(
                "%d decisions identical, %d different, %d could not be decided again; %d damaged%n",
                verdicts.getOrDefault(Verdict.IDENTICAL, 0L),
                different,
                verdicts.getOrDefault(Verdict.UNKNOWN, 0L),
                damaged);
        to.flush();
        return different == 0 && verdicts.containsKey(Verdict.IDENTICAL) ? 0 : 1;
    }
}
