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

    private static final Map<String, String> MEANS =
            Map.of(
                    "demand_power_active", "power_active",
                    "demand_power_apparent", "power_apparent",
                    "l1_demand_power_active", "l1_power_active",
                    "l2_demand_power_active", "l2_power_active",
                    "l3_demand_power_active", "l3_power_active");

    /** More than one sample a second is no better mean. */
    private static final long LEAST_APART = Duration.ofSeconds(1).toNanos();

    private record Sample(long nanos, Map<String, Double> values) {}

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
        if (last == null || nanos - last.nanos >= LEAST_APART) {
            samples.addLast(new Sample(nanos, powersOnly(powers)));
        }
        while (samples.peekFirst().nanos < nanos - window.toNanos()) {
            samples.removeFirst();
        }
        Map<String, Double> demand = new HashMap<>();
        MEANS.forEach((key, of) -> demand.put(key, mean(of)));
        double total = demand.get("demand_power_active");
        lowest = Double.isNaN(lowest) ? total : Math.min(lowest, total);
        highest = Double.isNaN(highest) ? total : Math.max(highest, total);
        demand.put("minimum_demand_power_active", lowest);
        demand.put("maximum_demand_power_active", highest);
        return demand;
    }

    private static Map<String, Double> powersOnly(Map<String, Double> values) {
        Map<String, Double> powers = new HashMap<>();
        List.copyOf(MEANS.values()).forEach(key -> powers.put(key, values.getOrDefault(key, 0.0)));
        return powers;
    }

    private double mean(String key) {
        return samples.stream().mapToDouble(sample -> sample.values.get(key)).average().orElse(0);
    }

    /** Begins lowest, highest and the window anew. */
    void zero() {
        samples.clear();
        lowest = Double.NaN;
        highest = Double.NaN;
    }
}
