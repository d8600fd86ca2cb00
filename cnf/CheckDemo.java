import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the demo with and without its limit, both at once, and holds the two reports against what
 * the demo promises: {@code java cnf/CheckDemo.java DIRECTORY} for the reports, or {@code java
 * cnf/CheckDemo.java LIMITED.json UNLIMITED.json} for two that are there.
 *
 * <p>The bound of an excursion is dead time + lag * ln(drop / 70 W) + 1.2 s: the inverter's own
 * physics, one sample period and 0.2 s. The demo lives in real time, and machines are shared: what
 * this machine lost while the demo ran is added to its bounds, as a thread sees it that wants to
 * wake each 5 ms.
 */
public final class CheckDemo {
    private static final double DEAD_TIME_S = 0.5;
    private static final double LAG_S = 1.5;
    private static final double LARGEST_DROP_W = 2_766;
    private static final double UNAVOIDABLE_EXPORT_W = 70;
    private static final double SAMPLE_AND_SLACK_S = 1.2;

    private static final int SECONDS = 60;

    /** What starting two programs costs comes before the first drop. */
    private static final int START_S = 10;

    /** An excursion lies in one stretch of so many seconds. */
    private static final int STRETCH_S = 8;

    private static final long PERIOD_NANOS = 5_000_000;

    private final String limited;
    private final String unlimited;
    private final double[] lostS;
    private boolean good = true;

    private CheckDemo(String limited, String unlimited, double[] lostS) {
        this.limited = limited;
        this.unlimited = unlimited;
        this.lostS = lostS;
    }

    /**
     * Prints each promise with its figure; exits 1 if one is broken.
     *
     * @param args where the reports go, or the two reports
     * @throws IOException if a demo cannot be started or a report cannot be read
     * @throws InterruptedException if this is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        boolean there = args.length > 1;
        Path limited = there ? Path.of(args[0]) : Path.of(args[0], "limited.json");
        Path unlimited = there ? Path.of(args[1]) : Path.of(args[0], "unlimited.json");
        double[] lostS = there ? new double[SECONDS] : runBoth(limited, unlimited);
        CheckDemo check =
                new CheckDemo(Files.readString(limited), Files.readString(unlimited), lostS);
        check.run();
        System.exit(check.good ? 0 : 1);
    }

    /** Returns what the machine lost in each second. */
    private static double[] runBoth(Path limited, Path unlimited)
            throws IOException, InterruptedException {
        Process without = demo("--report", unlimited.toString(), "--no-limit");
        Process with = demo("--report", limited.toString());
        double[] lostS = new double[10 * SECONDS];
        long begin = System.nanoTime();
        for (long last = begin; with.isAlive() || without.isAlive(); ) {
            LockSupport.parkNanos(PERIOD_NANOS);
            long now = System.nanoTime();
            long late = now - last - PERIOD_NANOS;
            int second = (int) Math.min(lostS.length - 1, (last - begin) / 1_000_000_000L);
            lostS[second] += late > PERIOD_NANOS ? late / 1e9 : 0;
            last = now;
        }
        if (with.waitFor() != 0 || without.waitFor() != 0) {
            throw new IOException("a demo ended with an error, see above");
        }
        return lostS;
    }

    private static Process demo(String... more) throws IOException {
        List<String> command = new ArrayList<>();
        command.addAll(List.of("./wattwire", "demo", "--seconds", "" + SECONDS, "--plain"));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The most that was lost in a row of seconds, s. */
    private double lost(int seconds) {
        double most = 0;
        for (int from = START_S; from + seconds <= lostS.length; from++) {
            most = Math.max(most, Arrays.stream(lostS, from, from + seconds).sum());
        }
        return most;
    }

    private void run() {
        double stretch = lost(STRETCH_S);
        double all = lost(SECONDS - START_S);
        System.out.printf("       the machine lost %.2f s, %.2f s in a stretch%n", all, stretch);
        double excursion =
                DEAD_TIME_S
                        + LAG_S * Math.log(LARGEST_DROP_W / UNAVOIDABLE_EXPORT_W)
                        + SAMPLE_AND_SLACK_S;
        atMost(
                "longest excursion above 50 W, s",
                number(limited, "longestExcursionS"),
                excursion + stretch);
        atLeast(
                "PV energy of what load and allowed export could take",
                number(limited, "pvWh") / number(limited, "usableWh"),
                0.95);
        atLeast("without limit: time above 500 W of export, s", number(unlimited, "over500S"), 30);
        atLeast("samples of the meter", number(limited, "meter"), 0.95 * SECONDS - 2 - all);
        atLeast("samples of the inverter", number(limited, "inverter"), 0.95 * SECONDS - 2 - all);
        atLeast("limit writes", number(limited, "writes"), 5);
        atMost("without limit: limit writes", number(unlimited, "writes"), 0);
        atMost(
                "reading to write p50, ms (aim 20)",
                number(limited, "p50"),
                100 + 1e3 * all / SECONDS);
        // of some dozens the worst
        atMost("reading to write p99, ms", number(limited, "p99"), 200 + 1e3 * stretch);
        atLeast("messages on the meter's Kapua topic", topic("A1/meter"), 0.8 * SECONDS - 5 - all);
        atLeast("BIRTH certificates", topic("MQTT/BIRTH"), 1);
        atMost(
                "first sample, ms (aim 2000)",
                number(limited, "firstSampleMs"),
                15_000 + 1e3 * Arrays.stream(lostS, 0, 2 * START_S).sum());
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
