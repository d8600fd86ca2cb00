package io.wattwire.contract;

import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The words of a device as a fact tells them, read and written through a table. */
final class FactMemory implements Values {
    private final RegisterTable table;
    private final Map<RegisterKind, Map<Integer, Integer>> words = new TreeMap<>();

    /**
     * Reads a fact's words.
     *
     * @param table what the words are decoded with
     * @param blocks kind, first address and words as on the wire; several with semicolons between
     */
    FactMemory(RegisterTable table, String blocks) {
        this.table = table;
        for (String block : blocks.split(";")) {
            String[] parts = block.strip().split(" ", 3);
            put(
                    RegisterKind.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                    Integer.parseInt(parts[1]),
                    IndependentFacts.words(parts[2]));
        }
    }

    private void put(RegisterKind kind, int address, int... raw) {
        for (int i = 0; i < raw.length; i++) {
            words.computeIfAbsent(kind, any -> new TreeMap<>()).put(address + i, raw[i]);
        }
    }

    @Override
    public Optional<Object> get(String name) {
        return table.register(name).flatMap(this::decode);
    }

    private Optional<Object> decode(Register register) {
        Map<Integer, Integer> space = words.getOrDefault(register.kind(), Map.of());
        int[] raw = new int[register.type().words()];
        for (int i = 0; i < raw.length; i++) {
            Integer word = space.get(register.address() + i);
            if (word == null) {
                return Optional.empty();
            }
            raw[i] = word;
        }
        return register.decode(raw);
    }

    /** What a command leaves behind. */
    void write(List<RegisterWrite> commands) {
        for (RegisterWrite command : commands) {
            Register register = table.register(command.register()).orElseThrow();
            put(register.kind(), register.address(), register.encode(command.value()));
        }
    }

    /** The words of this memory that are otherwise in another one, as it has them. */
    List<String> otherwiseIn(FactMemory other) {
        List<String> changed = new ArrayList<>();
        words.forEach(
                (kind, space) ->
                        space.forEach(
                                (address, word) -> {
                                    int there = other.words.get(kind).get(address);
                                    if (there != word) {
                                        changed.add(text(kind, address, there));
                                    }
                                }));
        return changed;
    }

    private static String text(RegisterKind kind, int address, int word) {
        return String.format("%s %d %04X", kind.name().toLowerCase(Locale.ROOT), address, word);
    }
}
