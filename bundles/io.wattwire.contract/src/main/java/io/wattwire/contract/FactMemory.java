package io.wattwire.contract;

import io.wattwire.device.model.BlockPlace;
import io.wattwire.device.model.Layout;
import io.wattwire.device.model.Range;
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

    private FactMemory(RegisterTable table) {
        this.table = table;
    }

    /**
     * Reads a fact's words. Where a device has its blocks in places of its own, the words begin
     * with what a search for them needs.
     *
     * @param table what the words are decoded with
     * @param layout how blocks are found, where they have to be found
     * @param blocks kind, first address and words as on the wire; several with semicolons between
     */
    static FactMemory of(RegisterTable table, Optional<Layout> layout, String blocks) {
        FactMemory whole = new FactMemory(table);
        whole.fill(blocks);
        if (layout.isEmpty()) {
            return whole;
        }
        FactMemory placed = new FactMemory(table.at(whole.search(layout.get().search())));
        placed.fill(blocks);
        return placed;
    }

    private void fill(String blocks) {
        for (String block : blocks.split(";")) {
            String[] parts = block.strip().split(" ", 3);
            put(
                    RegisterKind.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                    Integer.parseInt(parts[1]),
                    IndependentFacts.words(parts[2]));
        }
    }

    /** Walks over the words as over a device that refuses all others. */
    private List<BlockPlace> search(Layout.Search search) {
        for (Optional<Range> next = search.next(); next.isPresent(); next = search.next()) {
            Range asked = next.get();
            search.told(
                    words(asked.kind(), asked.from(), asked.to() - asked.from() + 1)
                            .orElse(new int[0]));
        }
        return search.found();
    }

    /** The table with the places where this device has its registers. */
    RegisterTable table() {
        return table;
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
        return words(register.kind(), register.address(), register.type().words())
                .flatMap(raw -> register.decode(raw, this));
    }

    private Optional<int[]> words(RegisterKind kind, int address, int count) {
        Map<Integer, Integer> space = words.getOrDefault(kind, Map.of());
        int[] raw = new int[count];
        for (int i = 0; i < count; i++) {
            Integer word = space.get(address + i);
            if (word == null) {
                return Optional.empty();
            }
            raw[i] = word;
        }
        return Optional.of(raw);
    }

    /** What a command leaves behind. */
    void write(List<RegisterWrite> commands) {
        for (RegisterWrite command : commands) {
            Register register =
                    table.register(command.register()).flatMap(it -> it.scaled(this)).orElseThrow();
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
