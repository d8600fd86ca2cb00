package io.wattwire.standalone.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.standalone.monitor.Faults;
import io.wattwire.standalone.monitor.Taps;
import io.wattwire.standalone.testing.FakeComponents;
import io.wattwire.standalone.wire.LocalWireHelperService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class FifoTest {
    private final Faults faults = new Faults();
    private final Taps taps = new Taps();
    private final BlockingQueue<Object> handedOn = new LinkedBlockingQueue<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch reached = new CountDownLatch(1);
    private Fifo fifo;

    /** A Fifo whose receiver waits at the gate. */
    private void start(int capacity, boolean discard) {
        taps.add(
                (pid, port, envelope) -> {
                    reached.countDown();
                    try {
                        gate.await();
                    } catch (InterruptedException e) {
                        return; // stopped
                    }
                    handedOn.add(envelope.getRecords().get(0).getProperties().get("n").getValue());
                });
        Map<String, Object> properties = new HashMap<>();
        properties.put("service.pid", "org.eclipse.kura.wire.Fifo-1");
        properties.put("kura.service.pid", "queue");
        properties.put("queue.capacity", capacity);
        properties.put("discard.envelopes", discard);
        fifo =
                new Fifo(
                        new LocalWireHelperService(null, taps, faults),
                        faults,
                        FakeComponents.context(properties),
                        properties);
    }

    @AfterEach
    void stop() {
        fifo.stop();
    }

    private void send(int number) {
        fifo.onWireReceive(
                new WireEnvelope(
                        "x",
                        List.of(new WireRecord(Map.of("n", TypedValues.newIntegerValue(number))))));
    }

    private Object next() throws InterruptedException {
        return handedOn.poll(60, TimeUnit.SECONDS);
    }

    @Test
    void envelopesComeInOrderOnAnotherThread() throws Exception {
        start(10, false);
        for (int i = 0; i < 5; i++) {
            send(i); // would not return if the receiver ran on this thread
        }
        gate.countDown();

        for (int i = 0; i < 5; i++) {
            assertEquals(i, next());
        }
    }

    @Test
    void whenFullANewEnvelopeIsLostAndSaid() throws Exception {
        start(2, true);
        send(0);
        assertTrue(reached.await(60, TimeUnit.SECONDS), "0 has left the queue");
        send(1);
        send(2);
        send(3);
        gate.countDown();

        assertEquals(List.of(0, 1, 2), List.of(next(), next(), next()));
        assertEquals("queue full, envelopes are lost", faults.list().get(0).cause());
        assertTrue(handedOn.isEmpty());
    }

    @Test
    void whenFullTheEmitterWaitsForRoom() throws Exception {
        start(1, false);
        send(0);
        assertTrue(reached.await(60, TimeUnit.SECONDS));
        send(1);
        CountDownLatch sent = new CountDownLatch(1);
        Thread emitter =
                new Thread(
                        () -> {
                            send(2);
                            sent.countDown();
                        });
        emitter.start();
        assertFalse(sent.await(50, TimeUnit.MILLISECONDS), "waits");

        gate.countDown();

        assertTrue(sent.await(60, TimeUnit.SECONDS));
        assertEquals(List.of(0, 1, 2), List.of(next(), next(), next()));
    }

    @Test
    void aStopDoesNotLeaveAnEmitterWaiting() throws Exception {
        start(1, false);
        send(0);
        assertTrue(reached.await(60, TimeUnit.SECONDS));
        send(1);
        Thread emitter = new Thread(() -> send(2));
        emitter.start();

        fifo.stop();

        emitter.join(10_000);
        assertFalse(emitter.isAlive());
    }

    @Test
    void aCapacityNobodyUnderstandsIsAFaultAndTheDefaultHolds() throws Exception {
        start(0, true);
        gate.countDown();

        send(1);

        assertEquals(1, next());
        assertTrue(faults.list().get(0).toString().contains("queue.capacity"));
    }
}
