package io.wattwire.driver.deye;

import java.util.Set;

/** The models as the tables and the setting {@code model} name them. */
final class DeyeModel {

    /** Three phases, battery of 48 V, powers in W. */
    static final String LOW_VOLTAGE = "sg04lp3";

    /** Three phases, battery of some hundred volts, powers of battery and PV in 10 W. */
    static final String HIGH_VOLTAGE = "sg01hp3";

    /** The same with energies in whole kWh. */
    static final String HIGH_VOLTAGE_1098 = "sg01hp3-1098";

    /** One phase, battery of 48 V, a map of its own. */
    static final String ONE_PHASE = "sg03lp1";

    /** The same with powers at the grid in 10 W. */
    static final String ONE_PHASE_16K = "sg01lp1-16k";

    static final Set<String> ALL_LOW = Set.of(LOW_VOLTAGE);
    static final Set<String> ALL_HIGH = Set.of(HIGH_VOLTAGE, HIGH_VOLTAGE_1098);
    static final Set<String> ALL_ONE_PHASE = Set.of(ONE_PHASE, ONE_PHASE_16K);

    private DeyeModel() {}
}
