package io.wattwire.limit;

import io.wattwire.limit.law.Input;
import io.wattwire.limit.law.LimitSettings.Unit;
import io.wattwire.limit.law.LimitState;
import io.wattwire.limit.law.Readings;
import io.wattwire.limit.law.Sample;
import io.wattwire.limit.law.Slot;
import java.util.List;

/**
 * What would be read if the inverters had been told their limits: in shadow mode nothing is
 * written, so a real read-back would only say so. A missing one stays missing.
 */
final class ShadowReadings {

    private ShadowReadings() {}

    static Readings of(Readings readings, List<Unit> units, LimitState state) {
        Readings shadow = readings;
        for (Unit unit : units) {
            Slot slot = new Slot(Input.READ_BACK, unit.number());
            Sample real = readings.of(Input.READ_BACK, unit.number());
            double limit = state.unit(unit.number()).limitW();
            if (real.present() && Double.isFinite(limit)) {
                Sample told = new Sample(limit, real.takenNanos(), real.number());
                shadow = shadow.with(slot, told);
            }
        }
        return shadow;
    }
}
