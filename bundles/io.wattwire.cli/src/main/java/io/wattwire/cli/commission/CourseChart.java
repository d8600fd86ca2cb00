package io.wattwire.cli.commission;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The course of a trial as a picture in the page: no script, lines that differ without colour. */
final class CourseChart {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 260;
    private static final int LEFT = 56;
    private static final int BOTTOM = 26;
    private static final int TOP = 8;
    private static final int MOST_POINTS = 1_200;
    private static final int LINES = 5;

    private final List<Look> looks;
    private final double seconds;
    private final double lowest;
    private final double highest;

    CourseChart(List<Look> looks) {
        this.looks = looks;
        this.seconds = Math.max(1, looks.get(looks.size() - 1).secondsSince(looks.get(0).nanos()));
        double low = 0;
        double high = 100;
        for (Look look : looks) {
            for (double watts : new double[] {look.inverterW(), look.gridW()}) {
                low = Double.isNaN(watts) ? low : Math.min(low, watts);
                high = Double.isNaN(watts) ? high : Math.max(high, watts);
            }
        }
        this.lowest = low;
        this.highest = high;
    }

    String svg() {
        StringBuilder svg = new StringBuilder(8192);
        svg.append("<svg viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(HEIGHT)
                .append("\" width=\"100%\" role=\"img\" aria-label=\"course of the trial\"")
                .append(" font-size=\"11\" fill=\"none\">\n");
        for (int i = 0; i <= LINES; i++) {
            double watts = lowest + (highest - lowest) * i / LINES;
            line(svg, y(watts), "#ddd");
            text(svg, LEFT - 6, y(watts) + 4, "end", Text.watts(watts));
        }
        line(svg, y(0), "#111");
        text(svg, LEFT, HEIGHT - 8, "start", "0 s");
        text(svg, WIDTH, HEIGHT - 8, "end", Text.seconds(seconds));
        course(svg, Look::limitW, "#777", "stroke-dasharray=\"5 3\"");
        course(svg, Look::gridW, "#b35900", "stroke-dasharray=\"1.5 2\"");
        course(svg, Look::inverterW, "#0a3d8f", "");
        text(svg, LEFT + 60, HEIGHT - 8, "start", "— inverter   - - limit   ··· grid");
        return svg.append("</svg>\n").toString();
    }

    private double x(Look look) {
        double share = look.secondsSince(looks.get(0).nanos()) / seconds;
        return LEFT + share * (WIDTH - LEFT);
    }

    private double y(double watts) {
        double share = (watts - lowest) / (highest - lowest);
        return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP);
    }

    private void course(
            StringBuilder svg, ToDoubleFunction<Look> value, String colour, String dashes) {
        svg.append("<path stroke=\"").append(colour).append("\" stroke-width=\"1.6\" ");
        svg.append(dashes).append(" d=\"");
        int each = Math.max(1, looks.size() / MOST_POINTS);
        boolean pen = false;
        for (int i = 0; i < looks.size(); i += each) {
            double watts = value.applyAsDouble(looks.get(i));
            boolean known = !Double.isNaN(watts);
            if (known) {
                // a limit of the whole rating would press everything else to the ground
                double shown = Math.max(lowest, Math.min(highest, watts));
                svg.append(pen ? 'L' : 'M').append(figure(x(looks.get(i)))).append(' ');
                svg.append(figure(y(shown)));
            }
            pen = known;
        }
        svg.append("\"/>\n");
    }

    private static void line(StringBuilder svg, double y, String colour) {
        svg.append("<path stroke=\"").append(colour).append("\" d=\"M").append(LEFT).append(' ');
        svg.append(figure(y)).append('H').append(WIDTH).append("\"/>\n");
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append("<text fill=\"#333\" x=\"").append(figure(x)).append("\" y=\"");
        svg.append(figure(y)).append("\" text-anchor=\"").append(anchor).append("\">");
        svg.append(ReportPage.escaped(text)).append("</text>\n");
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
