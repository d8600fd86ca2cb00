package io.wattwire.standalone.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.publish.queue.SegmentQueue;
import io.wattwire.standalone.monitor.Faults;
import io.wattwire.standalone.monitor.Publications;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class SenderTest {
    @TempDir Path directory;
    private final FakeTransport broker = new FakeTransport();
    private final Faults faults = new Faults();
    private final Publications publications = new Publications();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private DataService data;

    private final Lifecycle lifecycle =
            new Lifecycle() {
                @Override
                public Message birth() {
                    return new Message(0, "birth", new byte[0], 1, false);
                }

                @Override
                public Message farewell() {
                    return new Message(0, "farewell", new byte[0], 0, false);
                }

                @Override
                public void connected() {
                    told.add("connected");
                }

                @Override
                public void disconnected() {
                    told.add("disconnected");
                }

                @Override
                public void delivered(Message message) {
                    told.add("delivered " + message.topic());
                }
            };

    static DataSettings settings(boolean autoConnect, int inFlight, Duration answer) {
        Duration soon = Duration.ofMillis(5);
        return new DataSettings(
                "data",
                autoConnect,
                soon,
                soon,
                Duration.ofSeconds(5),
                answer,
                100,
                inFlight,
                1000,
                RateLimit.none());
    }

    private DataService service(DataSettings settings) {
        return new DataService(settings, directory, broker, publications, faults);
    }

    @BeforeEach
    void start() {
        data = service(settings(true, 3, Duration.ofSeconds(30)));
    }

    @AfterEach
    void stop() {
        data.stop();
    }

    private void publish(String... topics) throws Exception {
        for (String topic : topics) {
            data.publish(new Message(data.nextId(), topic, new byte[] {1}, 1, false));
        }
    }

    private void expect(String... events) throws Exception {
        for (String event : events) {
            assertEquals(event, broker.next());
        }
    }

    private void awaitTold(String what) throws Exception {
        for (String each = ""; !what.equals(each); ) {
            each = told.poll(60, TimeUnit.SECONDS);
            assertTrue(each != null, what + " is not told");
        }
    }

    @Test
    void aConnectionBeginsWithBirthAndEndsWithFarewell() throws Exception {
        publish("a", "b");
        data.open(lifecycle);
        expect("connect", "birth", "a", "b");
        awaitTold("delivered b");

        data.close();

        expect("farewell", "disconnect");
        awaitTold("disconnected");
        assertEquals(1, publications.byTopic().get("a").delivered());
        assertEquals(0, publications.backlog().waiting());
    }

    @Test
    void withoutBeingAskedItConnectsOnlyIfConfigured() throws Exception {
        data.stop();
        data = service(settings(false, 3, Duration.ofSeconds(30)));
        publish("a");
        data.open(lifecycle);
        assertFalse(data.isConnected());

        data.want(true);
        expect("connect", "birth", "a");
        awaitTold("delivered a");
        assertTrue(data.isConnected());

        data.want(false);
        expect("farewell", "disconnect");
        publish("b");
        data.want(true);
        expect("connect", "birth", "b");
    }

    @Test
    void whatHasNotArrivedIsSentAgainInOrderAfterALostConnection() throws Exception {
        broker.acknowledging = false;
        data.open(lifecycle);
        publish("a", "b");
        expect("connect", "birth", "a", "b");

        broker.acknowledging = true;
        broker.lose();

        expect("connect", "birth", "a", "b");
        awaitTold("disconnected");
        awaitTold("delivered b");
        assertEquals(1, publications.byTopic().get("a").delivered());
    }

    @Test
    void anUnreachableBrokerIsTriedAgainAndSaidOnce() throws Exception {
        broker.reachable = false;
        publish("a");
        data.open(lifecycle);
        expect("refused", "refused", "refused");
        assertEquals(1, publications.backlog().waiting());

        broker.reachable = true;

        for (String event = "refused"; event.equals("refused"); ) {
            event = broker.next();
            assertTrue(event.equals("refused") || event.equals("connect"), event);
        }
        expect("birth", "a");
        assertEquals(1, faults.list().size());
        assertTrue(faults.list().get(0).toString().contains("tcp://fake:1: Connection refused"));
    }

    @Test
    void noMoreMessagesAreOnTheirWayThanConfigured() throws Exception {
        broker.acknowledging = false;
        data.open(lifecycle);
        publish("a", "b", "c", "d");

        expect("connect", "birth", "a", "b", "c");

        assertEquals(null, broker.events.poll(100, TimeUnit.MILLISECONDS));
    }

    @Test
    void aBrokerThatDoesNotAcknowledgeIsLeftAndTriedAgain() throws Exception {
        data.stop();
        data = service(settings(true, 3, Duration.ofMillis(20)));
        broker.acknowledging = false;
        publish("a");

        data.open(lifecycle);

        expect("connect", "birth", "a", "connect", "birth", "a");
        assertTrue(faults.list().get(0).cause().contains("does not acknowledge"));
    }

    @Test
    void aRecordThatIsNoMessageIsLeftOut() throws Exception {
        data.stop();
        try (SegmentQueue queue = new SegmentQueue(directory.resolve("data"), 100, 1000)) {
            queue.append(new byte[3]);
            queue.append(MessageStoreTest.message(1).toBytes());
        }
        data = service(settings(true, 3, Duration.ofSeconds(30)));

        data.open(lifecycle);

        expect("connect", "birth", "acc/gw/W1/A1/ä");
        awaitTold("delivered acc/gw/W1/A1/ä");
        assertEquals(0, publications.backlog().waiting());
    }

    @Test
    void aPayloadThatIsTooLargeIsRefused() {
        Message large = new Message(1, "a", new byte[1001], 1, false);

        Exception e =
                org.junit.jupiter.api.Assertions.assertThrows(
                        org.eclipse.kura.KuraException.class, () -> data.publish(large));

        assertTrue(e.getMessage().contains("maximum.payload.size"), e.getMessage());
    }

    @Test
    void publishingReturnsAtOnceWhateverTheBrokerDoes() throws Exception {
        CountDownLatch answers = new CountDownLatch(1);
        broker.hangs = answers;
        data.open(lifecycle);
        expect("hangs");

        for (int i = 0; i < 100; i++) {
            publish("a"); // would not return if it waited for the broker
        }

        answers.countDown();
        assertEquals(List.of("a"), List.copyOf(publications.byTopic().keySet()));
    }
}
