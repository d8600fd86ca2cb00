package io.wattwire.limit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.wire.Source;
import io.wattwire.limit.law.Input;
import io.wattwire.limit.law.Sample;
import io.wattwire.limit.law.Slot;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ReadingStorePropertiesTest {

    private static final long NOW = 5_000_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    @Property(tries = 100_000)
    void whateverTheStampSaysASampleIsNeverFromTheFutureNorOlderThanADay(
            @ForAll long stamp, @ForAll long wall) {
        ReadingStore<Slot> fresh = new ReadingStore<>();
        fresh.listenTo(Map.of(Slot.site(Input.GRID), new Source("meter", "grid_power")));
        long positive = wall & Long.MAX_VALUE >> 1;
        fresh.accept(
                Wires.envelope("meter", "grid_power", 1.0, "grid_power_timestamp", stamp),
                NOW,
                positive);
        Sample sample = fresh.samples().getOrDefault(Slot.site(Input.GRID), Sample.NONE);
        assertTrue(sample.takenNanos() <= NOW);
        assertTrue(NOW - sample.takenNanos() <= 86_400 * SECOND);
    }
}
