import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds the reports of two demo runs against what the demo promises: {@code java
 * cnf/CheckDemo.java LIMITED.json UNLIMITED.json}.
 *
 * <p>The bound of an excursion is dead time + lag * ln(drop / 70 W) + 1.2 s: the inverter's own
 * physics, one sample period and 0.2 s. Bounds on time in the process are generous, as machines are
 * shared.
 */
public final class CheckDemo {
    private static final double DEAD_TIME_S = 0.5;
    private static final double LAG_S = 1.5;
    private static final double LARGEST_DROP_W = 2_766;
    private static final double UNAVOIDABLE_EXPORT_W = 70;
    private static final double SAMPLE_AND_SLACK_S = 1.2;

    private final String limited;
    private final String unlimited;
    private boolean good = true;

    private CheckDemo(String limited, String unlimited) {
        this.limited = limited;
        this.unlimited = unlimited;
    }

    /**
     * Prints each promise with its figure; exits 1 if one is broken.
     *
     * @param args the two reports
     * @throws IOException if one cannot be read
     */
    public static void main(String[] args) throws IOException {
        CheckDemo check =
                new CheckDemo(
                        Files.readString(Path.of(args[0])), Files.readString(Path.of(args[1])));
        check.run(args.length > 2 ? Integer.parseInt(args[2]) : 60);
        System.exit(check.good ? 0 : 1);
    }

    private void run(int seconds) {
        double excursion =
                DEAD_TIME_S
                        + LAG_S * Math.log(LARGEST_DROP_W / UNAVOIDABLE_EXPORT_W)
                        + SAMPLE_AND_SLACK_S;
        atMost("longest excursion above 50 W, s", number(limited, "longestExcursionS"), excursion);
        atLeast(
                "PV energy of what load and allowed export could take",
                number(limited, "pvWh") / number(limited, "usableWh"),
                0.95);
        atLeast("without limit: time above 500 W of export, s", number(unlimited, "over500S"), 30);
        atLeast("samples of the meter", number(limited, "meter"), 0.95 * seconds - 2);
        atLeast("samples of the inverter", number(limited, "inverter"), 0.95 * seconds - 2);
        atLeast("limit writes", number(limited, "writes"), 5);
        atMost("without limit: limit writes", number(unlimited, "writes"), 0);
        atMost("reading to write p99, ms (aim 20)", number(limited, "p99"), 200);
        atLeast("messages on the meter's Kapua topic", topic("A1/meter"), 0.8 * seconds - 5);
        atLeast("BIRTH certificates", topic("MQTT/BIRTH"), 1);
        atMost("first sample, ms (aim 2000)", number(limited, "firstSampleMs"), 15_000);
        atMost("resident memory, MB (aim 150)", number(limited, "rssMb"), 400);
    }

    private void atMost(String what, double figure, double bound) {
        say(what, figure, "at most", bound, figure <= bound);
    }

    private void atLeast(String what, double figure, double bound) {
        say(what, figure, "at least", bound, figure >= bound);
    }

    private void say(String what, double figure, String relation, double bound, boolean holds) {
        System.out.printf(
                "%-6s %s: %.2f (%s %.2f)%n", holds ? "ok" : "BROKEN", what, figure, relation, bound);
        good &= holds;
    }

    private double topic(String end) {
        return number(limited, "[^\"]*" + end);
    }

    private static double number(String json, String key) {
        Matcher m = Pattern.compile("\"" + key + "\":\\s*(-?[0-9.]+)").matcher(json);
        return m.find() ? Double.parseDouble(m.group(1)) : Double.NaN;
    }
}
