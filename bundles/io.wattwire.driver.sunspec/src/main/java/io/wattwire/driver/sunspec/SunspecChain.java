package io.wattwire.driver.sunspec;

import io.wattwire.device.model.BlockPlace;
import io.wattwire.device.model.Layout;
import io.wattwire.device.model.Range;
import io.wattwire.device.model.RegisterKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The chain of SunSpec models: the text "SunS" at one of three addresses, then each model's number
 * and length, until the number 0xFFFF. Offsets count from a model's number. What a device tells is
 * not believed further than the address space and a number of models that no device reaches.
 */
final class SunspecChain implements Layout {

    static final int END = 0xFFFF;
    static final int[] MARK = {0x5375, 0x6E53};

    /** Number and length. */
    static final int HEADER = 2;

    private static final List<Integer> BASES = List.of(40_000, 0, 50_000);
    private static final int MOST_MODELS = 64;
    private static final int SPACE = 0x10000;

    @Override
    public Layout.Search search() {
        return new Walk();
    }

    @Override
    public Example example(String model) {
        return SunspecExample.of(model);
    }

    /** One walk. */
    private static final class Walk implements Layout.Search {
        private final List<BlockPlace> found = new ArrayList<>();
        private int base;
        private int at = BASES.get(0);
        private boolean inChain;
        private boolean done;

        @Override
        public Optional<Range> next() {
            return done
                    ? Optional.empty()
                    : Optional.of(new Range(RegisterKind.HOLDING, at, at + HEADER - 1));
        }

        @Override
        public void told(int[] words) {
            if (inChain) {
                header(words);
            } else if (words.length == HEADER && words[0] == MARK[0] && words[1] == MARK[1]) {
                inChain = true;
                goOn(at + MARK.length);
            } else {
                base++;
                done = base == BASES.size();
                at = done ? at : BASES.get(base);
            }
        }

        /** A refused header ends the chain: some devices forget its end mark. */
        private void header(int[] words) {
            if (words.length != HEADER || words[0] == END) {
                done = true;
                return;
            }
            int size = HEADER + words[1];
            if (size > SPACE - at) {
                done = true;
                return;
            }
            found.add(new BlockPlace(words[0], at, size));
            goOn(at + size);
        }

        private void goOn(int address) {
            at = address;
            done = found.size() == MOST_MODELS || at > SPACE - HEADER;
        }

        @Override
        public List<BlockPlace> found() {
            return List.copyOf(found);
        }

        @Override
        public String problem() {
            return "the device has no SunSpec models at holding 40000, 0 or 50000; switch SunSpec"
                    + " on in its settings, and check the unit id";
        }
    }
}
