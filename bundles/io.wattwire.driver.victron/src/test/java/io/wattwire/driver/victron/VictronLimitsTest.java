package io.wattwire.driver.victron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.Storage;
import io.wattwire.device.model.WriteRole;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The limit of a PV inverter, and that of the feed-in. */
class VictronLimitsTest {

    private final PvInverterLimit pv = new PvInverterLimit();
    private final FeedInLimit feedIn = new FeedInLimit();

    private static Gx inverter() {
        return new Gx("gx-pvinverter").put(1054, 0, 5_000, 0, 5_000).put(2709, 0);
    }

    @Test
    void limitsThePvInverterInWatts() {
        Gx gx = inverter();
        gx.execute(pv.commands(1_234.9, gx));
        assertEquals(List.of("1056=1234.0"), gx.writes());
        assertEquals(OptionalDouble.of(1_234), pv.readBack(gx));
        assertEquals(OptionalDouble.of(5_000), pv.maximum(gx));
    }

    @Test
    void isRepeatedBeforeTheGxForgetsIt() {
        Register limit = Gx.register(1056, 2);
        assertEquals(Duration.ofSeconds(60), limit.expiry());
        assertEquals(Storage.VOLATILE, limit.storage());
        assertEquals(FailSafeClass.C, pv.failSafeClass());
    }

    /** Its own loop limits the feed-in: raising the limit then would open it. */
    @Test
    void onlyLowersWhileTheGxLimitsTheInverterItself() {
        Gx gx = inverter().put(1056, 0, 800).put(2709, 1);
        assertThrows(IllegalArgumentException.class, () -> pv.commands(900, gx));
        assertEquals(List.of("1056=700.0"), gx.execute(pv.commands(700, gx)).writes());
    }

    @Test
    void aGxWithoutEssHasNoLimiterToAsk() {
        Gx gx = inverter().without(2709);
        assertEquals(List.of("1056=900.0"), gx.execute(pv.commands(900, gx)).writes());
    }

    @Test
    void anInverterThatIsNotThereIsNotLimited() {
        Gx gx = inverter().put(1054, 0, 0);
        String refusal =
                assertThrows(IllegalArgumentException.class, () -> pv.commands(900, gx))
                        .getMessage();
        assertTrue(refusal.contains("units"), refusal);
        assertTrue(pv.maximum(gx).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> pv.commands(Double.NaN, inverter()));
    }

    @Test
    void theFeedInLimitIsStoredOnceAndBelongsToTheInstaller() {
        Gx gx = new Gx("gx").put(2722, 0xFFFF, 0xFFFF).put(2902, 1);
        assertTrue(feedIn.readBack(gx).isEmpty(), "-1 is no limit");
        gx.execute(feedIn.commands(1_500.7, gx)).execute(feedIn.commands(1_500, gx));
        assertEquals(List.of("2722=1500.0"), gx.writes());
        assertEquals(OptionalDouble.of(1_500), feedIn.readBack(gx));
        Register limit = Gx.register(2722, 2);
        assertEquals(Storage.FLASH, limit.storage());
        assertEquals(WriteRole.INSTALLER, limit.role());
        assertFalse(feedIn.handsBack(), "a failure never relaxes a limit");
    }

    @Test
    void nobodyKeepsTheFeedInLimitInMode3() {
        Gx gx = new Gx("gx").put(2722, 0, 1_500).put(2902, 3);
        assertTrue(feedIn.readBack(gx).isEmpty());
        assertEquals(FailSafeClass.B, feedIn.failSafeClass());
    }
}
