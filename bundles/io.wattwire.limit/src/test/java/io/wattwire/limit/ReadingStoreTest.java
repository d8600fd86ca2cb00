package io.wattwire.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.wire.Source;
import io.wattwire.limit.law.Input;
import io.wattwire.limit.law.Sample;
import io.wattwire.limit.law.Slot;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadingStoreTest {

    private static final long NOW = 5_000_000_000_000L;
    private static final long WALL = 1_800_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    private final ReadingStore<Slot> store = new ReadingStore<>();

    @BeforeEach
    void listens() {
        store.listenTo(Map.of(Slot.site(Input.GRID), new Source("meter", "grid_power")));
    }

    private boolean grid(double value, Object stamp, long nanos, long wall) {
        return store.accept(
                stamp == null
                        ? Wires.envelope("meter", "grid_power", value)
                        : Wires.envelope(
                                "meter", "grid_power", value, "grid_power_timestamp", stamp),
                nanos,
                wall);
    }

    private Sample grid() {
        return store.samples().getOrDefault(Slot.site(Input.GRID), Sample.NONE);
    }

    @Test
    void takesOnlyTheChannelOfTheAsset() {
        assertFalse(store.accept(Wires.envelope("other", "grid_power", 1.0), NOW, WALL));
        assertFalse(store.accept(Wires.envelope("meter", "load_power", 1.0), NOW, WALL));
        assertTrue(grid(7, null, NOW, WALL));
        assertEquals(7, grid().value());
    }

    @Test
    void takesAnyKindOfNumberAndCallsTheRestAbsurd() {
        for (Object value : new Object[] {3, 3L, 3f, 3d}) {
            assertTrue(store.accept(Wires.envelope("meter", "grid_power", value), NOW, WALL));
            assertEquals(3, grid().value());
        }
        assertTrue(store.accept(Wires.envelope("meter", "grid_power", "3"), NOW, WALL));
        assertTrue(Double.isNaN(grid().value()));
    }

    @Test
    void aSampleIsAsOldAsItsTimeStampSays() {
        grid(1, WALL - 700, NOW, WALL);
        assertEquals(NOW - 700_000_000L, grid().takenNanos());
        grid(2, null, NOW + SECOND, WALL + 1000);
        assertEquals(NOW + SECOND, grid().takenNanos());
    }

    @Test
    void theStampOfTheAssetCountsWhereTheChannelHasNone() {
        store.accept(
                Wires.envelope("meter", "grid_power", 1.0, "assetTimestamp", WALL - 300),
                NOW,
                WALL);
        assertEquals(NOW - 300_000_000L, grid().takenNanos());
    }

    @Test
    void aValueThatIsSentAgainIsNotNew() {
        assertTrue(grid(1, WALL, NOW, WALL));
        long number = grid().number();
        assertFalse(grid(1, WALL, NOW + SECOND, WALL + 1000));
        assertEquals(number, grid().number());
    }

    @Test
    void aValueSentAgainStaysOldWhenTheClockJumps() {
        grid(1, WALL, NOW, WALL);
        assertFalse(grid(1, WALL, NOW + SECOND, WALL - 3_600_000));
        assertFalse(grid(1, WALL, NOW + SECOND, WALL + 3_600_000));
        assertEquals(NOW, grid().takenNanos());
    }

    @Test
    void aSampleFromTheFutureIsNotBelieved() {
        grid(1, WALL + 3_600_000, NOW, WALL);
        assertTrue(Double.isNaN(grid().value()));
        grid(2, WALL + 1_000, NOW, WALL);
        assertEquals(2, grid().value(), "clocks of two machines may differ a little");
        assertEquals(NOW, grid().takenNanos());
    }

    @Test
    void aSampleOlderThanTheLastIsDropped() {
        grid(1, WALL, NOW, WALL);
        assertFalse(grid(2, WALL - 2000, NOW, WALL));
        assertEquals(1, grid().value());
    }

    @Test
    void anotherSourceStartsFromNothing() {
        grid(1, WALL, NOW, WALL);
        store.listenTo(Map.of(Slot.site(Input.GRID), new Source("meter", "grid_power")));
        assertTrue(grid().present(), "the same source keeps its sample");
        store.listenTo(Map.of(Slot.site(Input.GRID), new Source("meter2", "grid_power")));
        assertFalse(grid().present());
    }

    @Test
    void onlyWhatIsAFlagMayBeTrueOrFalse() {
        Slot connected = Slot.site(Input.CONNECTED);
        ReadingStore<Slot> flags = new ReadingStore<>(connected::equals);
        flags.listenTo(
                Map.of(
                        connected,
                        new Source("meter", "grid_connected"),
                        Slot.site(Input.GRID),
                        new Source("meter", "grid_power")));
        flags.accept(
                Wires.envelope("meter", "grid_connected", false, "grid_power", false), NOW, WALL);
        assertEquals(0, flags.samples().get(connected).value());
        assertTrue(Double.isNaN(flags.samples().get(Slot.site(Input.GRID)).value()));
    }
}
