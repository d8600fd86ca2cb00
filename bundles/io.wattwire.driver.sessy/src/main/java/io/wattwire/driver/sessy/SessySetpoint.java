package io.wattwire.driver.sessy;

import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The set-point of a Sessy: it counts while the strategy is API, so that is switched first. Sessy
 * counts discharging as +, so the sign is turned here. The strategy that was there before is saved
 * and comes back with control; no time-out of a set-point is documented.
 */
final class SessySetpoint implements PointControl {

    /** What a unit takes and gives at most, W (vendor's text of the interface). */
    static final double MOST_W = 2_200;

    /** The strategy of most owners: zero on the meter. */
    static final String AT_REST = "POWER_STRATEGY_NOM";

    private static final String API = "POWER_STRATEGY_API";
    private static final String STRATEGY = "active_strategy_text";
    private static final String POWER = "power_setpoint";
    private static final String OVERRIDDEN = "strategy_overridden";

    @Override
    public String point() {
        return "battery_power_setpoint";
    }

    @Override
    public FailSafeClass failSafeClass() {
        return FailSafeClass.C;
    }

    @Override
    public String failSafeNote() {
        return "The last set-point stays while the strategy is POWER_STRATEGY_API; no time-out is documented and nobody has"
                + " measured one";
    }

    @Override
    public Set<String> models() {
        return Set.of("sessy-battery");
    }

    @Override
    public Set<String> inputs() {
        return Set.of(OVERRIDDEN);
    }

    @Override
    public OptionalDouble step(Values known) {
        return OptionalDouble.of(1);
    }

    @Override
    public OptionalDouble minimum(Values known) {
        return OptionalDouble.of(-MOST_W);
    }

    @Override
    public OptionalDouble maximum(Values known) {
        return OptionalDouble.of(MOST_W);
    }

    /** The strategy, then the power: the device takes no set-point under another strategy. */
    @Override
    public List<RegisterWrite> commands(double wanted, Values known) {
        if (!Double.isFinite(wanted) || Math.abs(wanted) > MOST_W) {
            throw new IllegalArgumentException(
                    "set-point of " + wanted + " W: write -2200 to 2200, + is charging");
        }
        return List.of(new RegisterWrite(STRATEGY, API, true), power(-towardsZero(wanted)));
    }

    /** Whole watts; the decimal 2 from 1.9999999 is 2. */
    private static double towardsZero(double watts) {
        return Math.copySign(Math.floor(Math.abs(watts) + 1e-6), watts);
    }

    /** Without -0.0, which is no value that anybody wrote. */
    private static RegisterWrite power(double vendorWatts) {
        return new RegisterWrite(POWER, vendorWatts + 0.0, false);
    }

    /** What the device says it applies; nothing while it decides itself or its firmware does. */
    @Override
    public OptionalDouble readBack(Values known) {
        boolean obeys =
                isApi(known) && !"true".equals(String.valueOf(known.get(OVERRIDDEN).orElse("")));
        OptionalDouble power = known.number(POWER);
        return obeys && power.isPresent()
                ? OptionalDouble.of(0.0 - power.getAsDouble())
                : OptionalDouble.empty();
    }

    private static boolean isApi(Values known) {
        return known.get(STRATEGY).filter(API::equals).isPresent();
    }

    @Override
    public Set<String> readBackRegisters() {
        return Set.of(STRATEGY, POWER);
    }

    @Override
    public Set<String> saved() {
        return Set.of(STRATEGY);
    }

    @Override
    public boolean handsBack() {
        return true;
    }

    /**
     * Power 0, so that no old set-point waits for the next one who switches to API; under another
     * strategy the device takes none, and it is its own already.
     */
    @Override
    public List<RegisterWrite> letGo(Values known) {
        boolean elsewhere = known.get(STRATEGY).isPresent() && !isApi(known);
        return elsewhere ? List.of() : List.of(power(0));
    }
}
