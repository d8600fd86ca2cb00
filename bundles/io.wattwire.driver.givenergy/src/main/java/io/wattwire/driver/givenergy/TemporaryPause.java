package io.wattwire.driver.givenergy;

import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * No charging or no discharging for some minutes: the rate is 0, and comes back when the time is
 * over. The register does not tell for how long, so what is told is that it holds now.
 */
final class TemporaryPause implements PointControl {

    private static final int MOST_MINUTES = 24 * 60 - 1;

    /** The rate is looked after as often as this. */
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final String point;
    private final String rate;

    TemporaryPause(String point, String rate) {
        this.point = point;
        this.rate = rate;
    }

    @Override
    public String point() {
        return point;
    }

    @Override
    public Set<String> models() {
        return GivEnergyModel.ONE_PHASE;
    }

    @Override
    public FailSafeClass failSafeClass() {
        return FailSafeClass.C;
    }

    @Override
    public String failSafeNote() {
        return "The inverter keeps the rate of 0, stored, until the driver is there again or its owner releases it";
    }

    @Override
    public Set<String> inputs() {
        return Set.of();
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
        return OptionalDouble.of(MOST_MINUTES);
    }

    @Override
    public List<RegisterWrite> commands(double wanted, Values known) {
        if (!(wanted >= 0 && wanted <= MOST_MINUTES)) {
            throw new IllegalArgumentException(
                    point
                            + " of "
                            + wanted
                            + " min: write 1 to "
                            + MOST_MINUTES
                            + ", or 0 to end it");
        }
        return List.of(Command.write(rate, 0.0));
    }

    /** At least the minute that has begun; empty while there is no pause. */
    @Override
    public OptionalDouble readBack(Values known) {
        OptionalDouble held = known.number(rate);
        return held.isPresent() && held.getAsDouble() == 0
                ? OptionalDouble.of(1)
                : OptionalDouble.empty();
    }

    @Override
    public Set<String> readBackRegisters() {
        return Set.of(rate);
    }

    @Override
    public Set<String> saved() {
        return Set.of(rate);
    }

    @Override
    public boolean handsBack() {
        return true;
    }

    @Override
    public Optional<Duration> lasts(double wanted) {
        return Optional.of(Duration.ofMinutes((long) wanted));
    }

    @Override
    public Duration follows() {
        return PERIOD;
    }
}
