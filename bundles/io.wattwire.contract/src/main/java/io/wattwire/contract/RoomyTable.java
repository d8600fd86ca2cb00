package io.wattwire.contract;

import io.wattwire.device.model.BlockRules;
import io.wattwire.device.model.Range;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.plan.Block;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.server.RegisterBank;
import java.util.function.Consumer;

/**
 * One unit id of a device that answers whatever its family's rules allow, also addresses that the
 * table does not name, and tells what it was asked.
 */
final class RoomyTable implements RegisterBank {

    private final SimulatedTable table;
    private final BlockRules rules;
    private final Consumer<Block> log;

    /**
     * @param log hears of each read request
     */
    RoomyTable(SimulatedTable table, BlockRules rules, Consumer<Block> log) {
        this.table = table;
        this.rules = rules;
        this.log = log;
    }

    @Override
    public int[] read(RegisterKind kind, int address, int count) throws ModbusFault {
        log.accept(new Block(kind, address, count));
        check(kind, address, count);
        int[] words = new int[count];
        for (int i = 0; i < count; i++) {
            words[i] = word(kind, address + i);
        }
        return words;
    }

    private void check(RegisterKind kind, int address, int count) throws ModbusFault {
        boolean odd = rules.evenOnly() && !kind.bits() && (address % 2 != 0 || count % 2 != 0);
        boolean crosses =
                rules.borders().stream().anyMatch(at -> address < at && at < address + count);
        if (odd || crosses || count > rules.most(kind)) {
            throw new ModbusFault(
                    ModbusFault.ILLEGAL_VALUE, "against the rules: " + count + " at " + address);
        }
    }

    private int word(RegisterKind kind, int address) throws ModbusFault {
        if (table.has(kind, address)) {
            return table.read(kind, address, 1)[0];
        }
        for (Range range : rules.forbidden()) {
            if (range.kind() == kind && range.from() <= address && address <= range.to()) {
                throw new ModbusFault(ModbusFault.ILLEGAL_ADDRESS, "forbidden: " + address);
            }
        }
        return 0;
    }

    @Override
    public void write(RegisterKind kind, int address, int[] values) {
        table.write(kind, address, values);
    }
}
