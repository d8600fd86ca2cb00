package io.wattwire.contract;

import io.wattwire.device.model.Register;
import io.wattwire.device.model.WordOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Words that a register may hold. */
final class Patterns {

    private static final int MOST_POWER_OF_TEN = 10;

    private Patterns() {}

    /** A register with the first scale, from 1 on, in which its range fits into its words. */
    static Register inScale(Register register) {
        if (register.scaleBy().isEmpty()) {
            return register;
        }
        return IntStream.rangeClosed(0, MOST_POWER_OF_TEN)
                .mapToObj(power -> register.scaled(scale -> Optional.of((double) power)))
                .map(Optional::orElseThrow)
                .filter(scaled -> holds(scaled, scaled.max()) && holds(scaled, scaled.min()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(register.name() + " holds no such range"));
    }

    private static boolean holds(Register register, OptionalDouble bound) {
        double most = Math.pow(2, 16.0 * register.type().words() - 1);
        return bound.isEmpty() || Math.abs(bound.getAsDouble() / register.scale()) < most;
    }

    /** The ends of the number range and some in between. */
    static List<int[]> of(Register register) {
        return LongStream.of(0, 1, 2, 0x4142, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, -1)
                .mapToObj(pattern -> words(register, pattern))
                .toList();
    }

    /** The words of an unsigned pattern. */
    static int[] words(Register register, long pattern) {
        int count = register.type().words();
        if (register.kind().bits()) {
            return new int[] {(int) (pattern & 1)};
        }
        long bits = register.type().mask() == 0xFF00 ? pattern << 8 : pattern;
        int[] words = new int[count];
        for (int i = 0; i < count; i++) {
            int word = i < 4 ? (int) (bits >>> 16 * i) & 0xFFFF : 0;
            words[register.type().order() == WordOrder.BIG ? count - 1 - i : i] = word;
        }
        return words;
    }
}
