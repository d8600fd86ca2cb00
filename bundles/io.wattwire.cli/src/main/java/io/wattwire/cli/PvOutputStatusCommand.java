package io.wattwire.cli;

import io.wattwire.publish.pvoutput.api.DayStatistics;
import io.wattwire.publish.pvoutput.api.PvOutputAnswer;
import io.wattwire.publish.pvoutput.api.PvOutputClient;
import io.wattwire.publish.pvoutput.api.StatusRow;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What PVOutput has. */
@Command(
        name = "status",
        description = {
            "Shows what PVOutput has of a system: the newest status, that of a date and time, a day's",
            "statuses (--history), or its sums (--stats). Each call is one of the key's 60 in an hour."
        })
final class PvOutputStatusCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private PvOutputKey key;

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "the site's date")
    private String date;

    @Option(names = "--time", paramLabel = "HH:MM", description = "the site's time; needs --date")
    private String time;

    @Option(names = "--history", description = "all statuses of the date, or between two times")
    private boolean history;

    @Option(names = "--stats", description = "sums of the date, or between two times")
    private boolean stats;

    @Option(names = "--from", paramLabel = "HH:MM", description = "with --history or --stats")
    private String from;

    @Option(names = "--to", paramLabel = "HH:MM", description = "with --history or --stats")
    private String to;

    @Option(names = "--extended", description = "also extended values")
    private boolean extended;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() throws WrongUse, Failed {
        Map<String, String> query = query();
        PvOutputClient client = new PvOutputClient(key.access());
        PvOutputAnswer answer = ask(client, query);
        PrintWriter out = spec.commandLine().getOut();
        try {
            show(answer.body(), out);
        } catch (IllegalArgumentException other) {
            throw new Failed(
                    client + " answers with something else than a status: " + answer.reason());
        }
        out.flush();
        return 0;
    }

    private Map<String, String> query() throws WrongUse {
        boolean span = from != null || to != null;
        if (history && stats || span && !history && !stats || time != null && (history || stats)) {
            throw new WrongUse(
                    "take --time for one status, or one of --history and --stats with --from, --to");
        }
        if (date == null && (time != null || history || stats)) {
            throw new WrongUse("--time, --history and --stats need --date");
        }
        Map<String, String> query = new LinkedHashMap<>();
        if (date != null) {
            query.put("d", compact(date));
        }
        clock(query, "t", time);
        clock(query, "from", from);
        clock(query, "to", to);
        flag(query, "h", history);
        flag(query, "stats", stats);
        flag(query, "ext", extended);
        return query;
    }

    private static String compact(String date) throws WrongUse {
        try {
            return LocalDate.parse(date).format(DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeParseException e) {
            throw new WrongUse("'" + date + "' is no date; write for example 2026-01-31");
        }
    }

    private static void clock(Map<String, String> query, String name, String text) throws WrongUse {
        if (text != null && !text.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
            throw new WrongUse("'" + text + "' is no time; write for example 14:05");
        }
        if (text != null) {
            query.put(name, text);
        }
    }

    private static void flag(Map<String, String> query, String name, boolean set) {
        if (set) {
            query.put(name, "1");
        }
    }

    private static PvOutputAnswer ask(PvOutputClient client, Map<String, String> query)
            throws Failed {
        try {
            PvOutputAnswer answer = client.getStatus(query);
            if (answer.good()) {
                return answer;
            }
            String when =
                    answer.usedUp() && answer.reset().isPresent()
                            ? "; again after " + Instant.ofEpochSecond(answer.reset().getAsLong())
                            : "";
            throw new Failed(
                    client + " answers " + answer.status() + ": " + answer.reason() + when);
        } catch (IOException e) {
            throw new Failed(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("interrupted", e);
        }
    }

    private void show(String body, PrintWriter out) {
        List<Map<String, Object>> rows;
        if (stats) {
            rows = List.of(PvOutputView.values(DayStatistics.parse(body)));
        } else {
            List<StatusRow> read =
                    history ? StatusRow.history(body) : List.of(StatusRow.single(body));
            rows = read.stream().map(PvOutputView::values).toList();
        }
        if (json) {
            out.println(Json.text(history ? rows : rows.get(0)));
        } else {
            PvOutputView.table(rows).print(out);
        }
    }
}
