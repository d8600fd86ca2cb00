package io.wattwire.driver.sma;

import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The set-point of a Sunny Boy Storage. It is of class A only because it commands nothing but 0
 * until the installer has armed the device's own watchdog (41193, 41195, 41215): those live in
 * flash and are never written here.
 */
final class StorageSetPoint extends SetPoint {

    private static final String MODE = "control_absent_mode";
    private static final String TIMEOUT = "control_absent_timeout";
    private static final String FALL_BACK = "control_absent_power";

    /** Several repetitions of a set-point, so that one that is lost does no harm. */
    private static final double SHORTEST_TIMEOUT_S = 60;

    /** The longest that is reported as a firmware's own. */
    private static final double LONGEST_TIMEOUT_S = 1_800;

    private static final Set<String> INPUTS =
            Stream.concat(
                            LIMITS.stream(),
                            Stream.of("maximum_active_power", MODE, TIMEOUT, FALL_BACK))
                    .collect(Collectors.toUnmodifiableSet());

    StorageSetPoint() {
        super("sbs");
    }

    @Override
    public Set<String> inputs() {
        return INPUTS;
    }

    @Override
    public FailSafeClass failSafeClass() {
        return FailSafeClass.A;
    }

    @Override
    public String failSafeNote() {
        return "After control_absent_timeout seconds without the gateway the device goes to control_absent_power, 0 W; one"
                + " sheet says so: prove it at commissioning, gateway unplugged";
    }

    @Override
    void requireReady(Values known) {
        boolean on = known.get(MODE).filter("use fallback setting"::equals).isPresent();
        double timeout = known.number(TIMEOUT).orElse(0);
        OptionalDouble power = known.number(FALL_BACK);
        boolean inTime = timeout >= SHORTEST_TIMEOUT_S && timeout <= LONGEST_TIMEOUT_S;
        if (!on || !inTime || power.isEmpty() || power.getAsDouble() != 0) {
            throw new IllegalArgumentException(
                    "nothing but 0 is commanded while the device's watchdog on the gateway is not armed: as installer set "
                            + FALL_BACK
                            + " = 0, "
                            + TIMEOUT
                            + " = 60 to 1800 and "
                            + MODE
                            + " = use fallback setting");
        }
    }

    @Override
    List<RegisterWrite> closing() {
        return List.of();
    }
}
