package io.wattwire.limit.faults;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The matrix of faults and fail-safe classes and the grid of load drops, as tables. */
public final class FaultMatrix {

    /** Phases of the polls against the fault, one second divided. */
    private static final int PHASES = 20;

    /** Values that a house could have and this one has not. */
    static final List<Fault> LIES = List.of(Fault.METER_RANDOM, Fault.METER_REVERSED);

    private FaultMatrix() {}

    /** Prints the tables. */
    public static void main(String[] arguments) {
        print(System.out, PHASES);
        System.out.println();
        printOrders(System.out, PHASES);
        System.out.println();
        printPairs(System.out, PHASES);
        System.out.println();
        LoadDrop.print(System.out);
    }

    static void print(PrintStream out, int phases) {
        out.println("| fault | command on the wire | class A | class B | class C |");
        out.println("|---|---|---|---|---|");
        for (Fault fault : Fault.values()) {
            out.println(text(fault.title(), row(fault, phases)));
        }
    }

    private static String text(String title, List<Cell> row) {
        return row.stream()
                .map(Cell::text)
                .collect(
                        Collectors.joining(
                                " | ", "| " + title + " | " + command(row) + " | ", " |"));
    }

    static void printOrders(PrintStream out, int phases) {
        out.println("| fault, inverter read | command on the wire | class A | class B | class C |");
        out.println("|---|---|---|---|---|");
        for (Fault fault : LIES) {
            for (Order order : Order.values()) {
                String title = fault.title() + ", " + order.title();
                out.println(text(title, row(fault, order, phases)));
            }
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
        return Arrays.stream(FailSafe.values()).map(c -> Cell.of(fault, c, phases)).toList();
    }

    static List<Cell> row(Fault fault, Order order, int phases) {
        return Arrays.stream(FailSafe.values())
                .map(c -> Cell.of(fault, c, phases, order::polls))
                .toList();
    }

    private static String command(List<Cell> row) {
        return row.stream()
                .reduce((a, b) -> a.commandS() >= b.commandS() ? a : b)
                .map(Cell::command)
                .orElseThrow();
    }
}
