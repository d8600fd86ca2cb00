package io.wattwire.driver.sma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.PointControl;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetPointTest {

    private final IslandSetPoint island = new IslandSetPoint("si", "maximum_active_power");
    private final IslandSetPoint old = new IslandSetPoint("si-11", "device_type");
    private final StorageSetPoint storage = new StorageSetPoint();

    private static List<String> sent(PointControl control, double wanted, Bank bank) {
        return bank.execute(control.commands(wanted, bank)).writes();
    }

    /** HomeBattery sent its + for charging as it was, and the battery would have been emptied. */
    @Test
    void chargingIsANegativeNumberForSma() {
        assertEquals(
                List.of("40149=-2000", "40151=802", "40153=0"), sent(island, 2_000, Bank.island()));
        assertEquals(
                List.of("40149=2000", "40151=802", "40153=0"), sent(island, -2_000, Bank.island()));
        assertEquals(List.of("40149=-2000", "40151=802"), sent(storage, 2_000, Bank.storage()));
        assertEquals(List.of("40149=2000", "40151=802"), sent(storage, -2_000, Bank.storage()));
    }

    @Test
    void lettingGoIsZeroAndThenAutomaticOperation() {
        assertEquals(
                List.of("40149=0", "40151=803", "40153=0"),
                Bank.island().execute(island.letGo(Bank.island())).writes());
        assertEquals(
                List.of("40149=0", "40151=803"),
                Bank.storage().execute(storage.letGo(Bank.storage())).writes());
        assertTrue(island.handsBack() && old.handsBack() && storage.handsBack());
        assertEquals(Set.of(), island.saved(), "what can only be written cannot be saved");
    }

    @ParameterizedTest
    @CsvSource({"1234.9,-1234", "-1234.9,1234", "0.9,0", "-0.9,0", "1999.9999999,-2000"})
    void fractionsOfAWattGoTowardsZero(double wanted, int raw) {
        assertEquals("40149=" + raw, sent(island, wanted, Bank.island()).get(0));
    }

    @Test
    void theLiveLimitsOfTheBatteryHold() {
        Bank tired = Bank.island().set(40189, 1_500, 800);
        assertEquals("40149=-1500", sent(island, 4_000, tired).get(0));
        Bank again = Bank.island().set(40189, 1_500, 800);
        assertEquals("40149=800", sent(island, -4_000, again).get(0));
        Bank empty = Bank.island().set(40189, 1_500, 0);
        assertEquals("40149=0", sent(island, -4_000, empty).get(0));
        Bank silent = Bank.island().set(40189, 0xFFFFFFFFL, 0xFFFFFFFFL);
        assertEquals("40149=-4000", sent(island, 4_000, silent).get(0));
    }

    @Test
    void theRatingIsTheBound() {
        assertEquals(OptionalDouble.of(-6_000), island.minimum(Bank.island()));
        assertEquals(OptionalDouble.of(6_000), island.maximum(Bank.island()));
        assertEquals(OptionalDouble.of(5_000), storage.maximum(Bank.storage()));
    }

    @Test
    void aClusterObeysAsOneAndIsRatedAsOne() {
        Bank cluster = Bank.island().set(40783, 1_900_000_001L, 1_900_000_002L);
        assertEquals(OptionalDouble.of(18_000), island.maximum(cluster));
        Bank alone = Bank.island().set(40783, 0xFFFFFFFFL, 0);
        assertEquals(OptionalDouble.of(6_000), island.maximum(alone));
    }

    @Test
    void theElderGenerationIsRatedByItsType() {
        Bank bank = new Bank("si-11").set(30053, 9224).set(31061, 1129);
        assertEquals(OptionalDouble.of(6_000), old.maximum(bank));
        assertEquals(List.of("40149=-500", "40151=802", "40153=0"), sent(old, 500, bank));
    }

    @Test
    void withoutARatingNothingButZeroIsCommanded() {
        Bank unknown = new Bank("si").set(31061, 1129);
        String refusal =
                assertThrows(IllegalArgumentException.class, () -> island.commands(500, unknown))
                        .getMessage();
        assertTrue(refusal.contains("rated.power.w"), refusal);
        assertEquals(OptionalDouble.empty(), island.maximum(unknown));
        assertEquals(List.of("40149=0", "40151=802", "40153=0"), sent(island, 0, unknown));
    }

    @Test
    void aDeviceThatDoesNotLetItselfBeControlledIsNotCommanded() {
        Bank closed = Bank.island().set(31061, 1130);
        String refusal =
                assertThrows(IllegalArgumentException.class, () -> island.commands(500, closed))
                        .getMessage();
        assertTrue(refusal.contains("bat_control_available"), refusal);
        Bank silent = Bank.island().set(31061, 16_777_213);
        assertEquals("40149=-500", sent(island, 500, silent).get(0), "the device decides");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsRefused(double wanted) {
        assertThrows(IllegalArgumentException.class, () -> island.commands(wanted, Bank.island()));
        assertThrows(
                IllegalArgumentException.class, () -> storage.commands(wanted, Bank.storage()));
    }

    @ParameterizedTest
    @CsvSource({
        "2506,600,0",
        "2507,59,0",
        "2507,1801,0",
        "2507,600,1",
        "2507,600,-3000",
        "16777213,600,0",
        "2507,4294967295,0",
        "2507,600,-2147483648"
    })
    void aStorageWithoutAnArmedWatchdogIsCommandedNothingButZero(
            long mode, long timeout, long power) {
        Bank bank = Bank.storage().set(41193, mode, timeout).set(41215, power);
        String refusal =
                assertThrows(IllegalArgumentException.class, () -> storage.commands(500, bank))
                        .getMessage();
        assertTrue(refusal.contains("control_absent_mode"), refusal);
        assertEquals(List.of("40149=0", "40151=802"), sent(storage, 0, bank));
    }

    /** What was commanded cannot be read; the facts verify it by 30775. */
    @Test
    void whatFlowsIsReadBackWithTheSignTurned() {
        assertEquals(OptionalDouble.of(-1_500), island.readBack(Bank.island().set(30775, 1_500)));
        assertEquals(
                OptionalDouble.empty(), island.readBack(Bank.island().set(30775, 0x80000000L)));
    }

    @Test
    void theClassesAreWhatTheyCanKeep() {
        assertEquals(FailSafeClass.C, island.failSafeClass());
        assertEquals(FailSafeClass.C, old.failSafeClass());
        assertEquals(FailSafeClass.A, storage.failSafeClass());
        assertTrue(storage.failSafeNote().contains("prove it at commissioning"));
    }

    @Test
    void eachModelHasOneSetPoint() {
        Set<String> commanded =
                List.of(island, old, storage).stream()
                        .flatMap(control -> control.models().stream())
                        .collect(Collectors.toSet());
        assertEquals(Set.of("si", "si-11", "sbs"), commanded);
    }
}
