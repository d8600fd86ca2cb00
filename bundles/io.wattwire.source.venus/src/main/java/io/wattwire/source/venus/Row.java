package io.wattwire.source.venus;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One line of the table: how a value of ours is made from those of a GX.
 *
 * @param part what of the house it belongs to: {@code grid}
 * @param kind class of the service that tells it
 * @param group what is measured together with it
 * @param point its name in the common vocabulary
 * @param how it is made
 * @param first path that is measured
 * @param second path of what it needs besides; empty for none
 */
record Row(
        String part,
        String kind,
        String group,
        String point,
        How how,
        String first,
        String second) {

    private static final int MOST_PHASES = 3;

    /** How a value is made of one or two paths. */
    enum How {
        /** As it is. */
        VALUE,
        /** Its magnitude. */
        ABS,
        /** The first by the second. */
        TIMES,
        /** The sum of as many phases as the second says. */
        PHASES
    }

    /** {@return the paths whose changes prove that something was measured} */
    List<String> measured() {
        return how == How.PHASES ? List.of(phase(1), phase(2), phase(3)) : List.of(first);
    }

    /**
     * Makes the value.
     *
     * @param known the GX's value of a path, NaN where it has none
     * @return NaN when anything is missing: a missing phase makes a sum missing, not smaller
     */
    double of(ToDoubleFunction<String> known) {
        switch (how) {
            case ABS:
                return Math.abs(known.applyAsDouble(first));
            case TIMES:
                return known.applyAsDouble(first) * known.applyAsDouble(second);
            case PHASES:
                return sum(known);
            default:
                return known.applyAsDouble(first);
        }
    }

    private double sum(ToDoubleFunction<String> known) {
        double phases = known.applyAsDouble(second);
        if (!(phases >= 1 && phases <= MOST_PHASES)) {
            return Double.NaN;
        }
        double sum = 0;
        for (int n = 1; n <= phases; n++) {
            sum += known.applyAsDouble(phase(n));
        }
        return sum;
    }

    private String phase(int n) {
        return first.replace("#", String.valueOf(n));
    }
}
