package io.wattwire.publish.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.publish.live.LiveValue.Quality;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.junit.jupiter.api.Test;

class LiveTest {

    private static final long NOW = 1_000_000_000_000L;
    private static final long WALL = 1_700_000_000_000L;
    private static final long STALE_MS = 30_000;

    private final Live live = new Live((asset, channel) -> channel.equals("rated"));

    private void take(long nowNanos, Object... pairs) {
        Map<String, TypedValue<?>> record = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            record.put((String) pairs[i], TypedValues.newTypedValue(pairs[i + 1]));
        }
        live.take(record, "emitter", nowNanos, WALL);
    }

    @Test
    void aValueComesWithItsUnitAndTime() {
        take(
                NOW,
                "assetName",
                "meter",
                "x",
                1.5,
                "x_unit",
                "bar",
                "x_timestamp",
                WALL - 2000,
                "x_error",
                "",
                "grid_power",
                7L);
        assertEquals(Set.of("x", "grid_power"), live.asset("meter").keySet());
        LiveValue x = live.asset("meter").get("x");
        assertEquals(1.5, x.value());
        assertEquals("bar", x.unit());
        assertEquals(2000, x.ageMillis(NOW));
        assertEquals(WALL - 2000, x.timeMillis());
        assertEquals("W", live.asset("meter").get("grid_power").unit());
    }

    @Test
    void aValueGetsStaleOnTheMonotonicClock() {
        take(NOW, "x", 1.5);
        LiveValue x = live.asset("emitter").get("x");
        assertEquals(Quality.GOOD, x.quality(NOW + 29_999_000_000L, STALE_MS));
        assertEquals(Quality.STALE, x.quality(NOW + 30_000_000_000L, STALE_MS));
    }

    @Test
    void whatIsMeasuredOncePerConnectionDoesNotAgeWhileItIsDelivered() {
        long hours = 20 * 3_600_000L;
        take(NOW, "rated", 5000.0, "rated_timestamp", WALL - hours);
        take(NOW, "y", 1.0, "y_timestamp", WALL - hours);
        assertEquals(Quality.STALE, live.asset("emitter").get("y").quality(NOW, STALE_MS));
        LiveValue rated = live.asset("emitter").get("rated");
        assertEquals(Quality.GOOD, rated.quality(NOW, STALE_MS));
        assertEquals(hours, rated.ageMillis(NOW), "its age is told as it is");
        assertEquals(Quality.STALE, rated.quality(NOW + 30_000_000_000L, STALE_MS));
    }

    @Test
    void anErrorTakesTheOldValueAway() {
        take(NOW, "x", 1.5);
        take(NOW, "x_error", "no answer");
        LiveValue x = live.asset("emitter").get("x");
        assertNull(x.value());
        assertEquals("no answer", x.error());
        assertEquals(Quality.BAD, x.quality(NOW, STALE_MS));
    }

    @Test
    void theLastErrorOfALinkIsAValueOfItsOwn() {
        take(NOW, "link_last_error", "timeout", "link_last_error_error", "");
        assertEquals(Set.of("link_last_error"), live.asset("emitter").keySet());
        assertEquals("timeout", live.asset("emitter").get("link_last_error").value());
    }

    @Test
    void whatIsNoNumberOrFromTheFutureIsNoValue() {
        take(NOW, "x", Double.NaN, "y", 1.0, "y_timestamp", WALL + 60_000);
        assertNull(live.asset("emitter").get("x").value());
        assertNull(live.asset("emitter").get("y").value());
        assertTrue(live.asset("emitter").get("y").error().contains("from the future"));
    }

    @Test
    void whatDoesNotComeForADayIsForgotten() {
        take(NOW, "x", 1.5);
        take(NOW + 86_400_000_000_000L, "y", 1.5);
        assertEquals(Set.of("y"), live.all(NOW + 86_500_000_000_000L).get("emitter").keySet());
    }

    @Test
    void tooManyChannelsAreCountedNotKept() {
        for (int i = 0; i < 20_010; i++) {
            take(NOW, "x" + i, 1L);
        }
        assertEquals(20_000, live.asset("emitter").size());
        assertEquals(10, live.dropped());
        assertEquals(20_010, live.records());
    }
}
