package io.wattwire.driver.sunspec;

import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The limit of model 123. When its reversion time is over the limit ends, and the inverter feeds
 * what it can: a dead gateway would open the limit. So the time is set to 0, which is "never", and
 * the last limit stays.
 */
final class ImmediateLimit extends PercentLimit {

    private static final String MODEL = "control_model";
    private static final String LIMIT = "control_power_limit";
    private static final String SCALE = "control_power_limit_sf";
    private static final String ENABLED_REGISTER = "control_power_limit_enabled";
    private static final String REVERSION = "control_power_limit_reversion";
    private static final String SET_POWER = "setting_max_power";
    private static final String RATED_POWER = "rated_power";

    ImmediateLimit() {
        super(MODEL, 123, LIMIT, SCALE, ENABLED_REGISTER, List.of(SET_POWER, RATED_POWER));
    }

    @Override
    public Set<String> models() {
        return Set.of("inverter", "solaredge", "fronius", "fronius-hybrid");
    }

    @Override
    public FailSafeClass failSafeClass() {
        return FailSafeClass.C;
    }

    @Override
    public String failSafeNote() {
        return "The inverter keeps the last limit; the reversion time of model 123 is not used, as at"
                + " its end the limit would end too";
    }

    @Override
    public Set<String> inputs() {
        return Set.of(MODEL, SCALE, SET_POWER, RATED_POWER, REVERSION);
    }

    @Override
    public List<RegisterWrite> commands(double wanted, Values known) {
        RegisterWrite percent = percentWrite(wanted, known);
        List<RegisterWrite> writes = new ArrayList<>();
        if (known.number(REVERSION).isPresent()) {
            writes.add(new RegisterWrite(REVERSION, 0, true));
        }
        writes.add(percent);
        writes.add(enable());
        return writes;
    }

    /** A limit that would end by itself is not the one that was commanded. */
    @Override
    public OptionalDouble readBack(Values known) {
        boolean ends = known.number(REVERSION).orElse(0) != 0;
        boolean on = known.get(ENABLED_REGISTER).filter(ENABLED::equals).isPresent();
        return ends && on ? OptionalDouble.empty() : obeyed(known);
    }

    @Override
    public Set<String> readBackRegisters() {
        return Set.of(LIMIT, ENABLED_REGISTER);
    }

    @Override
    public Set<String> saved() {
        return Set.of(LIMIT, ENABLED_REGISTER, REVERSION);
    }
}
