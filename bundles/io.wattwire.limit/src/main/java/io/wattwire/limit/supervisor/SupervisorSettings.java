package io.wattwire.limit.supervisor;

import java.util.ArrayList;
import java.util.List;

/**
 * What was agreed with the network operator. Immutable.
 *
 * @param enabled whether the connection is supervised
 * @param scheme who may reset
 * @param phases of the connection, 1 or 3
 * @param export the maximum export limit
 * @param imported the maximum import limit
 * @param toleranceW beyond a power limit by no more than this is within what meters can tell, W
 * @param toleranceA the same for currents, A
 * @param staleNanos older measurements say nothing, ns
 */
public record SupervisorSettings(
        boolean enabled,
        Scheme scheme,
        int phases,
        Bound export,
        Bound imported,
        double toleranceW,
        double toleranceA,
        long staleNanos) {

    /** Nothing is supervised. */
    public static final SupervisorSettings OFF =
            new SupervisorSettings(
                    false, Scheme.DOMESTIC, 1, Bound.NONE, Bound.NONE, 0, 0, 3_000_000_000L);

    private static final double LARGEST_W = 10_000_000;
    private static final double LARGEST_A = 100_000;
    private static final long LONGEST_STALE_NANOS = 10_000_000_000L;

    /**
     * The limit in one direction; infinite where there is none.
     *
     * @param powerW sum of all phases, W; 0 or more
     * @param currentA in each phase, A; 0 or more
     */
    public record Bound(double powerW, double currentA) {

        /** No limit in this direction. */
        public static final Bound NONE =
                new Bound(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

        /** {@return whether the power is limited} */
        boolean limitsPower() {
            return powerW != Double.POSITIVE_INFINITY;
        }

        /** {@return whether the currents are limited} */
        boolean limitsCurrent() {
            return currentA != Double.POSITIVE_INFINITY;
        }
    }

    /**
     * Finds the limit of a direction.
     *
     * @param direction one of the two
     * @return its limit
     */
    public Bound bound(Direction direction) {
        return direction == Direction.EXPORT ? export : imported;
    }

    /**
     * Says what is wrong with these settings.
     *
     * @return a sentence each; empty when they can be used
     */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!enabled) {
            return problems;
        }
        if (phases != 1 && phases != 3) {
            problems.add("a connection has 1 or 3 phases, not " + phases);
        }
        boolean current = export.limitsCurrent() || imported.limitsCurrent();
        if (!current && !export.limitsPower() && !imported.limitsPower()) {
            problems.add("supervision needs at least one limit, in W or in A per phase");
        } else if (phases == 3 && !current) {
            problems.add("three phases need a limit in A: one phase may be beyond it unseen");
        }
        for (Direction direction : Direction.values()) {
            check(bound(direction).powerW(), LARGEST_W, direction.text() + " limit in W", problems);
            check(
                    bound(direction).currentA(),
                    LARGEST_A,
                    direction.text() + " limit in A",
                    problems);
        }
        check(toleranceW, LARGEST_W, "tolerance in W", problems);
        check(toleranceA, LARGEST_A, "tolerance in A", problems);
        if (staleNanos <= 0 || staleNanos > LONGEST_STALE_NANOS) {
            problems.add("measurements grow stale after more than 0 and at most 10 s");
        }
        return problems;
    }

    private static void check(double value, double most, String name, List<String> problems) {
        boolean none = value == Double.POSITIVE_INFINITY && name.contains("limit");
        // written so that NaN is wrong too
        if (!none && !(value >= 0 && value <= most)) {
            problems.add("the " + name + " has to be from 0 to " + (long) most);
        }
    }
}
