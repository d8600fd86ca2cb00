package io.wattwire.simulator.plant;

import java.util.ArrayList;
import java.util.List;

/** What the house consumes: a base, a little restlessness, and appliances. Immutable. */
public final class HouseLoad {

    private static final double RESTLESS_SLOT_S = 0.5;

    private final double baseW;
    private final double restlessW;
    private final long seed;
    private final double periodS;
    private final List<Appliance> appliances;

    private HouseLoad(
            double baseW, double restlessW, long seed, double periodS, List<Appliance> appliances) {
        this.baseW = baseW;
        this.restlessW = restlessW;
        this.seed = seed;
        this.periodS = periodS;
        this.appliances = List.copyOf(appliances);
    }

    /**
     * A house with nothing switched on.
     *
     * @param baseW what it always draws, W, at least 0
     * @return the load
     * @throws IllegalArgumentException when the power is negative or not a number
     */
    public static HouseLoad base(double baseW) {
        if (!(baseW >= 0) || Double.isInfinite(baseW)) {
            throw new IllegalArgumentException("base load must be 0 W or more, not " + baseW);
        }
        return new HouseLoad(baseW, 0, 0, Double.POSITIVE_INFINITY, List.of());
    }

    /**
     * The same house with one more appliance.
     *
     * @param name what it is
     * @param startS seconds of the scenario
     * @param endS seconds of the scenario
     * @param watts what it draws, W
     * @return a new load
     * @throws IllegalArgumentException when the times or the power make no sense
     */
    public HouseLoad with(String name, double startS, double endS, double watts) {
        List<Appliance> more = new ArrayList<>(appliances);
        more.add(new Appliance(name, startS, endS, watts));
        return new HouseLoad(baseW, restlessW, seed, periodS, more);
    }

    /**
     * The same house whose base load wavers, so that no two meter readings are equal.
     *
     * @param watts most that it differs from the base, W, not more than the base
     * @param noiseSeed decides the course
     * @return a new load
     * @throws IllegalArgumentException when the load could become negative
     */
    public HouseLoad restless(double watts, long noiseSeed) {
        if (!(watts >= 0 && watts <= baseW)) {
            throw new IllegalArgumentException("a load may waver by 0 W up to its base");
        }
        return new HouseLoad(baseW, watts, noiseSeed, periodS, appliances);
    }

    /**
     * The same house that does the same again and again.
     *
     * @param seconds length of the pattern, more than 0
     * @return a new load
     * @throws IllegalArgumentException when the length is not positive
     */
    public HouseLoad repeatingEvery(double seconds) {
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("a pattern needs a length of more than 0 s");
        }
        return new HouseLoad(baseW, restlessW, seed, seconds, appliances);
    }

    /**
     * What the house draws.
     *
     * @param seconds time of the scenario
     * @return W, at least 0
     */
    public double watts(double seconds) {
        double watts = baseW + restlessW * waver(seconds);
        double inPattern = Double.isInfinite(periodS) ? seconds : seconds % periodS;
        for (Appliance appliance : appliances) {
            if (appliance.on(inPattern)) {
                watts += appliance.watts();
            }
        }
        return watts;
    }

    private double waver(double seconds) {
        double slot = seconds / RESTLESS_SLOT_S;
        long before = (long) Math.floor(slot);
        double share = slot - before;
        return pseudoRandom(before) * (1 - share) + pseudoRandom(before + 1) * share;
    }

    /** A number from -1 to 1 that depends on slot and seed only: time may be asked in any order. */
    private double pseudoRandom(long slot) {
        long mixed = slot * 0x9E3779B97F4A7C15L + seed;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        mixed ^= mixed >>> 31;
        return (mixed >> 11) / (double) (1L << 52);
    }
}
