package io.wattwire.bench;

import java.util.Collection;

/** Some measured numbers. */
final class Figures {

    private final double[] sorted;

    Figures(Collection<Double> numbers) {
        sorted = numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    int count() {
        return sorted.length;
    }

    /**
     * The number that a share of them does not exceed; NaN when there is none.
     *
     * @param share 0 to 1
     */
    double quantile(double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }
}
