package io.wattwire.device.model;

/**
 * Where a block of holding registers was found on a device.
 *
 * @param id what is in it: the number of a SunSpec model
 * @param address address of its first word, from 0
 * @param words how many words belong to it, at least 1
 */
public record BlockPlace(int id, int address, int words) {

    private static final int SPACE = 0x10000;

    /**
     * Checks the addresses. {@inheritDoc}
     *
     * @throws IllegalArgumentException if the block is empty or leaves 0 to 65535
     */
    public BlockPlace {
        if (address < 0 || words < 1 || words > SPACE - address) {
            throw new IllegalArgumentException(
                    "block "
                            + id
                            + " of "
                            + words
                            + " words at "
                            + address
                            + " is empty or leaves 0 to 65535");
        }
    }
}
