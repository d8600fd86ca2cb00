package io.wattwire.standalone.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.wattwire.standalone.Backlog;
import org.junit.jupiter.api.Test;

class PublicationsTest {
    private final Publications publications = new Publications();

    @Test
    void messagesAreCountedByTopic() {
        publications.accepted("a");
        publications.accepted("a");
        publications.accepted("b");
        publications.delivered("a");

        assertEquals(2, publications.byTopic().get("a").accepted());
        assertEquals(1, publications.byTopic().get("a").delivered());
        assertNotNull(publications.byTopic().get("a").last());
        assertNull(publications.byTopic().get("b").last());
    }

    @Test
    void theBacklogIsTheSumAndConnectedMeansAll() {
        assertEquals(new Backlog(false, 0, 0), publications.backlog());

        publications.queue("x", () -> new Backlog(true, 1, 2));
        publications.queue("y", () -> new Backlog(false, 3, 4));
        assertEquals(new Backlog(false, 4, 6), publications.backlog());

        publications.queue("y", null);
        assertEquals(new Backlog(true, 1, 2), publications.backlog());
    }
}
