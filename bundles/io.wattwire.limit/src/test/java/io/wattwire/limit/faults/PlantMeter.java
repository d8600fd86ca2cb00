package io.wattwire.limit.faults;

import java.util.Optional;
import java.util.Random;

/** The grid meter and what can be wrong with it. Watts. */
final class PlantMeter {

    enum State {
        WELL,
        OFF,
        FROZEN,
        /** No value, or none that any house could have. */
        ABSURD,
        /** Values that some house could have. */
        RANDOM,
        REVERSED
    }

    private static final double[] ABSURD_W = {Double.NaN, 3.4e38, -2e6, Double.POSITIVE_INFINITY};

    /** Within the fuses, else it would be absurd. */
    private static final double RANDOM_W = 20_000;

    private final Random random = new Random(6);
    private State state = State.WELL;
    private double lastW;
    private int asked;

    void be(State other) {
        state = other;
    }

    /** Empty when it does not answer. */
    Optional<Double> read(double t, double gridW) {
        asked++;
        // the wobble of a real meter: equal values for long would count as frozen
        double value = gridW + Math.sin(t * 12.9898);
        if (state != State.FROZEN) {
            lastW = value;
        }
        return switch (state) {
            case OFF -> Optional.empty();
            case ABSURD -> Optional.of(ABSURD_W[asked % ABSURD_W.length]);
            case RANDOM -> Optional.of((random.nextDouble() * 2 - 1) * RANDOM_W);
            case REVERSED -> Optional.of(-value);
            default -> Optional.of(lastW);
        };
    }
}
