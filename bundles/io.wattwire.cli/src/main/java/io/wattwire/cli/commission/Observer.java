package io.wattwire.cli.commission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Looks at both devices about five times a second, and keeps what it saw. */
final class Observer {

    /** Longer trials are cut in the picture; none of the figures needs more. */
    private static final int MOST = 50_000;

    private static final Duration PERIOD = Duration.ofMillis(200);

    private final Subject subject;
    private final Timekeeper time;
    private final List<Look> all = new ArrayList<>();
    private long due;

    Observer(Subject subject, Timekeeper time) {
        this.subject = subject;
        this.time = time;
        this.due = time.now();
    }

    Look look() {
        long early = due - time.now();
        if (early > 0) {
            time.pause(Duration.ofNanos(early));
        }
        due = time.now() + PERIOD.toNanos();
        Look look = subject.look();
        if (all.size() < MOST) {
            all.add(look);
        }
        return look;
    }

    List<Look> watch(Duration length) {
        List<Look> seen = new ArrayList<>();
        long end = time.now() + length.toNanos();
        do {
            seen.add(look());
        } while (time.now() - end < 0);
        return seen;
    }

    List<Look> all() {
        return List.copyOf(all);
    }

    long now() {
        return time.now();
    }

    /** {@return the median of what could be read; NaN when nothing could} */
    static double median(List<Look> looks, ToDoubleFunction<Look> value) {
        return median(looks.stream().mapToDouble(value).toArray());
    }

    static double median(double... values) {
        double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        return known.length == 0 ? Double.NaN : known[known.length / 2];
    }

    /**
     * {@return the difference between the highest and the lowest; infinite when nothing is known}
     */
    static double spread(List<Look> looks, ToDoubleFunction<Look> value) {
        double[] known = looks.stream().mapToDouble(value).filter(v -> !Double.isNaN(v)).toArray();
        if (known.length == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return Arrays.stream(known).max().getAsDouble() - Arrays.stream(known).min().getAsDouble();
    }
}
