package io.wattwire.driver.solaredge.meter;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Mean powers over a moving window, and the lowest and highest of them since they were zeroed. Not
 * thread-safe.
 */
final class Demand {

    private record Mean(String key, String of) {}

    private static final List<Mean> MEANS =
            List.of(
                    new Mean("demand_power_active", "power_active"),
                    new Mean("demand_power_apparent", "power_apparent"),
                    new Mean("l1_demand_power_active", "l1_power_active"),
                    new Mean("l2_demand_power_active", "l2_power_active"),
                    new Mean("l3_demand_power_active", "l3_power_active"));

    /** More than one sample a second is no better mean. */
    private static final long LEAST_APART = Duration.ofSeconds(1).toNanos();

    /** Nor are more samples than these; a master may ask for a window of hours. */
    private static final int MOST_SAMPLES = 900;

    private record Sample(long nanos, double[] values) {}

    private final Deque<Sample> samples = new ArrayDeque<>();
    private double lowest = Double.NaN;
    private double highest = Double.NaN;

    /**
     * Takes a sample and tells the means.
     *
     * @param nanos monotonic time
     * @param powers complete values
     * @param window how far the mean reaches back
     * @return all demand quantities
     */
    Map<String, Double> after(long nanos, Map<String, Double> powers, Duration window) {
        Sample last = samples.peekLast();
        long apart = Math.max(LEAST_APART, window.toNanos() / MOST_SAMPLES);
        if (last == null || nanos - last.nanos >= apart) {
            samples.addLast(new Sample(nanos, powersOnly(powers)));
        }
        while (samples.peekFirst().nanos < nanos - window.toNanos()) {
            samples.removeFirst();
        }
        Map<String, Double> demand = new HashMap<>();
        for (int i = 0; i < MEANS.size(); i++) {
            demand.put(MEANS.get(i).key(), mean(i));
        }
        double total = demand.get("demand_power_active");
        lowest = Double.isNaN(lowest) ? total : Math.min(lowest, total);
        highest = Double.isNaN(highest) ? total : Math.max(highest, total);
        demand.put("minimum_demand_power_active", lowest);
        demand.put("maximum_demand_power_active", highest);
        return demand;
    }

    private static double[] powersOnly(Map<String, Double> values) {
        return MEANS.stream().mapToDouble(mean -> values.getOrDefault(mean.of(), 0.0)).toArray();
    }

    private double mean(int which) {
        double sum = 0;
        for (Sample sample : samples) {
            sum += sample.values[which];
        }
        return sum / samples.size();
    }

    /** Begins lowest, highest and the window anew. */
    void zero() {
        samples.clear();
        lowest = Double.NaN;
        highest = Double.NaN;
    }
}
