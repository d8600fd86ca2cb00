package io.wattwire.device.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.BlockRules;
import io.wattwire.device.model.Range;
import io.wattwire.device.model.RegisterKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadPlannerTest {
    /** A request pays for a hole of up to 10 words. */
    private static final Cost TEN = new Cost(10, 1);

    private static final BlockRules STANDARD = BlockRules.standard();

    /** Input registers as {@code address+count}. */
    private static List<Span> spans(String... texts) {
        return Arrays.stream(texts)
                .map(text -> text.split("\\+"))
                .map(
                        parts ->
                                new Span(
                                        RegisterKind.INPUT,
                                        Integer.parseInt(parts[0]),
                                        Integer.parseInt(parts[1])))
                .toList();
    }

    private static void assertPlan(
            List<Span> wanted, BlockRules rules, Set<Span> holes, String... expected) {
        List<Block> plan = ReadPlanner.plan(wanted, rules, TEN, holes);
        assertEquals(
                List.of(expected),
                plan.stream().map(block -> block.address() + "+" + block.count()).toList());
    }

    @Test
    void nothingWantedNeedsNoRequest() {
        assertTrue(ReadPlanner.plan(List.of(), STANDARD, TEN, Set.of()).isEmpty());
    }

    @Test
    void joinsAcrossHolesThatCostLessThanARequest() {
        assertPlan(spans("0+1", "10+1"), STANDARD, Set.of(), "0+11");
        assertPlan(spans("0+1", "12+1"), STANDARD, Set.of(), "0+1", "12+1");
    }

    @ParameterizedTest
    @CsvSource({"5, 12", "16, 18", "50, 34", "100, 58"})
    void aSlowDeviceMakesLargerHolesPay(int turnaroundMillis, int largestHole) {
        Cost cost = Cost.rtu(9600, 10, Duration.ofMillis(turnaroundMillis));
        List<Span> joined = spans("0+1", largestHole + 1 + "+1");
        List<Span> apart = spans("0+1", largestHole + 3 + "+1");
        assertEquals(1, ReadPlanner.plan(joined, STANDARD, cost, Set.of()).size());
        assertEquals(2, ReadPlanner.plan(apart, STANDARD, cost, Set.of()).size());
    }

    @Test
    void neverExceedsTheMostWords() {
        BlockRules ten = new BlockRules(10, 2000, Set.of(), List.of(), false);
        assertPlan(spans("0+4", "4+4", "8+4", "12+4"), ten, Set.of(), "0+8", "8+8");
    }

    @Test
    void cutsWhereItIsCheapestAndNotWhereItIsFull() {
        BlockRules twelve = new BlockRules(12, 2000, Set.of(), List.of(), false);
        assertPlan(spans("0+2", "9+2", "11+4", "15+4"), twelve, Set.of(), "0+2", "9+10");
    }

    @Test
    void beginsABlockAtABorder() {
        BlockRules border = new BlockRules(125, 2000, Set.of(125, 250), List.of(), false);
        assertPlan(
                spans("120+2", "124+1", "125+1", "249+1", "250+1"),
                border,
                Set.of(),
                "120+5",
                "125+1",
                "249+1",
                "250+1");
    }

    @Test
    void keepsOutOfForbiddenRangesOfTheSameKind() {
        BlockRules forbidden =
                new BlockRules(
                        125, 2000, Set.of(), List.of(new Range(RegisterKind.INPUT, 3, 4)), false);
        assertPlan(spans("0+3", "5+2"), forbidden, Set.of(), "0+3", "5+2");
        BlockRules elsewhere =
                new BlockRules(
                        125, 2000, Set.of(), List.of(new Range(RegisterKind.HOLDING, 3, 4)), false);
        assertPlan(spans("0+3", "5+2"), elsewhere, Set.of(), "0+7");
    }

    @Test
    void keepsOutOfHolesAndLeavesOutWhatLiesInThem() {
        Set<Span> holes =
                Set.of(new Span(RegisterKind.INPUT, 3, 1), new Span(RegisterKind.HOLDING, 0, 9));
        assertPlan(spans("0+2", "2+2", "4+2"), STANDARD, holes, "0+2", "4+2");
    }

    @Test
    void asksAloneForWhatNoBlockMayHold() {
        BlockRules rules =
                new BlockRules(
                        10,
                        2000,
                        Set.of(51),
                        List.of(new Range(RegisterKind.INPUT, 100, 110)),
                        false);
        assertPlan(
                spans("0+12", "12+1", "49+1", "50+2", "52+1", "105+2", "107+2"),
                rules,
                Set.of(),
                "0+12",
                "12+1",
                "49+1",
                "50+2",
                "52+1",
                "105+2",
                "107+2");
    }

    @Test
    void readsEvenAddressesInEvenNumbers() {
        BlockRules even = new BlockRules(60, 2000, Set.of(), List.of(), true);
        assertPlan(spans("1+1", "3+2", "40+2"), even, Set.of(), "0+6", "40+2");
        assertEquals(
                List.of(new Block(RegisterKind.COIL, 1, 1)),
                ReadPlanner.plan(List.of(new Span(RegisterKind.COIL, 1, 1)), even, TEN, Set.of()));
    }

    @Test
    void takesOverlappingAndDoubledSpansOnce() {
        assertPlan(spans("5+1", "0+10", "5+1", "8+4", "0+2"), STANDARD, Set.of(), "0+12");
    }

    @Test
    void plansEachKindByItself() {
        List<Span> wanted =
                List.of(
                        new Span(RegisterKind.DISCRETE, 1999, 1),
                        new Span(RegisterKind.INPUT, 0, 1),
                        new Span(RegisterKind.HOLDING, 1, 1),
                        new Span(RegisterKind.DISCRETE, 0, 1),
                        new Span(RegisterKind.COIL, 0, 1));
        assertEquals(
                List.of(
                        new Block(RegisterKind.HOLDING, 1, 1),
                        new Block(RegisterKind.INPUT, 0, 1),
                        new Block(RegisterKind.COIL, 0, 1),
                        new Block(RegisterKind.DISCRETE, 0, 2000)),
                ReadPlanner.plan(wanted, STANDARD, new Cost(1000, 1), Set.of()));
    }

    @Test
    void reachesTheLastAddress() {
        assertPlan(spans("65534+1", "65535+1"), STANDARD, Set.of(), "65534+2");
        BlockRules even = new BlockRules(2, 2000, Set.of(), List.of(), true);
        assertPlan(spans("65535+1"), even, Set.of(), "65534+2");
        assertThrows(IllegalArgumentException.class, () -> new Span(RegisterKind.INPUT, 65535, 2));
        assertThrows(IllegalArgumentException.class, () -> new Block(RegisterKind.INPUT, 0, 0));
    }

    /**
     * Eastron SDM230: the 22 values of its first two pages, in ms at 9600 Bd; none may cross 0x5E
     * to 0x102.
     */
    @ParameterizedTest
    @CsvSource({"16, 309", "50, 440"})
    void readsAnEnergyMeterInTheLeastTime(int turnaroundMillis, int millis) {
        int[] addresses = {
            0, 6, 12, 18, 24, 30, 36, 70, 72, 74, 76, 78, 84, 86, 88, 90, 92, 94, 258, 264, 342, 344
        };
        List<Span> wanted =
                IntStream.of(addresses)
                        .mapToObj(address -> new Span(RegisterKind.INPUT, address, 2))
                        .toList();
        Cost cost = Cost.rtu(9600, 10, Duration.ofMillis(turnaroundMillis));
        List<Block> plan = ReadPlanner.plan(wanted, STANDARD, cost, Set.of());
        assertEquals(millis, cost.micros(plan) / 1e3, 0.5);
    }
}
