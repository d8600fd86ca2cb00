package io.wattwire.cli.commission;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The findings as one page of HTML that needs nothing else and prints on A4. */
public final class ReportPage {

    private static final String STYLE =
            """
            @page { size: A4; margin: 18mm 16mm }
            body { font: 10.5pt/1.45 system-ui, sans-serif; color: #111; max-width: 46em;
              margin: 2em auto; padding: 0 1em }
            h1 { font-size: 1.6em; margin: 0 0 .2em } h2 { font-size: 1.15em; margin: 1.6em 0 .4em;
              border-bottom: 1px solid #999; break-after: avoid }
            table { border-collapse: collapse; width: 100% } tr { break-inside: avoid }
            th, td { text-align: left; vertical-align: top; padding: .25em .8em .25em 0;
              border-bottom: 1px solid #ddd } th { font-weight: 600 }
            td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
            .verdict { border: 2px solid #111; padding: .5em .8em; margin: 1em 0; font-weight: 600;
              break-inside: avoid }
            .bad { color: #a00 } .warn { color: #8a5000 } .good { color: #06602a }
            .o { font-weight: 600; white-space: nowrap } figure { margin: 0; break-inside: avoid }
            figcaption, .small { font-size: .88em; color: #333 }
            .sign { display: grid; grid-template-columns: 1fr 1fr; gap: 2.2em 2em; margin-top: 3em;
              break-inside: avoid } .sign div { border-top: 1px solid #111; padding-top: .2em }
            @media print { body { margin: 0; max-width: none; padding: 0 } }
            """;

    private static final Map<Check.Outcome, String> CLASSES =
            Map.of(
                    Check.Outcome.PASSED, "good",
                    Check.Outcome.FAILED, "bad",
                    Check.Outcome.NOT_HELD, "warn",
                    Check.Outcome.NOT_TRIED, "warn");

    private final StringBuilder page = new StringBuilder(16_384);
    private final Findings found;

    private ReportPage(Findings found) {
        this.found = found;
    }

    /**
     * Writes the page.
     *
     * @param found one entry for each inverter
     * @param site what the installer calls the place; may be empty
     * @param version of this program
     * @param when the trial ended
     * @return the page
     */
    public static String of(List<Findings> found, String site, String version, ZonedDateTime when) {
        StringBuilder page = new StringBuilder(32_768);
        page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\">")
                .append("<title>Commissioning of the dynamic limit</title>\n<style>\n")
                .append(STYLE)
                .append("</style></head><body>\n<h1>Commissioning of the dynamic limit</h1>\n<p>");
        if (!site.isEmpty()) {
            page.append(escaped(site)).append(" &middot; ");
        }
        page.append(
                        escaped(
                                when.format(
                                        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG)
                                                .withLocale(Locale.UK))))
                .append(" &middot; Wattwire ")
                .append(escaped(version))
                .append("</p>\n");
        found.forEach(each -> page.append(new ReportPage(each).section()));
        return page.append(CLOSING).append("</body></html>\n").toString();
    }

    private String section() {
        verdict();
        devices();
        checks();
        if (found.slowest() != null) {
            figures(found.slowest());
        }
        if (!found.steps().isEmpty()) {
            steps();
            page.append("<figure>")
                    .append(new CourseChart(found.looks()).svg())
                    .append("<figcaption>Power of the inverter, its limit, and power at the grid")
                    .append(
                            " point (below zero: export) during the trial.</figcaption></figure>\n");
        }
        return page.toString();
    }

    private void verdict() {
        boolean safe = !found.claimedClass().equals("C");
        String text =
                !found.passed()
                        ? "Not passed: see the checks that failed."
                        : "Passed, as far as it was tried.";
        page.append("<p class=\"verdict ")
                .append(found.passed() ? "good" : "bad")
                .append("\">")
                .append(text);
        if (!safe) {
            page.append("<br><span class=\"bad\">Class C: not fail-safe on loss of the gateway.")
                    .append("</span>");
        }
        page.append("</p>\n");
    }

    private void devices() {
        page.append("<h2>Devices and bounds</h2>\n<table>\n");
        if (found.survey() != null) {
            Nameplate plate = found.survey().plate();
            row("Inverter", plate.device());
            row("Grid meter", plate.meter());
            row("Rated power", Text.watts(plate.ratedW()));
            row(
                    "Lowest limit, step",
                    Text.watts(plate.minimumW()) + ", " + Text.watts(plate.stepW()));
            row("Limit found", Text.watts(found.survey().foundLimitW()));
            row(
                    "Before the trial",
                    "inverter "
                            + Text.watts(found.survey().inverterW())
                            + ", grid "
                            + Text.watts(found.survey().gridW()));
            row("Driver says", plate.failSafeNote());
        }
        row("Allowed export", Text.watts(found.plan().allowedExportW()));
        row("Fail-safe class claimed", found.claimedClass());
        page.append("</table>\n");
    }

    private void checks() {
        page.append("<h2>Checks</h2>\n<table>\n");
        for (Check check : found.checks()) {
            page.append("<tr><td>")
                    .append(escaped(check.title()))
                    .append("</td><td class=\"o ")
                    .append(CLASSES.get(check.outcome()))
                    .append("\">")
                    .append(check.outcome().text())
                    .append("</td><td>")
                    .append(escaped(check.text()))
                    .append("</td></tr>\n");
        }
        page.append("</table>\n");
    }

    private void figures(Response response) {
        LoadDrop drop = new LoadDrop(response);
        double rated = found.survey().plate().ratedW();
        page.append("<h2>Largest load drop within 15 s</h2>\n<p><strong>")
                .append(
                        drop.largestW() >= rated
                                ? "Any: the whole rated power of " + Text.watts(rated)
                                : escaped(Text.watts(drop.largestW())))
                .append("</strong>, from dead time ")
                .append(Text.exact(response.deadTimeS()))
                .append(" + lag ")
                .append(Text.exact(response.lagS()))
                .append(
                        " &times; ln(drop / 70 W) + 1.2 s, with the meter read once a second.</p>\n")
                .append("<table><tr><th>When the house suddenly takes less by</th>")
                .append("<th>the export is over the bound for</th></tr>\n");
        for (double watts : new double[] {500, 1_000, 2_000, 3_000, rated}) {
            if (watts <= rated) {
                page.append("<tr><td>")
                        .append(Text.watts(watts))
                        .append("</td><td>")
                        .append(Text.seconds(drop.excursionS(watts)))
                        .append("</td></tr>\n");
            }
        }
        page.append("</table>\n<p class=\"small\">The meter showed exactly the same value for ")
                .append(Text.seconds(found.survey().equalS()))
                .append(" at most; the setting 'Grid reading frozen after' has to be longer, ")
                .append("several times so for a meter of whole watts.</p>\n");
    }

    private void steps() {
        page.append(
                        "<h2>Steps of the limit</h2>\n<table><tr><th>Limit</th><th>From</th><th>To</th>")
                .append(
                        "<th>Read back</th><th>Dead time</th><th>Lag</th><th>Seen by the meter</th>")
                .append("</tr>\n");
        for (Step step : found.steps()) {
            Response response = step.response();
            page.append("<tr>");
            number(Text.watts(step.commandW()));
            number(Text.watts(step.fromW()));
            number(Text.watts(step.toW()));
            number(Text.watts(step.readBackW()));
            number(response == null ? "-" : Text.exact(response.deadTimeS()));
            number(response == null ? "-" : Text.exact(response.lagS()));
            number(Text.ratio(step.gridRatio()));
            page.append("</tr>\n");
        }
        page.append("</table>\n");
    }

    private void number(String text) {
        page.append("<td class=\"n\">").append(escaped(text)).append("</td>");
    }

    private void row(String name, String value) {
        page.append("<tr><th>")
                .append(escaped(name))
                .append("</th><td>")
                .append(escaped(value))
                .append("</td></tr>\n");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static final String CLOSING =
            """
            <p class="small">This page says what was measured at these devices at that time. It is
            evidence, no certificate: where the grid operator asks for a certified export
            limitation, that has to be in the inverter or beside it.</p>
            <div class="sign"><div>Serial number of the inverter</div><div>Serial number of the
            meter</div><div>Place, date</div><div>Installer</div></div>
            """;
}
