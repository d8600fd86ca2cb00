package io.wattwire.device.session;

import io.wattwire.device.model.Register;
import io.wattwire.device.plan.Block;
import java.util.List;

/**
 * One request and the registers that its answer holds.
 *
 * @param block what to ask for
 * @param registers what is wanted of it, by rising address; at least one
 */
record Batch(Block block, List<Register> registers) {

    Batch {
        registers = List.copyOf(registers);
    }
}
