package io.wattwire.limit.faults;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The matrix of faults and fail-safe classes and the grid of load drops, as tables. */
public final class FaultMatrix {

    /** Phases of the polls against the fault, one second divided. */
    private static final int PHASES = 20;

    private FaultMatrix() {}

    /** Prints the tables. */
    public static void main(String[] arguments) {
        print(System.out, PHASES);
        System.out.println();
        printPairs(System.out, PHASES);
        System.out.println();
        LoadDrop.print(System.out);
    }

    static void print(PrintStream out, int phases) {
        out.println("| fault | command on the wire | class A | class B | class C |");
        out.println("|---|---|---|---|---|");
        for (Fault fault : Fault.values()) {
            List<Cell> row = row(fault, phases);
            out.println(
                    row.stream()
                            .map(Cell::text)
                            .collect(
                                    Collectors.joining(
                                            " | ",
                                            "| " + fault.title() + " | " + command(row) + " | ",
                                            " |")));
        }
    }

    static void printPairs(PrintStream out, int phases) {
        out.println("| one of two | class A | class B | class C |");
        out.println("|---|---|---|---|");
        for (PairFault fault : PairFault.values()) {
            out.println(
                    pairs(fault, phases).stream()
                            .map(PairCell::text)
                            .collect(
                                    Collectors.joining(" | ", "| " + fault.title() + " | ", " |")));
        }
    }

    static List<PairCell> pairs(PairFault fault, int phases) {
        return Arrays.stream(FailSafe.values()).map(c -> PairCell.of(fault, c, phases)).toList();
    }

    static List<Cell> row(Fault fault, int phases) {
        List<Cell> cells = new ArrayList<>();
        Arrays.stream(FailSafe.values()).forEach(c -> cells.add(Cell.of(fault, c, phases)));
        return cells;
    }

    private static String command(List<Cell> row) {
        return row.stream()
                .reduce((a, b) -> a.commandS() >= b.commandS() ? a : b)
                .map(Cell::command)
                .orElseThrow();
    }
}
