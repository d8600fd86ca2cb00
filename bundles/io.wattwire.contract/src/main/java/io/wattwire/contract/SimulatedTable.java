package io.wattwire.contract;

import io.wattwire.device.model.Range;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.server.RegisterBank;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One unit id of a device that has exactly the registers of a table: a request that touches any
 * other address is refused, as the strictest devices do, except where its family answers 0.
 */
final class SimulatedTable implements RegisterBank {

    private record Place(RegisterKind kind, int address) {

        Place neighbour() {
            return new Place(kind, address ^ 1);
        }
    }

    private final Map<String, Register> byName = new HashMap<>();
    private final Map<Place, Integer> words = new ConcurrentHashMap<>();
    private final Set<Place> refused = ConcurrentHashMap.newKeySet();
    private final AtomicInteger writes = new AtomicInteger();

    private final List<Range> zeros;

    /**
     * @param zeros where all other addresses answer 0
     * @param pairs whether the device is read in pairs of words, and so has the other word of each
     *     pair too
     */
    SimulatedTable(List<Register> registers, List<Range> zeros, boolean pairs) {
        this.zeros = List.copyOf(zeros);
        for (Register register : registers) {
            byName.put(register.name(), register);
            int[] value = value(register);
            for (int i = 0; i < value.length; i++) {
                words.putIfAbsent(new Place(register.kind(), register.address() + i), value[i]);
            }
        }
        if (pairs) {
            Set.copyOf(words.keySet()).forEach(place -> words.putIfAbsent(place.neighbour(), 0));
        }
    }

    /** Words that are there from the beginning, also where no register is. */
    void preset(Map<Integer, Integer> given) {
        given.forEach((address, word) -> words.put(new Place(RegisterKind.HOLDING, address), word));
    }

    /** The first pattern that the register takes for a value. */
    private static int[] value(Register register) {
        for (int[] pattern : Patterns.of(register)) {
            if (Patterns.inScale(register).decode(pattern).isPresent()
                    && pattern[pattern.length - 1] != 0) {
                return pattern;
            }
        }
        return Patterns.words(register, 0);
    }

    /** What the register shows. */
    Optional<Object> shown(Register register) {
        int[] shown = new int[register.type().words()];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = words.get(new Place(register.kind(), register.address() + i));
        }
        return register.decode(
                shown, name -> Optional.ofNullable(byName.get(name)).flatMap(this::shown));
    }

    /** Whether the device has this address. */
    boolean has(RegisterKind kind, int address) {
        return words.containsKey(new Place(kind, address));
    }

    /** From now on the register holds these words. */
    void put(Register register, int[] values) {
        for (int i = 0; i < values.length; i++) {
            words.put(new Place(register.kind(), register.address() + i), values[i]);
        }
    }

    /** From now on this address is refused. */
    void refuse(Register register) {
        refused.add(new Place(register.kind(), register.address()));
    }

    int writes() {
        return writes.get();
    }

    @Override
    public int[] read(RegisterKind kind, int address, int count) throws ModbusFault {
        int[] read = new int[count];
        for (int i = 0; i < count; i++) {
            Place place = new Place(kind, address + i);
            if (refused.contains(place) || !words.containsKey(place) && !isZero(place)) {
                throw new ModbusFault(ModbusFault.ILLEGAL_ADDRESS, "no " + place);
            }
            read[i] = words.getOrDefault(place, 0);
        }
        return read;
    }

    private boolean isZero(Place place) {
        return zeros.stream()
                .filter(range -> range.kind() == place.kind())
                .anyMatch(
                        range -> range.from() <= place.address() && place.address() <= range.to());
    }

    @Override
    public void write(RegisterKind kind, int address, int[] values) {
        writes.incrementAndGet();
        for (int i = 0; i < values.length; i++) {
            words.put(new Place(kind, address + i), values[i]);
        }
    }
}
