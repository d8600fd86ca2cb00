package io.wattwire.limit.faults;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each cell of the matrix, with fewer phases of the clocks than the printed one. */
class FaultMatrixTest {

    private static final int PHASES = 2;

    /** Both limiters keep the watchdog alive, and nobody can silence the one elsewhere. */
    private static final Map<Fault, Set<FailSafe>> OPEN =
            Map.of(Fault.TWO_LIMITERS, Set.of(FailSafe.A));

    @ParameterizedTest
    @EnumSource(Fault.class)
    void theCellIsAsPromised(Fault fault) {
        assertAll(
                FaultMatrix.row(fault, PHASES).stream()
                        .map(
                                cell ->
                                        () ->
                                                assertTrue(
                                                        cell.asPromised() || open(cell),
                                                        cell::text)));
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void aMeterThatLiesIsFoundHoweverTheInverterIsRead(Order order) {
        assertAll(
                FaultMatrix.LIES.stream()
                        .flatMap(fault -> FaultMatrix.row(fault, order, PHASES).stream())
                        .map(cell -> () -> assertTrue(cell.asPromised(), cell::text)));
    }

    @ParameterizedTest
    @EnumSource(PairFault.class)
    void whenOneOfTwoFailsTheOtherOneTakesOver(PairFault fault) {
        assertAll(
                FaultMatrix.pairs(fault, PHASES).stream()
                        .map(cell -> () -> assertTrue(cell.asPromised(), cell::text)));
    }

    private static boolean open(Cell cell) {
        return OPEN.getOrDefault(cell.fault(), Set.of()).contains(cell.failSafe());
    }
}
