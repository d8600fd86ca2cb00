package io.wattwire.bench;

import io.wattwire.device.model.BlockRules;
import io.wattwire.device.model.TableException;
import io.wattwire.device.plan.Block;
import io.wattwire.device.plan.Cost;
import io.wattwire.device.plan.ReadPlanner;
import io.wattwire.device.plan.Span;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Prints what reading whole devices takes by our read plan and by the fixed rules of other systems.
 */
public final class ReadPlanBench {
    static final List<Integer> TURNAROUNDS_MILLIS = List.of(0, 5, 16, 50, 305);
    private static final int BAUD = 9600;
    private static final int BITS_PER_CHARACTER = 10;

    private ReadPlanBench() {}

    /**
     * Prints the table.
     *
     * @param arguments paths of {@code registers.csv} files; none for the drivers on the class path
     * @throws IOException if a file cannot be read
     * @throws TableException if a file is no register table
     */
    public static void main(String[] arguments) throws IOException, TableException {
        Map<String, List<Span>> maps =
                arguments.length == 0
                        ? DriverTables.shipped()
                        : DriverTables.of(Arrays.stream(arguments).map(Path::of).toList());
        print(maps, System.out);
        if (arguments.length == 0) {
            System.out.println();
            printMeasured(maps, System.out);
        }
    }

    private static void printMeasured(Map<String, List<Span>> maps, PrintStream out)
            throws IOException {
        out.println(
                "On the simulator's line, turnaround 16 ms: planned ms, measured ms, deviation");
        for (MeasuredPlan one : measured(maps)) {
            out.printf(
                    "%-18s %8.0f %8.0f %+7.1f %%%n",
                    one.device(), one.plannedMillis(), one.measuredMillis(), one.deviation());
        }
    }

    static List<MeasuredPlan> measured(Map<String, List<Span>> maps) throws IOException {
        return MeasuredPlan.both(
                plan(maps.get("growatt min"), cost(16)), plan(maps.get("sdm sdm230"), cost(16)));
    }

    static void print(Map<String, List<Span>> maps, PrintStream out) {
        out.printf("Modelled ms to read all registers once, %d Bd 8N1%n", BAUD);
        out.printf("%-18s %9s %10s %8s", "device", "registers", "turnaround", "wattwire");
        FixedGapRule.PEERS.forEach(rule -> out.printf(" %15s", rule.name()));
        out.println();
        maps.forEach(
                (device, wanted) ->
                        TURNAROUNDS_MILLIS.forEach(millis -> row(device, wanted, millis, out)));
    }

    private static void row(
            String device, List<Span> wanted, int turnaroundMillis, PrintStream out) {
        Cost cost = cost(turnaroundMillis);
        out.printf(
                "%-18s %9d %7d ms %8.0f",
                device, wanted.size(), turnaroundMillis, planned(wanted, cost) / 1e3);
        FixedGapRule.PEERS.forEach(
                rule -> out.printf(" %15.0f", cost.micros(rule.plan(wanted)) / 1e3));
        out.println();
    }

    static Cost cost(int turnaroundMillis) {
        return Cost.rtu(BAUD, BITS_PER_CHARACTER, Duration.ofMillis(turnaroundMillis));
    }

    static double planned(List<Span> wanted, Cost cost) {
        return cost.micros(plan(wanted, cost));
    }

    private static List<Block> plan(List<Span> wanted, Cost cost) {
        return ReadPlanner.plan(wanted, BlockRules.standard(), cost, Set.of());
    }
}
