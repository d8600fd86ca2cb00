package io.wattwire.interop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From a meter's answer to the limit's write, in the shipped program over Modbus TCP, without
 * publishers and with six whose servers hang, refuse and flood; in turn. What is printed goes into
 * bench/README.md.
 */
class LatencyBesidePublishersInterop {

    private static final int TURNS = 2;
    private static final double SECONDS = 60;
    private static final double STEP_S = 3.7;
    private static final double HIGH_W = 3000;
    private static final double LOW_W = 300;

    /** What publishers may cost. */
    private static final double MORE_MS = 5;

    @TempDir Path folder;

    @Test
    void serversInTroubleDoNotDelayTheLimit() throws Exception {
        List<Double> alone = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        Path troubled = folder.resolve("troubled.xml");
        try (TroubledServers servers = new TroubledServers()) {
            PublishersBeside.write(troubled, servers);
            for (int turn = 0; turn < TURNS; turn++) {
                alone.addAll(run(RunningLimit.SHIPPED, "alone-" + turn));
                beside.addAll(run(troubled, "beside-" + turn));
            }
        }
        print("no publishers", alone);
        print("six, servers in trouble", beside);
        double more = quantile(beside, 0.5) - quantile(alone, 0.5);
        assertTrue(more <= MORE_MS, "publishers cost " + more + " ms");
    }

    private List<Double> run(Path graph, String name) throws Exception {
        House house = new House(HIGH_W);
        try (HouseServer server = new HouseServer(house);
                RunningLimit limit = new RunningLimit(graph, server, folder.resolve(name))) {
            limit.awaitState("regulating");
            long begin = System.nanoTime();
            for (double at = 0; at < SECONDS; at += STEP_S) {
                house.load(at / STEP_S % 2 < 1 ? LOW_W : HIGH_W);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos((long) (STEP_S * 1000)));
            }
            return server.latenciesMs(begin);
        }
    }

    private static void print(String title, List<Double> latencies) {
        System.out.printf(
                "%s: %d writes, p50 %.1f ms, p99 %.1f ms%n",
                title, latencies.size(), quantile(latencies, 0.5), quantile(latencies, 0.99));
    }

    private static double quantile(List<Double> numbers, double share) {
        List<Double> sorted = numbers.stream().sorted().toList();
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
