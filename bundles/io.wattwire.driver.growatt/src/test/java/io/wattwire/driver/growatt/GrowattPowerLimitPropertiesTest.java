package io.wattwire.driver.growatt;

import static io.wattwire.driver.growatt.GrowattPowerLimitTest.inverter;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.contract.TableBank;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class GrowattPowerLimitPropertiesTest {
    private final GrowattPowerLimit limit = new GrowattPowerLimit();

    @Property
    void isAcceptedByItsReadBackAndNeverAboveWhatWasWanted(
            @ForAll @DoubleRange(min = 0, max = 250_000) double wanted,
            @ForAll @IntRange(min = 1_000, max = 2_500_000) int tenthsOfRated) {
        TableBank bank = inverter().holding(6, tenthsOfRated >>> 16, tenthsOfRated & 0xFFFF);
        bank.execute(limit.commands(wanted, bank));
        double step = limit.step(bank).orElseThrow();
        double readBack = limit.readBack(bank).orElseThrow();
        double command = Math.min(wanted, tenthsOfRated / 10.0);
        assertTrue(readBack <= command + 1e-3, readBack + " of " + command);
        assertTrue(readBack >= command - step - 1e-3, readBack + " of " + command);
    }
}
