package io.wattwire.simulator.device;

import io.wattwire.device.model.BlockRules;
import io.wattwire.device.model.Range;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.ModbusFault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which requests a device takes, apart from the registers that it has.
 *
 * @param rules sizes and borders of a request
 * @param zeros where unlisted registers read 0; elsewhere they are refused with exception 2
 */
public record RegisterSpace(BlockRules rules, List<Range> zeros) {

    /** Words. */
    private static final int SMALL_GAP = 16;

    /**
     * Takes a copy.
     *
     * @param rules sizes and borders of a request
     * @param zeros where unlisted registers read 0
     */
    public RegisterSpace {
        zeros = List.copyOf(zeros);
    }

    /**
     * A device that refuses every unlisted register.
     *
     * @param rules sizes and borders of a request
     * @return the space
     */
    public static RegisterSpace strict(BlockRules rules) {
        return new RegisterSpace(rules, List.of());
    }

    /**
     * This space, with zeros also in the small gaps between registers: most devices answer there,
     * and who reads across them is not refused.
     *
     * @param registers the registers that are there
     * @return the space
     */
    RegisterSpace withGaps(List<Register> registers) {
        List<Register> sorted =
                registers.stream()
                        .sorted(
                                Comparator.comparing(Register::kind)
                                        .thenComparing(Register::address))
                        .toList();
        List<Range> all = new ArrayList<>(zeros);
        for (int i = 1; i < sorted.size(); i++) {
            Register before = sorted.get(i - 1);
            int from = before.address() + before.type().words();
            int to = sorted.get(i).address() - 1;
            boolean gap = before.kind() == sorted.get(i).kind() && from <= to;
            if (gap && to - from < SMALL_GAP) {
                all.add(new Range(before.kind(), from, to));
            }
        }
        return new RegisterSpace(rules, all);
    }

    void checkRead(RegisterKind kind, int address, int count) throws ModbusFault {
        if (count > rules.most(kind)) {
            throw new ModbusFault(
                    ModbusFault.ILLEGAL_VALUE,
                    count + " at once, the device gives " + rules.most(kind));
        }
        if (rules.evenOnly() && !kind.bits() && (address % 2 != 0 || count % 2 != 0)) {
            throw new ModbusFault(
                    ModbusFault.ILLEGAL_ADDRESS, "the device takes even addresses and counts only");
        }
        for (int border : rules.borders()) {
            if (address < border && border < address + count) {
                throw new ModbusFault(
                        ModbusFault.ILLEGAL_ADDRESS, "the block crosses the border at " + border);
            }
        }
    }

    boolean readsZero(RegisterKind kind, int address) {
        return zeros.stream()
                .anyMatch(r -> r.kind() == kind && r.from() <= address && address <= r.to());
    }
}
