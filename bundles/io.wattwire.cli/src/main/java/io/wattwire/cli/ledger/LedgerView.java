package io.wattwire.cli.ledger;

import io.wattwire.limit.law.Command;
import io.wattwire.limit.law.Input;
import io.wattwire.limit.law.Reason;
import io.wattwire.limit.law.Sample;
import io.wattwire.limit.law.Setpoint;
import io.wattwire.limit.ledger.LedgerEntry;
import io.wattwire.limit.ledger.LedgerEntry.Damaged;
import io.wattwire.limit.ledger.LedgerEntry.Decided;
import io.wattwire.limit.ledger.LedgerEntry.Noted;
import io.wattwire.limit.ledger.LedgerEntry.Verdict;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** A ledger for people: one line for each decision that changed a limit or its reasons. */
public final class LedgerView {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private final PrintWriter out;
    private final ZoneId zone;
    private final boolean all;
    private List<Command> shown = List.of();
    private Setpoint shownBattery = Setpoint.NONE;
    private Set<Reason> shownReasons = Set.of();
    private boolean headed;

    /**
     * Prints lines.
     *
     * @param out where to
     * @param zone of the times that are shown
     * @param all also decisions that changed nothing
     */
    public LedgerView(PrintWriter out, ZoneId zone, boolean all) {
        this.out = out;
        this.zone = zone;
        this.all = all;
    }

    /**
     * Prints an entry, if it is worth a line.
     *
     * @param entry the next one
     */
    public void show(LedgerEntry entry) {
        if (!headed) {
            headed = true;
            out.printf("%-23s  %8s  %-42s  %s%n", "time", "grid W", "inverters W", "reasons");
        }
        if (entry instanceof Decided decided) {
            if (all || isNews(decided)) {
                decision(decided);
            }
            shown = decided.commands();
            shownBattery = decided.battery();
            shownReasons = decided.siteReasons();
        } else if (entry instanceof Noted noted) {
            out.println(time(noted) + "  " + clean(noted.text()));
        } else if (entry instanceof Damaged damaged) {
            out.println("(" + damaged.text() + ")");
        }
    }

    private boolean isNews(Decided decided) {
        if (decided.verdict() == Verdict.DIFFERENT
                || shown.size() != decided.commands().size()
                || Double.compare(shownBattery.powerW(), decided.battery().powerW()) != 0
                || !shownReasons.equals(decided.siteReasons())) {
            return true;
        }
        for (int i = 0; i < shown.size(); i++) {
            Command before = shown.get(i);
            Command now = decided.commands().get(i);
            if (before.limitW() != now.limitW() || !before.reasons().equals(now.reasons())) {
                return true;
            }
        }
        return false;
    }

    private void decision(Decided decided) {
        StringBuilder inverters = new StringBuilder();
        Set<Reason> reasons = new TreeSet<>(decided.siteReasons());
        for (Command command : decided.commands()) {
            reasons.addAll(command.reasons());
            inverters
                    .append(inverters.isEmpty() ? "" : ", ")
                    .append(watts(decided.readings().of(Input.INVERTER, command.unit())))
                    .append(command.emit() ? " -> " : " <= ")
                    .append(number(command.limitW()));
        }
        double battery = decided.battery().powerW();
        if (Double.isFinite(battery)) {
            inverters
                    .append(", battery")
                    .append(decided.battery().emit() ? " -> " : " <= ")
                    .append(number(battery));
        }
        List<String> texts = reasons.stream().map(Reason::text).toList();
        out.printf(
                "%s  %8s  %-42s  %s%s%n",
                time(decided),
                watts(decided.readings().of(Input.GRID)),
                inverters,
                String.join("; ", texts),
                decided.verdict() == Verdict.DIFFERENT ? "  [decided differently now]" : "");
    }

    private String time(LedgerEntry entry) {
        return TIME.format(Instant.ofEpochMilli(entry.wallMillis()).atZone(zone));
    }

    private static String watts(Sample sample) {
        return sample.present() ? number(sample.value()) : "-";
    }

    private static String number(double watts) {
        return Double.isFinite(watts) ? String.format(Locale.ROOT, "%.0f", watts) : "-";
    }

    /** A note may come from anywhere: it must not steer a terminal. */
    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
