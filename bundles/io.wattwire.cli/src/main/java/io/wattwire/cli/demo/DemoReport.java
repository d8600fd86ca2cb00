package io.wattwire.cli.demo;

import io.wattwire.simulator.plant.Ledger;
import io.wattwire.standalone.Fault;
import io.wattwire.standalone.Gateway;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures of one run, as {@code --report} writes them.
 *
 * @param startMs from the start of the JVM until the graph ran, ms
 * @param firstSampleMs from the start of the JVM until an asset emitted a value, ms; -1 if none did
 * @param samples records by asset
 * @param limit what the limit did
 * @param published messages that reached the broker, by topic
 * @param rssMb resident memory at the end, MB
 * @param faults what went wrong, a line each
 */
record DemoReport(
        long startMs,
        long firstSampleMs,
        Map<String, Integer> samples,
        Limit limit,
        Map<String, Integer> published,
        double rssMb,
        List<String> faults) {

    /**
     * What the limit did to the plant, from the plant's own truth.
     *
     * @param writes limit writes that left for the inverter
     * @param maxExportW the most that flowed into the grid, W
     * @param longestExcursionS the longest time above 50 W of export, s
     * @param overLimitWh exported energy, Wh
     * @param over500S time above 500 W of export, s
     * @param curtailedWh what the inverter could have given and did not, Wh
     * @param pvWh what it gave, Wh
     * @param availableWh what the sun would have allowed it to give, Wh
     * @param usableWh the part of that which load and allowed export could take, Wh
     * @param latencyMs from the arrival of a grid reading to the limit write leaving, ms
     */
    record Limit(
            int writes,
            double maxExportW,
            double longestExcursionS,
            double overLimitWh,
            double over500S,
            double curtailedWh,
            double pvWh,
            double availableWh,
            double usableWh,
            Latency latencyMs) {}

    /**
     * Percentiles in ms; null where nothing was written.
     *
     * @param p50 median
     * @param p99 99 of 100
     */
    record Latency(Double p50, Double p99) {}

    static DemoReport of(
            Instant running,
            Gateway gateway,
            DemoProbe probe,
            Ledger ledger,
            double over500S,
            Map<String, Integer> published) {
        Limit limit =
                new Limit(
                        probe.writes(),
                        round(ledger.maxExportW()),
                        round(ledger.longestExcursionS()),
                        round(ledger.energyOverLimitWh()),
                        round(over500S),
                        round(ledger.curtailedWh()),
                        round(ledger.pvWh()),
                        round(ledger.availableWh()),
                        round(ledger.pvWh() + ledger.needlesslyCurtailedWh()),
                        new Latency(
                                round(probe.latencyMillis(0.5)), round(probe.latencyMillis(0.99))));
        return new DemoReport(
                ProcessFigures.millisSinceStart(running),
                gateway.firstSample().map(ProcessFigures::millisSinceStart).orElse(-1L),
                probe.samples(),
                limit,
                new TreeMap<>(published),
                round(ProcessFigures.rssMb()),
                gateway.faults().stream().map(Fault::toString).toList());
    }

    private static Double round(double value) {
        return Double.isNaN(value) ? null : Math.round(value * 100) / 100.0;
    }
}
