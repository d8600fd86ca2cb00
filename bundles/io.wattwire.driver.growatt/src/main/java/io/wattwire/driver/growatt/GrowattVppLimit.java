package io.wattwire.driver.growatt;

import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.PercentLimit;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.Set;

/**
 * The limit of an inverter with VPP firmware by holding register 30154, volatile. It is of class A
 * only because it never raises a limit until the installer has armed the inverter's own watchdog
 * (30202 to 30204): those live in flash and are never written here. Lowering is always allowed.
 */
final class GrowattVppLimit extends PercentLimit {

    private static final String RATED = "vpp_rated_power";
    private static final String LIMIT = "vpp_static_active_power_limit_pct";
    private static final String WATCHDOG = "vpp_ems_comm_failure_enable";
    private static final String FALL_BACK = "vpp_export_limit_failure_rate";

    GrowattVppLimit() {
        super(LIMIT, RATED, GrowattPowerLimit.LEAST_PERCENT);
    }

    @Override
    public Set<String> models() {
        return Set.of("vpp");
    }

    @Override
    public FailSafeClass failSafeClass() {
        return FailSafeClass.A;
    }

    @Override
    public String failSafeNote() {
        return "After vpp_ems_comm_failure_time seconds without the gateway the inverter falls back to"
                + " vpp_export_limit_failure_rate; one document says so: prove it at commissioning, gateway unplugged";
    }

    @Override
    public Set<String> inputs() {
        return Set.of(RATED, LIMIT, WATCHDOG, FALL_BACK);
    }

    @Override
    public List<RegisterWrite> commands(double wanted, Values known) {
        RegisterWrite write = percentWrite(wanted, known);
        if ((double) write.value() > obeyedPercent(known)) {
            requireArmed(known);
        }
        return List.of(write);
    }

    /**
     * An unknown limit counts as none: the first command after a start is then a fall, and falls
     * are never refused.
     */
    private double obeyedPercent(Values known) {
        return obeyed(known.number(LIMIT)).orElse(100);
    }

    private static void requireArmed(Values known) {
        boolean on = known.get(WATCHDOG).filter("on"::equals).isPresent();
        boolean lower = known.number(FALL_BACK).orElse(100) < 100;
        if (!on || !lower) {
            throw new IllegalArgumentException(
                    "the limit is not raised while the inverter's watchdog on the gateway is not armed: as installer set "
                            + FALL_BACK
                            + " below 100, vpp_ems_comm_failure_time, and "
                            + WATCHDOG
                            + " = on");
        }
    }

    @Override
    public Set<String> saved() {
        return Set.of(LIMIT);
    }
}
