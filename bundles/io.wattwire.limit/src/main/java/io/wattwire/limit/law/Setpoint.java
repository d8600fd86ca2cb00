package io.wattwire.limit.law;

/**
 * What one evaluation decided for the battery.
 *
 * @param powerW its set-point, W, + charging; NaN when it is not commanded by us
 * @param emit whether it has to be written now
 */
public record Setpoint(double powerW, boolean emit) {

    /** The battery is left to itself. */
    public static final Setpoint NONE = new Setpoint(Double.NaN, false);
}
