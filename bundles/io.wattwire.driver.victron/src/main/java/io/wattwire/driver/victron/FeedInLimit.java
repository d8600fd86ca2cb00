package io.wattwire.driver.victron;

import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.StoredExportLimit;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The feed-in limit of the whole system (2722, W), kept by the GX with its own grid meter in ESS
 * modes 1 and 2.
 */
final class FeedInLimit extends StoredExportLimit {

    private static final String LIMIT = "settings_max_feed_in_power";

    FeedInLimit() {
        super(LIMIT);
    }

    @Override
    public Set<String> models() {
        return Set.of("gx");
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
    public List<RegisterWrite> commands(double wanted, Values known) {
        return List.of(new RegisterWrite(LIMIT, wholeWatts(wanted), true));
    }

    /** Empty without a limit, told as -1, and in mode 3, where the GX does not keep it. */
    @Override
    public OptionalDouble readBack(Values known) {
        OptionalDouble limit = known.number(LIMIT);
        boolean kept = limit.isPresent() && limit.getAsDouble() >= 0 && EssMode.gxRegulates(known);
        return kept ? limit : OptionalDouble.empty();
    }
}
