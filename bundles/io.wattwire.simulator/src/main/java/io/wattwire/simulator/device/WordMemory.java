package io.wattwire.simulator.device;

import io.wattwire.device.model.Access;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.Storage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The words behind a device's registers, and what they are after a loss of power. */
final class WordMemory {

    private final List<Register> registers;
    private final Map<RegisterKind, Map<Integer, Integer>> words =
            new EnumMap<>(RegisterKind.class);
    private final Map<RegisterKind, Map<Integer, List<Register>>> owners =
            new EnumMap<>(RegisterKind.class);
    private final Map<Register, int[]> atPowerOn = new HashMap<>();

    WordMemory(List<Register> registers) {
        this.registers = registers;
        for (RegisterKind kind : RegisterKind.values()) {
            words.put(kind, new HashMap<>());
            owners.put(kind, new HashMap<>());
        }
        for (Register register : registers) {
            Map<Integer, List<Register>> byAddress = owners.get(register.kind());
            for (int i = 0; i < register.type().words(); i++) {
                words.get(register.kind()).put(register.address() + i, 0);
                byAddress
                        .computeIfAbsent(register.address() + i, none -> new ArrayList<>())
                        .add(register);
            }
        }
    }

    /** Words that are there from the beginning, also where no register is. */
    void preset(RegisterKind kind, Map<Integer, Integer> given) {
        words.get(kind).putAll(given);
        for (Register register : registers) {
            if (register.kind() == kind && isVolatile(register)) {
                atPowerOn.put(register, raw(register));
            }
        }
    }

    OptionalInt word(RegisterKind kind, int address) {
        Integer word = words.get(kind).get(address);
        return word == null ? OptionalInt.empty() : OptionalInt.of(word);
    }

    void put(RegisterKind kind, int address, int[] block) {
        for (int i = 0; i < block.length; i++) {
            words.get(kind).put(address + i, block[i]);
        }
    }

    /** Keeps a register's words, half words beside their neighbours, also for the next power-on. */
    void store(Register register, int[] encoded) {
        Map<Integer, Integer> space = words.get(register.kind());
        int mask = register.type().mask();
        for (int i = 0; i < encoded.length; i++) {
            int others = space.get(register.address() + i) & ~mask;
            space.put(register.address() + i, others | encoded[i] & mask);
        }
        if (isVolatile(register)) {
            atPowerOn.put(register, encoded);
        }
    }

    int[] raw(Register register) {
        int[] raw = new int[register.type().words()];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = words.get(register.kind()).get(register.address() + i);
        }
        return raw;
    }

    /** The registers that have one of these addresses. */
    List<Register> at(RegisterKind kind, int address, int count) {
        List<Register> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            for (Register owner : owners.get(kind).getOrDefault(address + i, List.of())) {
                if (!found.contains(owner)) {
                    found.add(owner);
                }
            }
        }
        return found;
    }

    void losePower() {
        for (Register register : registers) {
            if (isVolatile(register)) {
                int[] zero = new int[register.type().words()];
                store(register, atPowerOn.getOrDefault(register, zero));
            }
        }
    }

    private static boolean isVolatile(Register register) {
        return register.storage() == Storage.VOLATILE && register.access() != Access.R;
    }
}
