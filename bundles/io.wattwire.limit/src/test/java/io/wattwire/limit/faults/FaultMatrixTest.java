package io.wattwire.limit.faults;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each cell of the matrix, with fewer phases of the clocks than the printed one. */
class FaultMatrixTest {

    private static final int PHASES = 2;

    /** The law does not keep these yet. */
    private static final Set<Fault> OPEN =
            Set.of(Fault.METER_RANDOM, Fault.METER_REVERSED, Fault.LINK_SLOW, Fault.TWO_LIMITERS);

    @ParameterizedTest
    @EnumSource(Fault.class)
    void theCellIsAsPromised(Fault fault) {
        assertAll(
                FaultMatrix.row(fault, PHASES).stream()
                        .map(
                                cell ->
                                        () ->
                                                assertTrue(
                                                        cell.asPromised() || OPEN.contains(fault),
                                                        cell::text)));
    }
}
