package io.wattwire.driver.sunspec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.BlockPlace;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Layout;
import io.wattwire.device.model.Model;
import io.wattwire.device.model.Range;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class SunspecChainTest {

    private static final int[] REFUSED = {};
    private static final int MOST_QUESTIONS = 70;

    /** Walks over what a device says; a walk that does not end fails. */
    private static Layout.Search walk(IntFunction<int[]> device) {
        Layout.Search search = new SunspecChain().search();
        int questions = 0;
        for (Optional<Range> next = search.next(); next.isPresent(); next = search.next()) {
            assertTrue(questions++ < MOST_QUESTIONS, "the walk does not end");
            search.told(device.apply(next.get().from()));
        }
        return search;
    }

    private static IntFunction<int[]> device(Map<Integer, Integer> words) {
        return at ->
                words.containsKey(at) && words.containsKey(at + 1)
                        ? new int[] {words.get(at), words.get(at + 1)}
                        : REFUSED;
    }

    private static IntFunction<int[]> chain(int base, int... words) {
        Map<Integer, Integer> memory = new HashMap<>();
        memory.put(base, 0x5375);
        memory.put(base + 1, 0x6E53);
        int at = base + 2;
        for (int i = 0; i < words.length; i += 2) {
            memory.put(at, words[i]);
            memory.put(at + 1, words[i + 1]);
            at += 2 + words[i + 1];
        }
        return device(memory);
    }

    @Test
    void findsEachModelAtEachBase() {
        for (int base : new int[] {40_000, 0, 50_000}) {
            assertEquals(
                    List.of(
                            new BlockPlace(1, base + 2, 68),
                            new BlockPlace(103, base + 70, 52),
                            new BlockPlace(203, base + 122, 107)),
                    walk(chain(base, 1, 66, 103, 50, 203, 105, 0xFFFF, 0)).found());
        }
    }

    @Test
    void severalModelsOfOneNumberAreSeveralPlaces() {
        assertEquals(
                List.of(70, 177),
                walk(chain(0, 1, 66, 203, 105, 203, 105, 0xFFFF, 0)).found().stream()
                        .filter(place -> place.id() == 203)
                        .map(BlockPlace::address)
                        .toList());
    }

    @Test
    void aModelWithoutWordsIsPassedOver() {
        assertEquals(2, walk(chain(0, 1, 0, 103, 50, 0xFFFF, 0)).found().size());
    }

    @Test
    void aChainThatNeverEndsIsLeft() {
        IntFunction<int[]> endless =
                at -> at == 40_000 ? new int[] {0x5375, 0x6E53} : new int[] {7, 0};
        assertEquals(64, walk(endless).found().size());
    }

    @Test
    void aModelThatLeavesTheAddressesIsNotBelieved() {
        assertEquals(1, walk(chain(50_000, 1, 66, 103, 65_000)).found().size());
    }

    @Test
    void aChainUpToTheLastAddressEndsThere() {
        assertEquals(1, walk(chain(0, 1, 65_531)).found().size());
    }

    @Test
    void aChainWithoutEndMarkEndsWhereTheDeviceRefuses() {
        assertEquals(2, walk(chain(40_000, 1, 65, 101, 50)).found().size());
    }

    @Test
    void shortAnswersAndOtherDevicesAreNoChain() {
        assertEquals(List.of(), walk(at -> new int[] {0x5375}).found());
        assertEquals(List.of(), walk(at -> new int[] {0x5375, 0x6E54}).found());
        Layout.Search none = walk(at -> REFUSED);
        assertEquals(List.of(), none.found());
        assertTrue(none.problem().contains("unit id"), none.problem());
    }

    /** What the simulation serves is found as it says. */
    @Test
    void everyExampleIsFound() {
        DeviceFamily family = SunspecDriver.FAMILY;
        for (Model model : family.models()) {
            Layout.Example example = new SunspecChain().example(model.name());
            assertEquals(example.places(), walk(device(example.words())).found(), model.name());
        }
    }
}
