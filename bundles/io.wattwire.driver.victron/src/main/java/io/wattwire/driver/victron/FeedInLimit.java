package io.wattwire.driver.victron;

import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The feed-in limit of the whole system (2722, W), kept by the GX with its own grid meter in ESS
 * modes 1 and 2. A stored setting: set once, never cycled.
 */
final class FeedInLimit implements PointControl {

    private static final String LIMIT = "settings_max_feed_in_power";

    /** More than a VE.Bus system can feed in; the register holds -1 for "no limit". */
    private static final double MOST = 1_000_000;

    @Override
    public String point() {
        return "grid_export_limit";
    }

    @Override
    public Set<String> models() {
        return Set.of("gx");
    }

    @Override
    public FailSafeClass failSafeClass() {
        return FailSafeClass.B;
    }

    @Override
    public String failSafeNote() {
        return "The GX stores the limit and keeps it with its own grid meter in ESS modes 1 and 2, without the"
                + " gateway; in mode 3 nobody keeps it";
    }

    @Override
    public Set<String> inputs() {
        return Set.of(EssMode.REGISTER);
    }

    @Override
    public OptionalDouble step(Values known) {
        return OptionalDouble.of(1);
    }

    @Override
    public OptionalDouble minimum(Values known) {
        return OptionalDouble.of(0);
    }

    @Override
    public OptionalDouble maximum(Values known) {
        return OptionalDouble.of(MOST);
    }

    @Override
    public List<RegisterWrite> commands(double wanted, Values known) {
        double watts = Math.floor(Math.min(MOST, Math.max(0, MultiPower.finite(wanted))));
        return List.of(new RegisterWrite(LIMIT, watts, true));
    }

    /** Empty without a limit, and in mode 3, where the GX does not keep it. */
    @Override
    public OptionalDouble readBack(Values known) {
        OptionalDouble limit = known.number(LIMIT);
        boolean kept = limit.isPresent() && limit.getAsDouble() >= 0 && EssMode.gxRegulates(known);
        return kept ? limit : OptionalDouble.empty();
    }

    @Override
    public Set<String> readBackRegisters() {
        return Set.of(LIMIT);
    }

    @Override
    public Set<String> saved() {
        return Set.of(LIMIT);
    }
}
