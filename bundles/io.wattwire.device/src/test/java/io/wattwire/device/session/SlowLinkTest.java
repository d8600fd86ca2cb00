package io.wattwire.device.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.WriteRole;
import io.wattwire.device.server.Answer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A device whose answers suddenly take longer than usual. */
@Timeout(180)
class SlowLinkTest {

    private static final String LIMIT = "inverter_power_limit";
    private static final Duration SLOW = Duration.ofMillis(400);
    private static final long PATIENCE = Duration.ofSeconds(40).toNanos();

    private final Bench bench =
            new Bench(
                    settings ->
                            settings.writable(WriteRole.OWNER).readDeadline(Duration.ofSeconds(3)));
    private final ExecutorService pollers = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        pollers.shutdownNow();
        bench.close();
    }

    private void slow() {
        bench.answer = Answer.normal().delayed(SLOW);
        long end = System.nanoTime() + PATIENCE;
        while (!bench.read("inverter_power").good()) {
            assertTrue(System.nanoTime() - end < 0, "a slow device is never read");
        }
        bench.asked();
    }

    @Test
    void aFallLeavesBeforeAnythingIsRead() throws Exception {
        bench.session.write(LIMIT, 2940);
        slow();
        bench.session.write(LIMIT, 294);
        assertEquals(List.of("write 30 7"), bench.asked());
        bench.session.write(LIMIT, 294);
        assertEquals(List.of("write 30 7"), bench.asked());
    }

    @Test
    void aRiseIsComparedFirst() throws Exception {
        bench.session.write(LIMIT, 294);
        bench.answer = Answer.silent();
        assertFalse(bench.read("inverter_power").good());
        slow();
        bench.session.write(LIMIT, 2940);
        assertEquals("read 30 2", bench.asked().get(0));
        assertEquals(70, bench.get(Bench.RATE));
    }

    @Test
    void whatWasNeverReadDoesNotWait() {
        slow();
        assertTrue(bench.read("inverter_energy_total").good());
        assertTrue(bench.read("grid_export_limit").good(), "right after another slow value");
    }

    @Test
    void aFallIsComparedLater() throws Exception {
        bench.session.write(LIMIT, 2940);
        slow();
        bench.ignoreWrites();
        bench.session.write(LIMIT, 294);
        assertEquals(List.of("write 30 7"), bench.asked());
        bench.pass(5);
        bench.read("inverter_power");
        List<String> asked = bench.asked();
        assertEquals("read 30 2", asked.get(0));
        assertTrue(asked.contains("write 30 7"), "told again: " + asked);
    }

    /** What is needed to write at all and to give back later: two answers. */
    @Test
    void theFirstCommandReadsNoMoreThanItNeeds() throws Exception {
        slow();
        bench.session.write(LIMIT, 294);
        List<String> asked = bench.asked();
        assertEquals("write 30 7", asked.get(asked.size() - 1));
        assertTrue(asked.indexOf("write 31 0") <= 2, asked.toString());
    }

    /** Each poller alone keeps the wire busy. */
    @Test
    void aFallGoesBeforeThePollsOfAll() throws Exception {
        DeviceSession meter = bench.another();
        bench.session.write(LIMIT, 2940);
        poll(meter.prepare(List.of("inverter_power", "inverter_voltage_l1")));
        poll(bench.session.prepare(List.of("inverter_power", LIMIT, "inverter_energy_total")));
        bench.answer = Answer.normal().delayed(SLOW);
        bench.asked();
        await(() -> bench.requests.size() > 8);
        int before = bench.requests.size();
        bench.session.write(LIMIT, 294);
        int since = bench.requests.indexOf("write 30 7") - before;
        assertTrue(since <= 3, "behind " + since + " others: " + bench.requests);
        meter.close();
    }

    private void poll(DeviceSession.Prepared names) {
        pollers.execute(
                () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        names.read();
                    }
                });
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() - end < 0, "never");
            synchronized (condition) {
                condition.wait(10);
            }
        }
    }
}
