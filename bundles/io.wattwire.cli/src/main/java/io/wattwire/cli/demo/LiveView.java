package io.wattwire.cli.demo;

import io.wattwire.standalone.Backlog;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws the state of the demo: a table that renews itself on a terminal, else a line. */
final class LiveView {
    private static final int BAR = 30;
    private static final String HOME = "\u001b[H";
    private static final String CLEAR_LINE = "\u001b[K";
    private static final String CLEAR_BELOW = "\u001b[J";
    private static final String ENTER = "\u001b[?1049h\u001b[?25l";
    private static final String LEAVE = "\u001b[?25h\u001b[?1049l";
    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String PLAIN = "\u001b[0m";
    private static final double VISIBLE_EXPORT_W = 50;

    private final PrintWriter out;
    private final DemoProbe probe;

    LiveView(PrintWriter out, DemoProbe probe) {
        this.out = out;
        this.probe = probe;
    }

    void enter() {
        out.print(ENTER);
        out.flush();
    }

    void leave() {
        out.print(LEAVE);
        out.flush();
    }

    /** Draws the whole table. */
    void draw(DemoMoment now, Map<String, Integer> published, Backlog backlog, List<String> tail) {
        List<String> lines = new ArrayList<>();
        lines.add(title(now));
        lines.add("");
        lines.add(
                format(
                        "  sun %s  ─►  inverter %s  ─►  house %s  ◄─  grid %s",
                        watts(now.sunW()), watts(now.inverterW()), watts(now.loadW()), grid(now)));
        lines.add("");
        lines.add(
                format(
                        "  limit      %s W   wanted %s W   read back %s W",
                        limitValue("limit"), limitValue("wanted_limit"), limitValue("readback")));
        lines.add(format("  state      %s", probe.value("limit", "state")));
        lines.add(format("  why        %s", probe.value("limit", "reasons")));
        lines.add(
                format(
                        "  so far     %d writes, at most %.0f W exported, longest excursion %.1f s,"
                                + " %.1f Wh curtailed",
                        probe.writes(),
                        now.ledger().maxExportW(),
                        now.ledger().longestExcursionS(),
                        now.ledger().curtailedWh()));
        lines.add("");
        lines.add("  LINK       STATE        ROUND TRIP   SAMPLES");
        lines.add(link("meter"));
        lines.add(link("inverter"));
        lines.add("");
        lines.add("  PUBLISHED TOPIC" + " ".repeat(33) + "MESSAGES");
        published.forEach((topic, count) -> lines.add(format("  %-46s %9d", topic, count)));
        lines.add(
                format(
                        "  %d waiting, %d lost, broker %s",
                        backlog.waiting(),
                        backlog.dropped(),
                        backlog.connected() ? "connected" : "away"));
        lines.add("");
        tail.forEach(line -> lines.add("  " + cut(line)));
        StringBuilder screen = new StringBuilder(HOME);
        lines.forEach(line -> screen.append(line).append(CLEAR_LINE).append('\n'));
        out.print(screen.append(CLEAR_BELOW));
        out.flush();
    }

    /** One plain line, for a pipe or a log. */
    void line(DemoMoment now) {
        out.println(
                format(
                        "%5.1f s  sun %5.0f W  inverter %5.0f W  load %5.0f W  grid %6.0f W  limit"
                                + " %s W, read back %s W  %s: %s",
                        now.seconds(),
                        now.sunW(),
                        now.inverterW(),
                        now.loadW(),
                        now.gridW(),
                        limitValue("limit"),
                        limitValue("readback"),
                        probe.value("limit", "state"),
                        probe.value("limit", "reasons")));
        out.flush();
    }

    private static String title(DemoMoment now) {
        int done = (int) Math.min(BAR, Math.round(BAR * now.seconds() / now.length()));
        return format(
                "%s wattwire demo %s %tR  [%s%s] %.0f of %.0f s",
                BOLD,
                PLAIN,
                now.timeOfDay(),
                "#".repeat(done),
                "-".repeat(BAR - done),
                now.seconds(),
                now.length());
    }

    private static String grid(DemoMoment now) {
        boolean exporting = now.gridW() < -VISIBLE_EXPORT_W;
        return (exporting ? RED : GREEN)
                + watts(now.gridW())
                + (now.gridW() < 0 ? " export" : " import")
                + PLAIN;
    }

    private String link(String asset) {
        Object roundTrip = probe.value(asset, "link_round_trip_ms");
        return format(
                "  %-10s %-12s %7s ms   %7d",
                asset,
                probe.value(asset, "link_state"),
                roundTrip instanceof Number n ? format("%.1f", n.doubleValue()) : "-",
                probe.samples().getOrDefault(asset, 0));
    }

    private String limitValue(String channel) {
        Object value = probe.value("limit", channel);
        return value instanceof Number n ? format("%5.0f", n.doubleValue()) : "    -";
    }

    private static String watts(double w) {
        return format("%5.0f W", w);
    }

    private static String cut(String line) {
        return line.length() <= 96 ? line : line.substring(0, 95) + "…";
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
