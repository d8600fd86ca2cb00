package io.wattwire.driver.growatt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.contract.TableBank;
import io.wattwire.device.model.FailSafeClass;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GrowattVppLimitTest {

    private final GrowattVppLimit limit = new GrowattVppLimit();

    /** 10 kW, no limit, the watchdog as it leaves the factory: off. */
    private static TableBank inverter() {
        return Banks.of("vpp")
                .holding(30016, 1, 34_464)
                .holding(30154, 100)
                .holding(30202, 0, 30, 0);
    }

    private static TableBank armed() {
        return inverter().holding(30204, 1);
    }

    @Test
    void writesTheVolatilePercentageAndNothingElse() {
        TableBank bank = armed();
        bank.execute(limit.commands(4_290, bank));
        assertEquals(List.of("30154=[42]"), bank.written());
        assertEquals(OptionalDouble.of(4_200), limit.readBack(bank));
        assertEquals(Set.of("vpp_static_active_power_limit_pct"), limit.saved());
    }

    @Test
    void raisesTheLimitWhileTheWatchdogIsArmed() {
        TableBank bank = armed().holding(30154, 10);
        bank.execute(limit.commands(5_000, bank));
        assertEquals(50, bank.word(30154));
    }

    @Test
    void neverRaisesTheLimitWithoutTheWatchdog() {
        TableBank off = inverter().holding(30154, 10);
        TableBank open = armed().holding(30154, 10).holding(30202, 100);
        TableBank unknown = Banks.of("vpp").holding(30016, 1, 34_464).holding(30154, 10);
        for (TableBank bank : List.of(off, open, unknown)) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> limit.commands(5_000, bank));
            assertTrue(
                    refused.getMessage().contains("vpp_ems_comm_failure_enable"),
                    refused.getMessage());
        }
    }

    @Test
    void lowersTheLimitWithoutTheWatchdogToo() {
        TableBank bank = inverter();
        bank.execute(limit.commands(1_000, bank));
        assertEquals(10, bank.word(30154));
    }

    @Test
    void isOfClassAAndSaysWhatThatRestsOn() {
        assertEquals(FailSafeClass.A, limit.failSafeClass());
        assertTrue(limit.failSafeNote().contains("prove it at commissioning"));
    }

    @Test
    void eachModelHasOneWayOfLimiting() {
        Set<String> byRegister3 = new GrowattPowerLimit().models();
        assertEquals(Set.of("vpp"), limit.models());
        assertEquals(
                Set.copyOf(Banks.FAMILY.models().stream().map(m -> m.name()).toList()),
                Set.copyOf(Stream.concat(byRegister3.stream(), limit.models().stream()).toList()));
        assertTrue(byRegister3.stream().noneMatch(limit.models()::contains));
    }
}
