package io.wattwire.driver.growatt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.contract.TableBank;
import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.RegisterWrite;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrowattPowerLimitTest {
    private final GrowattPowerLimit limit = new GrowattPowerLimit();

    /** 4,200 VA is 42,000 tenths; the inverter fresh from the factory: memory on, no limit. */
    static TableBank inverter() {
        return Banks.of("min").holding(2, 1).holding(3, 255).holding(6, 0, 42_000);
    }

    @Test
    void makesTheRegisterVolatileBeforeItWritesThePercentage() {
        TableBank bank = inverter();
        bank.execute(limit.commands(1_700, bank));
        assertEquals(List.of("2=[0]", "3=[40]"), bank.written(), "1,700 W are 40.5 %, so 40 %");
    }

    @Test
    void writesNothingThatWouldChangeNothing() {
        TableBank bank = inverter();
        bank.execute(limit.commands(1_700, bank));
        bank.execute(limit.commands(1_710, bank));
        assertEquals(2, bank.written().size());
    }

    @Test
    void leavesTheInvertersOwnExportLimitationAlone() {
        TableBank bank = inverter();
        Set<String> written =
                Set.copyOf(
                        limit.commands(800, bank).stream().map(RegisterWrite::register).toList());
        assertEquals(Set.of("pf_cmd_memory", "active_power_rate"), written);
        assertEquals(written, limit.saved(), "what is written is saved first");
    }

    @Test
    void aPercentageComputedFromItsWattsIsItselfAgain() {
        TableBank bank = inverter();
        for (int percent = 0; percent <= 100; percent++) {
            bank.execute(limit.commands(percent * 4_200 / 100.0, bank));
            assertEquals(percent, bank.word(3));
        }
    }

    @Test
    void neverWritesMoreThanFullNorLessThanNothing() {
        TableBank bank = inverter();
        bank.execute(limit.commands(1e9, bank));
        assertEquals(100, bank.word(3));
        bank.execute(limit.commands(-500, bank));
        assertEquals(0, bank.word(3));
    }

    @Test
    void noLimitReadsBackAsNominalPowerSoThatARestartShows() {
        TableBank bank = inverter();
        bank.execute(limit.commands(420, bank));
        assertEquals(OptionalDouble.of(420), limit.readBack(bank));
        bank.holding(3, 255);
        assertEquals(OptionalDouble.of(4_200), limit.readBack(bank));
        bank.execute(limit.commands(420, bank));
        assertEquals(10, bank.word(3), "commanded again after the restart");
    }

    @Test
    void aPercentageThatCannotBeIsNoReadBack() {
        assertEquals(OptionalDouble.empty(), limit.readBack(inverter().holding(3, 180)));
        assertEquals(OptionalDouble.empty(), limit.readBack(Banks.of("min").holding(6, 0, 42_000)));
    }

    @Test
    void statesStepMinimumAndMaximumInWatts() {
        TableBank bank = inverter();
        assertEquals(OptionalDouble.of(42), limit.step(bank));
        assertEquals(OptionalDouble.of(84), limit.minimum(bank));
        assertEquals(OptionalDouble.of(4_200), limit.maximum(bank));
    }

    @Test
    void refusesACommandWithoutTheBaseOfItsPercentages() {
        TableBank unknown = Banks.of("min").holding(3, 255);
        TableBank zero = inverter().holding(6, 0, 0);
        for (TableBank bank : List.of(unknown, zero)) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> limit.commands(1_000, bank));
            assertTrue(refused.getMessage().contains("nominal_power"), refused.getMessage());
            assertEquals(OptionalDouble.empty(), limit.step(bank));
        }
        assertThrows(IllegalArgumentException.class, () -> limit.commands(Double.NaN, inverter()));
    }

    @Test
    void saysThatNothingInTheInverterWatchesUs() {
        assertEquals(FailSafeClass.C, limit.failSafeClass());
        assertTrue(limit.failSafeNote().contains("the last percentage stays"));
    }
}
