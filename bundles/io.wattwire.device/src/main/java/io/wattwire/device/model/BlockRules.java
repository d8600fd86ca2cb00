package io.wattwire.device.model;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a device accepts as one read request.
 *
 * @param maxWords most words in a request, 1 to 125
 * @param maxBits most coils or discrete inputs in a request, 1 to 2000
 * @param borders addresses at which a new block must begin: none reaches from below into one of
 *     them
 * @param forbidden ranges that no block may touch unless a wanted register lies there
 * @param evenOnly words are read from even addresses in even numbers
 */
public record BlockRules(
        int maxWords, int maxBits, Set<Integer> borders, List<Range> forbidden, boolean evenOnly) {

    /** Most words that a Modbus answer can hold. */
    public static final int MOST_WORDS = 125;

    /** Most bits that a Modbus answer can hold. */
    public static final int MOST_BITS = 2000;

    /**
     * Copies the collections and checks the limits. {@inheritDoc}
     *
     * @throws IllegalArgumentException if a limit is out of its range
     */
    public BlockRules {
        borders = Set.copyOf(Objects.requireNonNull(borders, "borders"));
        forbidden = List.copyOf(Objects.requireNonNull(forbidden, "forbidden"));
        int least = evenOnly ? 2 : 1;
        if (maxWords < least || maxWords > MOST_WORDS || maxBits < 1 || maxBits > MOST_BITS) {
            throw new IllegalArgumentException(
                    "block rules: "
                            + maxWords
                            + " words and "
                            + maxBits
                            + " bits; write at least "
                            + least
                            + " and 1, at most "
                            + MOST_WORDS
                            + " and "
                            + MOST_BITS);
        }
    }

    /**
     * The limits of Modbus itself and no others.
     *
     * @return 125 words, 2000 bits
     */
    public static BlockRules standard() {
        return new BlockRules(MOST_WORDS, MOST_BITS, Set.of(), List.of(), false);
    }

    /**
     * The most addresses that one request of a kind may span.
     *
     * @param kind address space
     * @return words or bits
     */
    public int most(RegisterKind kind) {
        return kind.bits() ? maxBits : maxWords;
    }
}
