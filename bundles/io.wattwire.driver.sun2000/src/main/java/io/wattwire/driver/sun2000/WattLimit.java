package io.wattwire.driver.sun2000;

import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.OptionalDouble;
import java.util.Set;

/** A limit that the inverter takes in whole watts, from nothing to the most that it can make. */
abstract class WattLimit implements PointControl {

    /** The most active power of the inverter, in W. */
    static final String MOST = "p_max";

    private final String register;

    /**
     * @param register of the limit, stored
     */
    WattLimit(String register) {
        this.register = register;
    }

    @Override
    public Set<String> inputs() {
        return Set.of(MOST);
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
        return known.number(MOST);
    }

    /** The write of the limit, rounded down and never below nothing, where it changes anything. */
    final RegisterWrite wattsWrite(double wanted) {
        if (!Double.isFinite(wanted)) {
            throw new IllegalArgumentException("limit of " + wanted + " W: write a number");
        }
        return new RegisterWrite(register, Math.floor(Math.max(0, wanted)), true);
    }
}
