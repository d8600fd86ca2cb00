package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.LinkException.Reason;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.Answer;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.Misbehaviour;
import io.wattwire.device.server.ModbusServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Who goes next on a shared wire. The address asked for names the caller; the device notes the
 * order.
 */
@Timeout(180)
class TurnsTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch firstIsThere = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<Thread> callers = new ArrayList<>();
    private final LinkPool pool = new LinkPool();
    private ModbusServer server;
    private Tcp address;

    @BeforeEach
    void start() throws Exception {
        MemoryBank bank = new MemoryBank().set(RegisterKind.HOLDING, 0, new int[100]);
        Misbehaviour holdFirst =
                (unit, pdu) -> {
                    order.add((int) pdu[2]);
                    firstIsThere.countDown();
                    await(goOn);
                    return Answer.normal();
                };
        server =
                ModbusServer.builder()
                        .unit(1, bank)
                        .unit(2, bank)
                        .misbehaviour(holdFirst)
                        .tcp(0)
                        .start();
        address = new Tcp("127.0.0.1", server.port());
    }

    @AfterEach
    void stop() throws InterruptedException {
        goOn.countDown();
        for (Thread caller : callers) {
            caller.join();
        }
        server.close();
    }

    @Test
    void controlGoesFirstThenFastThenSlow() throws Exception {
        try (LinkLease lease = lease("one")) {
            call(lease, 0, Priority.SLOW);
            await(firstIsThere);
            call(lease, 1, Priority.SLOW);
            call(lease, 2, Priority.FAST);
            call(lease, 3, Priority.CONTROL);
            call(lease, 4, Priority.FAST);
            finish(lease, 5);
            assertEquals(List.of(0, 3, 2, 4, 1), order);
        }
    }

    @Test
    void ownersTakeTurnsHoweverMuchOneOfThemAsks() throws Exception {
        try (LinkLease greedy = lease("greedy");
                LinkLease modest = lease("modest")) {
            call(greedy, 0, Priority.FAST);
            await(firstIsThere);
            call(greedy, 1, Priority.FAST);
            call(greedy, 2, Priority.FAST);
            call(greedy, 3, Priority.FAST);
            call(modest, 11, Priority.FAST);
            call(modest, 12, Priority.FAST);
            finish(greedy, 6);
            assertEquals(List.of(0, 11, 1, 12, 2, 3), order);
        }
    }

    @Test
    void aPauseOfOneDeviceDoesNotHoldUpAnother() throws Exception {
        goOn.countDown();
        try (LinkLease slow =
                        pool.acquire(
                                address,
                                "slow",
                                new LinkTiming(Duration.ofSeconds(2), Duration.ZERO));
                LinkLease quick = lease("quick")) {
            long begin = System.nanoTime();
            exchange(slow, 1, 0, LONG);
            call(slow, 1, Priority.CONTROL);
            exchange(quick, 2, 2, LONG);
            finish(slow, 3);
            assertTrue(
                    System.nanoTime() - begin >= Duration.ofSeconds(2).toNanos(),
                    "the pause was not kept");
            assertEquals(List.of(0, 2, 1), order, "the other device had to wait");
        }
    }

    @Test
    void aPauseBeyondTheDeadlineIsSaidAtOnce() throws Exception {
        goOn.countDown();
        try (LinkLease slow =
                pool.acquire(
                        address, "slow", new LinkTiming(Duration.ofMinutes(10), Duration.ZERO))) {
            exchange(slow, 1, 0, LONG);
            LinkException refusal =
                    assertThrows(LinkException.class, () -> exchange(slow, 1, 1, LONG));
            assertEquals(Reason.BUSY, refusal.reason());
            assertTrue(refusal.getMessage().contains("pause"), refusal::getMessage);
        }
    }

    @Test
    void waitingCountsAgainstTheDeadlineAndTheHolderIsNamed() throws Exception {
        try (LinkLease holder = lease("holder");
                LinkLease other = lease("other")) {
            call(holder, 0, Priority.SLOW);
            await(firstIsThere);
            LinkException refusal =
                    assertThrows(
                            LinkException.class,
                            () -> exchange(other, 1, 1, Duration.ofMillis(50)));
            assertEquals(Reason.BUSY, refusal.reason());
            assertTrue(refusal.getMessage().contains("holder"), refusal::getMessage);
            assertFalse(other.idle());
            assertEquals(List.of(0), order);
        }
    }

    @Test
    void aReleasedLeaseLeavesTheQueueAtOnceAndNeverReachesTheDevice() throws Exception {
        try (LinkLease holder = lease("holder")) {
            LinkLease released = lease("released");
            call(holder, 0, Priority.SLOW);
            await(firstIsThere);
            Thread waiting = call(released, 1, Priority.CONTROL);
            released.close();
            waiting.join();
            LinkException refusal =
                    assertThrows(LinkException.class, () -> exchange(released, 1, 2, LONG));
            assertEquals(Reason.CLOSED, refusal.reason());
            finish(holder, 1);
            assertEquals(List.of(0), order);
        }
    }

    @Test
    void anInterruptEndsTheWaitAndIsKept() throws Exception {
        try (LinkLease holder = lease("holder");
                LinkLease other = lease("other")) {
            call(holder, 0, Priority.SLOW);
            await(firstIsThere);
            Thread.currentThread().interrupt();
            LinkException refusal =
                    assertThrows(LinkException.class, () -> exchange(other, 1, 1, LONG));
            assertEquals(Reason.CLOSED, refusal.reason());
            assertTrue(Thread.interrupted());
        }
    }

    private LinkLease lease(String owner) throws LinkException {
        return pool.acquire(address, owner, LinkTiming.NONE);
    }

    /**
     * Calls in a thread of its own and returns when that thread waits, for its turn or for the
     * device.
     */
    private Thread call(LinkLease lease, int register, Priority priority) {
        Thread caller = new Thread(() -> ignoreFailure(lease, register, priority));
        callers.add(caller);
        caller.start();
        while (caller.isAlive()
                && caller.getState() != Thread.State.TIMED_WAITING
                && !(register == 0 && firstIsThere.getCount() == 0)) {
            Thread.onSpinWait();
        }
        return caller;
    }

    private static void ignoreFailure(LinkLease lease, int register, Priority priority) {
        try {
            lease.exchange(
                    1,
                    ModbusPdu.readRequest(RegisterKind.HOLDING, register, 1),
                    priority,
                    Deadline.in(LONG));
        } catch (LinkException e) {
            return; // what reached the device is what counts
        }
    }

    private static void exchange(LinkLease lease, int unit, int register, Duration limit)
            throws LinkException {
        lease.exchange(
                unit,
                ModbusPdu.readRequest(RegisterKind.HOLDING, register, 1),
                Priority.FAST,
                Deadline.in(limit));
    }

    private void finish(LinkLease lease, int exchanges) throws InterruptedException {
        goOn.countDown();
        for (Thread caller : callers) {
            caller.join();
        }
        assertEquals(exchanges, order.size());
        assertTrue(lease.idle());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
