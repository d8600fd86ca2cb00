package io.wattwire.bench;

import io.wattwire.bench.BusSite.Timers;
import io.wattwire.bench.BusSite.Wire;
import io.wattwire.simulator.Fault;
import io.wattwire.simulator.Simulation;
import java.io.PrintStream;
import java.time.Duration;

/** Measures the promises of a shared wire: who waits for whom, and for how long. */
public final class BusBench {

    private static final Duration SECONDS = Duration.ofSeconds(60);

    private BusBench() {}

    /**
     * Prints the table.
     *
     * @param arguments seconds for each row, 60 without
     * @throws Exception when the site cannot be opened
     */
    public static void main(String[] arguments) throws Exception {
        Duration each =
                arguments.length == 0 ? SECONDS : Duration.ofSeconds(Long.parseLong(arguments[0]));
        PrintStream out = System.out;
        out.printf(
                "%-34s %8s %8s %8s %8s | %8s %8s %8s%n",
                "ms", "write50", "write99", "max", "writes", "meter50", "meter99", "max");
        for (Timers timers : Timers.values()) {
            row(out, "9600 Bd, timers " + timers, Wire.RTU_9600, timers, each, "");
            row(out, "inverter dies, timers " + timers, Wire.RTU_9600, timers, each, "silence@5s");
            row(out, "inverter dead, timers " + timers, Wire.RTU_9600, timers, each, "silence");
        }
        row(out, "Modbus TCP", Wire.TCP, Timers.ONE, each, "");
    }

    private static void row(
            PrintStream out, String name, Wire wire, Timers timers, Duration length, String fault)
            throws Exception {
        try (BusSite site = new BusSite(wire)) {
            if (!fault.isEmpty()) {
                site.site().inject(Simulation.INVERTER, Fault.parse(fault));
            }
            site.run(timers, length);
            Figures writes = new Figures(site.writer().latencies());
            Figures meter = new Figures(site.record().meterIntervals());
            out.printf(
                    "%-34s %8.1f %8.1f %8.1f %8d | %8.0f %8.0f %8.0f%n",
                    name,
                    writes.quantile(0.5),
                    writes.quantile(0.99),
                    writes.quantile(1),
                    writes.count(),
                    meter.quantile(0.5),
                    meter.quantile(0.99),
                    meter.quantile(1));
        }
    }
}
