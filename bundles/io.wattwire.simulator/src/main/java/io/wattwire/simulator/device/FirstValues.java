package io.wattwire.simulator.device;

import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.RegisterTable;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives every register of a device something plausible to show. */
final class FirstValues {

    /** For registers whose type has no room for what is usual: its end may mean "no value". */
    private static final double[] SMALLER = {50, 1, 0};

    private FirstValues() {}

    /** All but what the family has set already, and the scales of other registers. */
    static void show(TableDevice device, Set<Integer> preset) {
        RegisterTable table = device.table();
        Set<String> scales =
                table.registers().stream().map(Register::scaleBy).collect(Collectors.toSet());
        table.registers().stream()
                .filter(r -> r.kind() != RegisterKind.HOLDING || !preset.contains(r.address()))
                .filter(register -> !scales.contains(register.name()))
                .forEach(register -> show(device, register));
    }

    private static void show(TableDevice device, Register register) {
        try {
            device.set(register.name(), Plausible.of(register));
            for (double small : SMALLER) {
                if (device.get(register.name()).isEmpty() && register.type().numeric()) {
                    device.set(register.name(), small);
                }
            }
        } catch (IllegalArgumentException unfit) {
            // a kind of value that nobody foresaw stays 0
        }
    }
}
