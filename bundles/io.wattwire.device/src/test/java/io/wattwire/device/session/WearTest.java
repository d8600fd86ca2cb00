package io.wattwire.device.session;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.Register;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WearTest {

    private final SimulatedClock clock = new SimulatedClock();
    private final StateStore store = StateStore.inMemory();
    private final Register flash =
            Tables.register(
                    """
                    name,kind,address,type,access,min,max,role,storage
                    f,holding,1,U16,RW,0,9,owner,flash
                    """);
    private final Register volatileRegister =
            Tables.register(
                    """
                    name,kind,address,type,access,min,max,role,storage,min_interval
                    v,holding,1,U16,RW,0,9,owner,volatile,10
                    """);

    private Wear wear() {
        return new Wear(store, clock::nanos, clock::millis);
    }

    private static void rise(Wear wear, Register register) throws WriteRefused {
        wear.check(register, Optional.of(1.0), Optional.of(2.0));
        wear.wrote(register, Optional.of(1.0), Optional.of(2.0));
    }

    private static void fall(Wear wear, Register register) throws WriteRefused {
        wear.check(register, Optional.of(2.0), Optional.of(1.0));
        wear.wrote(register, Optional.of(2.0), Optional.of(1.0));
    }

    @Test
    void flashTakesTwentyRisesADayAndEveryFall() throws WriteRefused {
        Wear wear = wear();
        for (int i = 0; i < Wear.RISES_A_DAY; i++) {
            rise(wear, flash);
            fall(wear, flash);
        }
        WriteRefused refusal = assertThrows(WriteRefused.class, () -> rise(wear, flash));
        assertEquals(
                "f lies in flash memory and was written 20 times today; wait until tomorrow, or"
                        + " write a lower value",
                refusal.getMessage());
        assertDoesNotThrow(() -> fall(wear, flash));
    }

    @Test
    void theBudgetSurvivesARestartAndEndsWithTheDay() throws WriteRefused {
        Wear before = wear();
        for (int i = 0; i < Wear.RISES_A_DAY; i++) {
            rise(before, flash);
        }
        assertThrows(WriteRefused.class, () -> rise(wear(), flash));
        clock.pass(Duration.ofHours(24));
        assertDoesNotThrow(() -> rise(wear(), flash));
    }

    @Test
    void anUnreadableCountIsTakenAsUsedUp() throws IOException {
        store.save("flash-f", "rubbish");
        assertThrows(WriteRefused.class, () -> rise(wear(), flash));
        assertDoesNotThrow(() -> fall(wear(), flash));
    }

    @Test
    void aWriteOfUnknownDirectionCountsAsARise() throws WriteRefused {
        Wear wear = wear();
        for (int i = 0; i < Wear.RISES_A_DAY; i++) {
            wear.check(flash, Optional.empty(), Optional.of("on"));
            wear.wrote(flash, Optional.empty(), Optional.of("on"));
        }
        assertThrows(WriteRefused.class, () -> rise(wear, flash));
    }

    @Test
    void theLeastIntervalHoldsForRisesOnly() throws WriteRefused {
        Wear wear = wear();
        rise(wear, volatileRegister);
        clock.pass(Duration.ofSeconds(9));
        WriteRefused refusal = assertThrows(WriteRefused.class, () -> rise(wear, volatileRegister));
        assertTrue(refusal.getMessage().contains("once in 10.0 s"), refusal.getMessage());
        fall(wear, volatileRegister);
        clock.pass(Duration.ofSeconds(10));
        rise(wear, volatileRegister);
    }
}
