package io.wattwire.limit;

import io.wattwire.limit.law.LimitSettings;
import io.wattwire.limit.law.LimitSettings.BelowMinimum;
import io.wattwire.limit.law.LimitSettings.Bounds;

/** Settings under which every inverter is told 0 W: what the supervisor's lock-out means. */
final class LockedOut {

    private LockedOut() {}

    static LimitSettings of(LimitSettings settings) {
        Bounds bounds = settings.bounds();
        Bounds shut =
                new Bounds(
                        Math.min(0, bounds.allowedExportW()),
                        0,
                        0,
                        BelowMinimum.STOP,
                        bounds.marginW(),
                        bounds.deadBandW());
        return new LimitSettings(
                settings.refused(),
                settings.units(),
                settings.site(),
                shut,
                settings.pace(),
                settings.trust());
    }
}
