package io.wattwire.device.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which block of a device a register's address counts from. Blocks are found anew on each device;
 * several kinds of block may have the same registers at the same offsets.
 *
 * @param ids numbers of the blocks that have the register, empty for an address that counts from 0
 * @param instance which of them, in the order of the device, from 1; 0 without a block
 */
public record BlockRef(List<Integer> ids, int instance) {

    /** For addresses that are the same on all devices. */
    public static final BlockRef NONE = new BlockRef(List.of(), 0);

    private static final Pattern TEXT =
            Pattern.compile("([0-9]{1,5}(?:[ |]+[0-9]{1,5})*)(?: *#([1-9]))?");

    /**
     * Copies the numbers. {@inheritDoc}
     *
     * @throws IllegalArgumentException if there is an instance without a number or the reverse
     */
    public BlockRef {
        ids = List.copyOf(ids);
        if (ids.isEmpty() != (instance == 0)) {
            throw new IllegalArgumentException("a block has numbers and an instance, or neither");
        }
    }

    /**
     * Reads a block as tables write it: {@code 103}, {@code 101|102|103}, {@code 203|204 #2} for
     * the second on the device.
     *
     * @param text the column's text, may be empty
     * @return the block, {@link #NONE} when the text is empty
     * @throws IllegalArgumentException if it is none
     */
    public static BlockRef parse(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no block; write 103, 101|102|103 or 203 #2");
        }
        List<Integer> ids = new ArrayList<>();
        for (String id : matcher.group(1).split("[ |]+")) {
            ids.add(Integer.valueOf(id));
        }
        String instance = matcher.group(2);
        return new BlockRef(ids, instance == null ? 1 : Integer.parseInt(instance));
    }

    /**
     * Whether addresses count from 0.
     *
     * @return true without a block
     */
    public boolean isNone() {
        return ids.isEmpty();
    }

    /** Whether both can be the same place on a device. */
    boolean meets(BlockRef other) {
        return instance == other.instance
                && (ids.isEmpty() || !Collections.disjoint(ids, other.ids));
    }

    /**
     * Finds the block among those of a device.
     *
     * @param places the device's blocks in their order
     * @return empty when the device has none of these numbers, or not so many
     */
    public Optional<BlockPlace> among(List<BlockPlace> places) {
        return places.stream()
                .filter(place -> ids.contains(place.id()))
                .skip(Math.max(0, instance - 1L))
                .findFirst();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        ids.forEach(id -> text.append(text.isEmpty() ? "" : "|").append(id));
        return instance > 1 ? text + " #" + instance : text.toString();
    }
}
