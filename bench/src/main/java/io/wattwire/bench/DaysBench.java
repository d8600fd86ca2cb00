package io.wattwire.bench;

import io.wattwire.bench.days.Comparison;

/** Prints what each law makes of twenty scripted days; a number of days may follow. */
public final class DaysBench {

    private static final int DAYS = 20;

    private DaysBench() {}

    /**
     * Prints the tables.
     *
     * @param arguments how many days; twenty when there is none
     */
    public static void main(String[] arguments) {
        int days = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DAYS;
        Comparison.of(days).print(System.out);
    }
}
