package io.wattwire.device.model;

import java.util.OptionalDouble;
import java.util.Set;

/**
 * A limit of export in W that a device stores and keeps by itself, with a meter of its own at the
 * grid connection: it is set once and never cycled.
 */
public abstract class StoredExportLimit implements PointControl {

    /** More than any of these systems can feed in. */
    private static final double MOST = 1_000_000;

    private final String register;

    /**
     * A limit of one device.
     *
     * @param register takes whole W
     */
    protected StoredExportLimit(String register) {
        this.register = register;
    }

    @Override
    public final String point() {
        return "grid_export_limit";
    }

    @Override
    public final FailSafeClass failSafeClass() {
        return FailSafeClass.B;
    }

    @Override
    public final OptionalDouble step(Values known) {
        return OptionalDouble.of(1);
    }

    @Override
    public final OptionalDouble minimum(Values known) {
        return OptionalDouble.of(0);
    }

    @Override
    public final OptionalDouble maximum(Values known) {
        return OptionalDouble.of(MOST);
    }

    /**
     * What is written, rounded down: a limit must not let more through than was asked for.
     *
     * @param wantedWatts limit in W; below 0 means 0
     * @return whole W, 0 or more
     * @throws IllegalArgumentException if the limit is no number
     */
    protected static double wholeWatts(double wantedWatts) {
        if (!Double.isFinite(wantedWatts)) {
            throw new IllegalArgumentException("limit of " + wantedWatts + " W: write a number");
        }
        return Math.floor(Math.max(0, Math.min(MOST, wantedWatts)));
    }

    @Override
    public OptionalDouble readBack(Values known) {
        return known.number(register);
    }

    @Override
    public final Set<String> readBackRegisters() {
        return Set.of(register);
    }

    @Override
    public final Set<String> saved() {
        return Set.of(register);
    }
}
