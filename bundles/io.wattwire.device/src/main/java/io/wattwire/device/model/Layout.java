package io.wattwire.device.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a family finds out where its blocks of registers lie, for devices that each have them
 * elsewhere. It does no I/O: it says what to read next, and is told what was there. Implementations
 * are stateless and thread-safe, their searches are not.
 */
public interface Layout {

    /**
     * Begins to look.
     *
     * @return a search that knows nothing yet
     */
    Search search();

    /**
     * What a device of a model may look like: for simulated devices.
     *
     * @param model name of a model of the family
     * @return a device that a search finds
     */
    Example example(String model);

    /** One search on one device. Ends whatever the device says. */
    interface Search {

        /**
         * What to read next.
         *
         * @return a few holding registers; empty when nothing is left to ask
         */
        Optional<Range> next();

        /**
         * Tells what was read at {@link #next()}.
         *
         * @param words as many as were asked for, or none when the device refused to be asked there
         */
        void told(int[] words);

        /**
         * What was found so far.
         *
         * @return blocks in the order of the device
         */
        List<BlockPlace> found();

        /**
         * Why nothing was found.
         *
         * @return one sentence with the remedy
         */
        String problem();
    }

    /**
     * A device that a search finds.
     *
     * @param places its blocks
     * @param words what it holds by address: all that a search and the family's identification look
     *     at, other words where they should not be 0
     */
    record Example(List<BlockPlace> places, Map<Integer, Integer> words) {

        /** Copies both. {@inheritDoc} */
        public Example {
            places = List.copyOf(places);
            words = Map.copyOf(words);
        }
    }
}
