package io.wattwire.limit;

import io.wattwire.limit.law.Input;
import io.wattwire.limit.law.LimitSettings;
import io.wattwire.limit.law.Readings;
import io.wattwire.limit.law.Sample;
import io.wattwire.limit.law.Slot;
import java.time.Instant;
import java.time.ZoneId;

/** Tells a schedule the local time, once a second. One thread. */
final class DayClock {

    private static final long PERIOD_NANOS = 1_000_000_000L;

    private Sample time = Sample.NONE;

    Readings addTo(Readings readings, LimitSettings settings, long nowNanos, long wallMillis) {
        if (settings.site().schedule().isEmpty()) {
            return readings;
        }
        if (!time.present() || nowNanos - time.takenNanos() >= PERIOD_NANOS) {
            int second =
                    Instant.ofEpochMilli(wallMillis)
                            .atZone(ZoneId.systemDefault())
                            .toLocalTime()
                            .toSecondOfDay();
            time = new Sample(second, nowNanos, time.number() + 1);
        }
        return readings.with(Slot.site(Input.TIME_OF_DAY), time);
    }
}
