package io.wattwire.standalone.cloud;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.publish.queue.SegmentQueue;
import io.wattwire.standalone.monitor.Faults;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class MessageStoreTest {
    @TempDir Path directory;
    private final Faults faults = new Faults();

    static Message message(long id) {
        return new Message(id, "acc/gw/W1/A1/ä", new byte[] {(byte) id}, 1, false);
    }

    @Test
    void aMessageComesBackAsItWas() {
        Message written = new Message(-5, "a/ä/€", new byte[] {1, 0, -1}, 1, true);

        Message read = Message.of(written.toBytes());

        assertEquals(written.id(), read.id());
        assertEquals(written.topic(), read.topic());
        assertArrayEquals(written.payload(), read.payload());
        assertEquals(1, read.qos());
        assertTrue(read.retain());
    }

    @Test
    void halfAMessageIsNone() {
        byte[] whole = message(1).toBytes();
        byte[] half = java.util.Arrays.copyOf(whole, 15);

        assertThrows(IllegalArgumentException.class, () -> Message.of(half));
        assertThrows(IllegalArgumentException.class, () -> Message.of(new byte[0]));
    }

    @Test
    void aMessageIsOnDiskSoonWithoutAClose() throws Exception {
        CountDownLatch stored = new CountDownLatch(3);
        MessageStore killed = new MessageStore("data", directory, 10, faults, stored::countDown);
        for (int i = 0; i < 3; i++) {
            assertTrue(killed.offer(message(i)));
        }
        assertTrue(stored.await(60, TimeUnit.SECONDS));

        try (SegmentQueue queue = new SegmentQueue(directory, 10, 1000)) {
            for (int i = 0; i < 3; i++) {
                assertEquals(i, Message.of(queue.next().record()).id());
            }
        }
        killed.close();
    }

    @Test
    void whatFindsNoRoomIsCountedAndSaid() throws Exception {
        MessageStore store = new MessageStore("data", directory, 2, faults, () -> {});
        for (int i = 0; i < 5; i++) {
            store.offer(message(i));
        }
        store.close();

        assertEquals(3, store.dropped());
        assertEquals("the store is full", faults.list().get(0).cause());
    }

    @Test
    void aClosedStoreTakesNothing() throws Exception {
        MessageStore store = new MessageStore("data", directory, 2, faults, () -> {});
        store.close();

        assertEquals(false, store.offer(message(1)));
        assertEquals(1, store.dropped());
    }
}
