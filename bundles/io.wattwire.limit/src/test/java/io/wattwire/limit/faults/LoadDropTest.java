package io.wattwire.limit.faults;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.limit.faults.Trial.Plant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The grid of load drops: quick and slow inverters, read with the grid's power or apart. */
class LoadDropTest {

    /** Fewer than the printed grid has; the phases that matter are among them. */
    private static final int PHASES = 5;

    private static final double LONGEST_BURST_S = 0.5;

    static Stream<Arguments> grid() {
        return Arrays.stream(Skew.values())
                .flatMap(
                        skew ->
                                Arrays.stream(LoadDrop.TAUS_S)
                                        .boxed()
                                        .flatMap(tau -> plants(skew, tau)));
    }

    private static Stream<Arguments> plants(Skew skew, double tau) {
        return Arrays.stream(LoadDrop.DEAD_TIMES_S)
                .mapToObj(deadTime -> Arguments.of(skew, new Plant(tau, deadTime)));
    }

    @ParameterizedTest
    @MethodSource("grid")
    void theDropIsOverWhenTheInverterCouldFollowAndTheLimitRests(Skew skew, Plant plant) {
        LoadDrop worst = LoadDrop.worst(skew, plant, PHASES);
        long most = skew.mostWrites();
        assertAll(
                () -> assertTrue(worst.excursionS() <= plant.followsS(), worst::toString),
                () -> assertTrue(worst.writes() <= most, worst::toString),
                () -> assertEquals(0, worst.laterWrites(), "a limit cycle"),
                () -> assertTrue(worst.burstS() <= LONGEST_BURST_S, worst::toString));
    }
}
