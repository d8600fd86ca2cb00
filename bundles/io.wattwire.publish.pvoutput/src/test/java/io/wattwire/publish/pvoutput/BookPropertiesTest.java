package io.wattwire.publish.pvoutput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.session.StateStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class BookPropertiesTest {

    private static final long LENGTH = 300_000;
    private static final Plan PLAN =
            Bench.plan(
                    Map.of(
                            "zone", "UTC",
                            "generation.energy", "a/s0 daily",
                            "generation.power", "a/s1",
                            "temperature", "a/s2",
                            "output", "true"));

    private static Book filled(List<Integer> values) {
        Book book = new Book();
        Composer composer = new Composer(PLAN, new Losses(null));
        for (int i = 0; i < values.size(); i++) {
            int value = values.get(i);
            book.put(value % 700 * LENGTH, "a/s" + value % 3, value / 10.0);
            if (i % 7 == 6) {
                for (Slot slot : book.ripe(PLAN, 300 * LENGTH, 300 * LENGTH)) {
                    book.done(composer.status(slot, book.day()).status(), PLAN);
                }
            }
        }
        return book;
    }

    @Property(tries = 200)
    void whatWasNotToldIsThereAfterARestart(
            @ForAll @Size(max = 150) List<@IntRange(min = 0, max = 5000) Integer> values)
            throws IOException {
        Book book = filled(values);
        StateStore store = StateStore.inMemory();
        new BookFile(store).save(book);
        Book again = new BookFile(store).load();
        assertEquals(open(book), open(again));
        assertEquals(book.outputs(), again.outputs());
        assertEquals(book.day(), again.day());
        assertTrue(again.slots().size() - open(again).size() <= 12, "few that are told");
    }

    private static List<Slot> open(Book book) {
        List<Slot> open = new ArrayList<>();
        book.slots().values().stream().filter(it -> !it.done()).forEach(open::add);
        return open;
    }

    @Property(tries = 200)
    void theSameAgainChangesNothing(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 600) Integer> values) {
        Book book = new Book();
        values.forEach(it -> book.put(it % 7 * LENGTH, "a/s" + it % 3, it % 7 + it % 3));
        book.ripe(PLAN, Long.MAX_VALUE, Long.MAX_VALUE)
                .forEach(it -> book.slots().put(it.start(), it.asDone()));
        values.forEach(it -> book.put(it % 7 * LENGTH, "a/s" + it % 3, it % 7 + it % 3));
        assertEquals(List.of(), open(book));
    }

    @Property(tries = 300)
    void aDamagedFileNeverStopsThePublisher(
            @ForAll List<@IntRange(min = 0, max = 5000) Integer> values,
            @ForAll @StringLength(max = 20) String damage,
            @ForAll @IntRange(min = 0, max = 400) int place)
            throws IOException {
        StateStore store = StateStore.inMemory();
        new BookFile(store).save(filled(values));
        String text = store.load("statuses").orElseThrow();
        int cut = Math.min(place, text.length());
        store.save("statuses", text.substring(0, cut) + damage + text.substring(cut));
        Book book = new BookFile(store).load();
        assertTrue(book.slots().size() <= values.size() + 1, "nothing comes from nowhere");
    }
}
