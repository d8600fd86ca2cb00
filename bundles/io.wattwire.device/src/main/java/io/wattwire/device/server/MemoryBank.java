package io.wattwire.device.server;

import io.wattwire.device.model.RegisterKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Registers kept in memory. An address exists once it has been set; all others answer "illegal
 * address". Thread-safe.
 */
public final class MemoryBank implements RegisterBank {

    private final Map<RegisterKind, Map<Integer, Integer>> tables =
            new EnumMap<>(RegisterKind.class);

    /** Makes a bank without any register. */
    public MemoryBank() {
        for (RegisterKind kind : RegisterKind.values()) {
            tables.put(kind, new HashMap<>());
        }
    }

    /**
     * Creates or changes registers.
     *
     * @param kind table
     * @param address first address
     * @param words words (0 to 65535) or bits (0 or 1)
     * @return this bank
     */
    public synchronized MemoryBank set(RegisterKind kind, int address, int... words) {
        for (int i = 0; i < words.length; i++) {
            tables.get(kind).put(address + i, words[i]);
        }
        return this;
    }

    @Override
    public synchronized int[] read(RegisterKind kind, int address, int count) throws ModbusFault {
        int[] words = new int[count];
        for (int i = 0; i < count; i++) {
            words[i] = existing(kind, address + i);
        }
        return words;
    }

    @Override
    public synchronized void write(RegisterKind kind, int address, int[] words) throws ModbusFault {
        for (int i = 0; i < words.length; i++) {
            existing(kind, address + i);
        }
        set(kind, address, words);
    }

    private int existing(RegisterKind kind, int address) throws ModbusFault {
        Integer word = tables.get(kind).get(address);
        if (word == null) {
            throw new ModbusFault(
                    ModbusFault.ILLEGAL_ADDRESS, "no " + kind + " register " + address);
        }
        return word;
    }
}
