package io.wattwire.limit.law;

import io.wattwire.limit.law.LimitSettings.Sharing;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Divides power among inverters. Each gets first what it may already be generating, then what it
 * can use, then what it may have; what nobody can use goes to all by rating. The parts always add
 * up to the whole, so an inverter that cannot use its part leaves it to the others.
 */
final class Share {

    /**
     * What one inverter asks for, W.
     *
     * @param weight its rated power
     * @param priority the lowest is served first, where that is chosen
     * @param floorW it may generate this whatever it is given
     * @param demandW what it could use soon
     * @param ceilingW more it must not have
     * @param lowestW with less it stops; 0 where it does not
     */
    record Claim(
            double weight,
            int priority,
            double floorW,
            double demandW,
            double ceilingW,
            double lowestW) {

        /** Whether so little stops it; one that may generate anyway does not stop. */
        boolean stopsWith(double watts) {
            return floorW == 0 && watts > 0 && watts < lowestW;
        }

        Claim scaled(double fraction) {
            return new Claim(
                    weight,
                    priority,
                    floorW * fraction,
                    demandW * fraction,
                    ceilingW * fraction,
                    lowestW * fraction);
        }
    }

    private final Sharing how;
    private final List<Claim> claims;
    private final boolean[] served;
    private final double[] parts;
    private double left;

    private Share(double watts, List<Claim> claims, Sharing how, boolean[] served) {
        this.how = how;
        this.claims = claims;
        this.served = served;
        this.parts = new double[claims.size()];
        this.left = watts;
    }

    /**
     * {@return the parts, in the order of the claims} They add up to the whole; where that is
     * negative or less than the floors, some are lower than their floors.
     */
    static double[] of(double watts, List<Claim> claims, Sharing how) {
        if (claims.size() == 1) {
            return new double[] {watts};
        }
        boolean[] served = new boolean[claims.size()];
        Arrays.fill(served, true);
        while (true) {
            double[] parts = new Share(watts, claims, how, served).divide();
            int stopped = lastBelowItsLowest(claims, served, parts);
            if (stopped < 0) {
                return parts;
            }
            served[stopped] = false;
        }
    }

    /**
     * One that would have to stop leaves its part to the others; the last one keeps what it has.
     */
    private static int lastBelowItsLowest(List<Claim> claims, boolean[] served, double[] parts) {
        if (IntStream.range(0, served.length).filter(i -> served[i]).count() < 2) {
            return -1;
        }
        return IntStream.range(0, parts.length)
                .filter(i -> served[i] && claims.get(i).stopsWith(parts[i]))
                .boxed()
                .max(Comparator.comparingInt(i -> claims.get(i).priority()))
                .orElse(-1);
    }

    private double[] divide() {
        fill(Claim::floorW);
        fill(Claim::demandW);
        fill(Claim::ceilingW);
        double weights = 0;
        for (int i = 0; i < parts.length; i++) {
            weights += served[i] ? claims.get(i).weight() : 0;
        }
        for (int i = 0; i < parts.length; i++) {
            parts[i] += served[i] ? left * (claims.get(i).weight() / weights) : 0;
        }
        return parts;
    }

    /** Raises the parts towards a level each, as far as the power lasts. */
    private void fill(ToDoubleFunction<Claim> level) {
        double[] wants = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            double more = level.applyAsDouble(claims.get(i)) - parts[i];
            wants[i] = served[i] && more > 0 ? more : 0;
        }
        if (how == Sharing.PRIORITY) {
            IntStream.range(0, parts.length)
                    .boxed()
                    .sorted(Comparator.comparingInt(i -> claims.get(i).priority()))
                    .forEach(i -> give(i, Math.min(wants[i], left)));
        } else {
            fillByWeight(wants);
        }
    }

    private void fillByWeight(double[] wants) {
        boolean satisfied = true;
        while (satisfied) {
            satisfied = false;
            double weights = weightsOf(wants);
            double whole = left;
            for (int i = 0; i < parts.length; i++) {
                if (wants[i] > 0 && wants[i] <= whole * (claims.get(i).weight() / weights)) {
                    give(i, wants[i]);
                    wants[i] = 0;
                    satisfied = true;
                }
            }
        }
        double weights = weightsOf(wants);
        double whole = left;
        for (int i = 0; i < parts.length; i++) {
            give(i, wants[i] > 0 ? whole * (claims.get(i).weight() / weights) : 0);
        }
    }

    private double weightsOf(double[] wants) {
        double weights = 0;
        for (int i = 0; i < wants.length; i++) {
            weights += wants[i] > 0 ? claims.get(i).weight() : 0;
        }
        return weights;
    }

    private void give(int i, double watts) {
        if (watts > 0) {
            parts[i] += watts;
            left -= watts;
        }
    }
}
