package io.wattwire.bench.days;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** All laws on the same days. */
public final class Comparison {

    /** A usual inverter. */
    static final double TAU_S = 1.5;

    static final double DEAD_TIME_S = 0.5;

    private static final double FACTOR = 1.3;
    private static final double SHARE = 0.01;
    private static final double NEARLY = 0.9;

    private final Map<Laws, Outcome> outcomes = new EnumMap<>(Laws.class);
    private final Outcome oracle = new Outcome();
    private final Outcome jumping = new Outcome();
    private final StringBuilder byDay = new StringBuilder();

    private Comparison() {}

    /**
     * Runs them.
     *
     * @param days how many
     * @return what came of it
     */
    public static Comparison of(int days) {
        Comparison comparison = new Comparison();
        IntStream.rangeClosed(1, days).forEach(comparison::day);
        return comparison;
    }

    private void day(int number) {
        ScriptedDay day = ScriptedDay.number(number);
        Outcome best = run(day, new Oracle(day, TAU_S, DEAD_TIME_S, false));
        oracle.add(best);
        jumping.add(run(day, new Oracle(day, TAU_S, DEAD_TIME_S, true)));
        StringBuilder row = new StringBuilder("| " + number + " " + day.theme() + " |");
        for (Laws law : Laws.values()) {
            Outcome outcome = run(day, law.fresh(day));
            outcomes.computeIfAbsent(law, l -> new Outcome()).add(outcome);
            row.append(pair(outcome));
        }
        byDay.append(row).append(pair(best)).append('\n');
    }

    private static Outcome run(ScriptedDay day, Law law) {
        return new DayPlant(day, TAU_S, DEAD_TIME_S).run(law);
    }

    private static String pair(Outcome outcome) {
        return String.format(
                Locale.ROOT, " %.0f / %.0f |", outcome.overWh(), outcome.curtailedWh());
    }

    boolean nearTheOracle() {
        return near(oracle);
    }

    private boolean near(Outcome best) {
        Outcome ours = outcomes.get(Laws.WATTWIRE);
        double allowance = SHARE * ours.usableWh();
        return ours.overWh() <= FACTOR * best.overWh() + allowance
                && ours.curtailedWh() <= FACTOR * best.curtailedWh() + allowance;
    }

    /** Less of one only with about as much of the other. */
    boolean isNotBeatenBy(Laws peer) {
        Outcome ours = outcomes.get(Laws.WATTWIRE);
        Outcome theirs = outcomes.get(peer);
        boolean lessOver = theirs.overWh() < ours.overWh();
        boolean lessCurtailed = theirs.curtailedWh() < ours.curtailedWh();
        return (!lessOver || theirs.curtailedWh() > NEARLY * ours.curtailedWh())
                && (!lessCurtailed || theirs.overWh() > NEARLY * ours.overWh());
    }

    /**
     * Prints sums, verdicts and the single days.
     *
     * @param out where to
     */
    public void print(PrintStream out) {
        out.println("| law | over Wh | curtailed Wh | of usable | longest s | changes |");
        out.println("|---|---|---|---|---|---|");
        outcomes.forEach((law, outcome) -> out.println(row(law.title(), outcome)));
        out.println(row("oracle", oracle));
        out.println(row("oracle that jumps between steps", jumping));
        out.println();
        out.println("near the oracle: " + nearTheOracle());
        out.println("near the one that jumps: " + near(jumping));
        for (Laws peer : Laws.values()) {
            if (peer != Laws.WATTWIRE) {
                out.println("not beaten by " + peer.title() + ": " + isNotBeatenBy(peer));
            }
        }
        out.println();
        out.println(
                "| day: over / curtailed Wh | Wattwire | ieb/dbus-modbus-client | OpenEMS | prop. | oracle |");
        out.println("|---|---|---|---|---|---|");
        out.print(byDay);
    }

    private static String row(String title, Outcome outcome) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.1f %% | %.1f | %d |",
                title,
                outcome.overWh(),
                outcome.curtailedWh(),
                100 * outcome.curtailedWh() / outcome.usableWh(),
                outcome.longestS(),
                outcome.writes());
    }
}
