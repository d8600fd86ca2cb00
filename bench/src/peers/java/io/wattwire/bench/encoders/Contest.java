package io.wattwire.bench.encoders;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.IntSupplier;

/**
 * Our encoder against another one: the same points in turn, processor time of this thread, so that
 * what else the machine does counts for neither.
 */
final class Contest {

    private static final int WARMING = 15;
    private static final int ROUNDS = 31;
    private static final double NS = 1e9;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final int points;
    private final PrintStream out;
    private int swallowed;

    Contest(int points, PrintStream out) {
        this.points = points;
        this.out = out;
        out.printf("%-36s %14s %14s %8s%n", "points per second and core", "ours", "theirs", "ratio");
    }

    /**
     * Prints one row: medians, and the median of the rounds' ratios.
     *
     * @param ours encodes all points and gives the length of what came out
     * @param theirs likewise
     */
    void row(String name, IntSupplier ours, IntSupplier theirs) {
        double[] our = new double[ROUNDS];
        double[] their = new double[ROUNDS];
        double[] ratio = new double[ROUNDS];
        for (int round = -WARMING; round < ROUNDS; round++) {
            double first = time(ours);
            double second = time(theirs);
            if (round >= 0) {
                our[round] = points / first;
                their[round] = points / second;
                ratio[round] = second / first;
            }
        }
        out.printf("%-36s %14.0f %14.0f %8.2f%n", name, median(our), median(their), median(ratio));
    }

    private double time(IntSupplier encoder) {
        long before = threads.getCurrentThreadCpuTime();
        swallowed += encoder.getAsInt();
        return (threads.getCurrentThreadCpuTime() - before) / NS;
    }

    private static double median(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Keeps the compiler from leaving the work out. */
    int swallowed() {
        return swallowed;
    }
}
