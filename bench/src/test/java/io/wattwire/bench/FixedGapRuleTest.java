package io.wattwire.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.TableException;
import io.wattwire.device.plan.Block;
import io.wattwire.device.plan.Cost;
import io.wattwire.device.plan.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FixedGapRuleTest {
    static final List<FixedGapRule> RULES =
            IntStream.of(0, 3, 7, 16, 31, 125)
                    .mapToObj(hole -> new FixedGapRule("", hole, 125))
                    .toList();

    @Test
    void ourPlanIsNeverSlowerOnRealMaps() throws IOException, TableException {
        Map<String, List<Span>> maps = DriverTables.shipped();
        assertFalse(maps.isEmpty());
        maps.forEach(FixedGapRuleTest::assertNeverSlower);
    }

    static void assertNeverSlower(String device, List<Span> wanted) {
        for (int turnaround : ReadPlanBench.TURNAROUNDS_MILLIS) {
            Cost cost = ReadPlanBench.cost(turnaround);
            double ours = ReadPlanBench.planned(wanted, cost);
            for (FixedGapRule rule : RULES) {
                double theirs = cost.micros(rule.plan(wanted));
                assertTrue(
                        ours <= theirs + 1e-6,
                        () ->
                                device
                                        + " at "
                                        + turnaround
                                        + " ms: "
                                        + ours
                                        + " against "
                                        + theirs
                                        + " by "
                                        + rule);
            }
        }
    }

    @Test
    void joinsUpToTheHoleAndTheLength() {
        List<Span> wanted =
                IntStream.of(0, 2, 7, 13)
                        .mapToObj(address -> new Span(RegisterKind.INPUT, address, 2))
                        .toList();
        assertEquals(List.of(block(0, 9), block(13, 2)), new FixedGapRule("", 3, 125).plan(wanted));
        assertEquals(List.of(block(0, 4), block(7, 8)), new FixedGapRule("", 4, 8).plan(wanted));
        assertEquals(4, new FixedGapRule("one by one", 0, 0).plan(wanted).size());
    }

    private static Block block(int address, int count) {
        return new Block(RegisterKind.INPUT, address, count);
    }

    /** The bench shows less than 5 %; a busy machine answers late, and never early. */
    @Test
    void theSimulatedLineTakesWhatWasPlanned() throws IOException, TableException {
        for (MeasuredPlan one : ReadPlanBench.measured(DriverTables.shipped())) {
            assertTrue(one.deviation() > -5 && one.deviation() < 30, one.toString());
        }
    }

    @Test
    void printsARowForEachTurnaround() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Span> wanted = List.of(new Span(RegisterKind.INPUT, 0, 2));
        ReadPlanBench.print(
                Map.of("one", wanted), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(2 + ReadPlanBench.TURNAROUNDS_MILLIS.size(), lines.size());
        assertTrue(lines.get(4).matches("one +1 +16 ms +42( +42){7}"), lines.get(4));
    }
}
