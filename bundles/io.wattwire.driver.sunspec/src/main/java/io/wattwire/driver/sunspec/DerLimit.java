package io.wattwire.driver.sunspec;

import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The limit of model 704, which falls back by itself: when nobody repeats it for {@value
 * #REVERSION_SECONDS} s, the limit that was armed before it counts. A fall-back of 100 %, as from
 * the factory, is none, and becomes 0; a lower one is the installer's.
 */
final class DerLimit extends PercentLimit {

    /** The register's expiry in the table says the same; the engine repeats at half of it. */
    static final double REVERSION_SECONDS = 60;

    private static final String MODEL = "der_control_model";
    private static final String LIMIT = "der_control_power_limit";
    private static final String SCALE = "der_control_power_limit_sf";
    private static final String ENABLED_REGISTER = "der_control_power_limit_enabled";
    private static final String AFTER = "der_control_power_limit_after";
    private static final String ENABLED_AFTER = "der_control_power_limit_enabled_after";
    private static final String REVERSION = "der_control_power_limit_reversion";
    private static final String SET_POWER = "capacity_max_power";
    private static final String RATED_POWER = "capacity_rated_power";
    private static final double ALL = 100;

    DerLimit() {
        super(MODEL, 704, LIMIT, SCALE, ENABLED_REGISTER, List.of(SET_POWER, RATED_POWER));
    }

    @Override
    public Set<String> models() {
        return Set.of("der", "solaredge-der");
    }

    @Override
    public FailSafeClass failSafeClass() {
        return FailSafeClass.A;
    }

    @Override
    public String failSafeNote() {
        return "60 s after the last repetition the inverter falls back to der_control_power_limit_after,"
                + " 0 % unless the installer set another below 100; prove it at commissioning, gateway unplugged";
    }

    @Override
    public Set<String> inputs() {
        return Set.of(MODEL, SCALE, SET_POWER, RATED_POWER, AFTER);
    }

    /** Arms the fall-back before the limit: nothing opens that would not close. */
    @Override
    public List<RegisterWrite> commands(double wanted, Values known) {
        RegisterWrite percent = percentWrite(wanted, known);
        double after = known.number(AFTER).orElse(ALL);
        return List.of(
                new RegisterWrite(AFTER, after < ALL ? after : 0.0, true),
                new RegisterWrite(ENABLED_AFTER, ENABLED, true),
                new RegisterWrite(REVERSION, REVERSION_SECONDS, true),
                percent,
                enable());
    }

    /** A limit without its fall-back is not the one that was commanded. */
    @Override
    public OptionalDouble readBack(Values known) {
        boolean on = known.get(ENABLED_REGISTER).filter(ENABLED::equals).isPresent();
        return on && !isArmed(known) ? OptionalDouble.empty() : obeyed(known);
    }

    private static boolean isArmed(Values known) {
        return known.number(AFTER).orElse(ALL) < ALL
                && known.get(ENABLED_AFTER).filter(ENABLED::equals).isPresent()
                && known.number(REVERSION).orElse(0) == REVERSION_SECONDS;
    }

    @Override
    public Set<String> readBackRegisters() {
        return Set.of(LIMIT, ENABLED_REGISTER, AFTER, ENABLED_AFTER, REVERSION);
    }

    @Override
    public Set<String> saved() {
        return Set.of(LIMIT, ENABLED_REGISTER, AFTER, ENABLED_AFTER, REVERSION);
    }
}
