package io.wattwire.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.kura.system.SystemService;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.wire.WireHelperService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.component.ComponentContext;

/** The component with its real thread, on wires that the test holds. */
class DynamicLimitTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Map<String, Object> PROPERTIES =
            Map.of("kura.service.pid", "limit", "rated.w", "4200", "allowed.export.w", "1000");

    @TempDir static Path data;

    private final Wires wires = new Wires();
    private DynamicLimit limit;
    private final CountDownLatch released = new CountDownLatch(1);

    private static <T> T answering(Class<T> type, Object answer) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) ->
                                method.getReturnType().isInstance(answer) ? answer : null));
    }

    private void activate(Map<String, Object> properties) {
        limit =
                new DynamicLimit(
                        answering(WireHelperService.class, wires),
                        answering(SystemService.class, data.toString()));
        limit.activate(answering(ComponentContext.class, "nothing"), properties);
    }

    private <T> T next(java.util.concurrent.BlockingQueue<T> queue) throws InterruptedException {
        T value = queue.poll(SOON.toMillis(), TimeUnit.MILLISECONDS);
        assertNotNull(value, "nothing came");
        return value;
    }

    @AfterEach
    void ends() {
        released.countDown();
        limit.deactivate();
    }

    @Test
    void writesTheFallBackWithoutAnyReading() throws InterruptedException {
        activate(PROPERTIES);
        assertEquals(1000, Wires.limit(next(wires.inverter)));
        assertEquals("limit", next(wires.status).get("assetName").getValue());
    }

    @Test
    void aConfigurationOfNothingStartsAtZero() throws InterruptedException {
        activate(Map.of());
        limit.onWireReceive(Wires.envelope("inverter", "inverter_rated_power", 4200.0));
        assertEquals(0, Wires.limit(next(wires.inverter)));
    }

    @Test
    void aRefusedChangeShowsInTheStatus() throws InterruptedException {
        activate(PROPERTIES);
        next(wires.inverter);
        limit.modified(Map.of("margin.w", "x"));
        Map<String, TypedValue<?>> status = next(wires.status);
        while (((String) status.get("configuration_problem").getValue()).isEmpty()) {
            status = next(wires.status);
        }
        assertEquals(1000.0, status.get("limit").getValue());
    }

    @Test
    void aHangingDeviceHoldsUpNeitherConfigurationNorReadingsNorTheEnd() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        wires.onInverter =
                command -> {
                    hangs.countDown();
                    awaitQuietly(released);
                };
        activate(PROPERTIES);
        assertTrue(hangs.await(SOON.toSeconds(), TimeUnit.SECONDS));
        assertTimeoutPreemptively(
                SOON,
                () -> {
                    limit.modified(PROPERTIES);
                    limit.onWireReceive(Wires.envelope("meter", "grid_power", 5.0));
                    limit.deactivate();
                });
    }

    @Test
    void noWriteStartsAfterDeactivate() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        AtomicInteger started = new AtomicInteger();
        wires.onInverter =
                command -> {
                    started.incrementAndGet();
                    hangs.countDown();
                    awaitQuietly(released);
                };
        activate(PROPERTIES);
        assertTrue(hangs.await(SOON.toSeconds(), TimeUnit.SECONDS));
        limit.modified(Map.of("allowed.export.w", "0", "rated.w", "4200"));
        limit.deactivate();
        released.countDown();
        assertTrue(threadEnds(), "the thread ends when the device lets it go");
        assertEquals(1, started.get());
        assertTrue(wires.status.isEmpty(), "nor a status");
    }

    @Test
    void anErrorInAReceiverDoesNotEndTheLimit() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        wires.onInverter =
                command -> {
                    if (calls.getAndIncrement() == 0) {
                        throw new NoClassDefFoundError("a driver is being swapped");
                    }
                };
        activate(Map.of("rated.w", "4200", "keep.alive.s", "1", "write.spacing.s", "0.5"));
        next(wires.inverter);
        next(wires.inverter);
        assertTrue(calls.get() >= 2);
    }

    @Test
    void withTooFewPortsItSaysSoAndGoesOn() throws InterruptedException {
        wires.ports = 1;
        activate(Map.of("rated.w", "4200", "keep.alive.s", "1", "write.spacing.s", "0.5"));
        wires.ports = 2;
        next(wires.inverter);
        assertNotNull(next(wires.status));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(SOON.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError("the limit's thread is never interrupted", e);
        }
    }

    private static boolean threadEnds() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("wattwire-limit-limit")) {
                thread.join(SOON.toMillis());
                return !thread.isAlive();
            }
        }
        return true;
    }
}
