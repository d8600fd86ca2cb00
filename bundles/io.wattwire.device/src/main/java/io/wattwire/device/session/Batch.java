package io.wattwire.device.session;

import io.wattwire.device.model.Register;
import io.wattwire.device.plan.Block;
import java.util.List;
import java.util.OptionalInt;

/**
 * One request and the registers that its answer holds.
 *
 * @param unit where to ask; empty for a part of the device that is not there
 * @param block what to ask for
 * @param registers what is wanted of it, by rising address; at least one
 */
record Batch(OptionalInt unit, Block block, List<Register> registers) {

    Batch {
        registers = List.copyOf(registers);
    }
}
