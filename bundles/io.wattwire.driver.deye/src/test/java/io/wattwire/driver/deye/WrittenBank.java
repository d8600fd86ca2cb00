package io.wattwire.driver.deye;

import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.server.RegisterBank;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A simulated inverter that remembers each request that wrote. */
final class WrittenBank implements RegisterBank {

    private final MemoryBank memory = new MemoryBank();
    private final List<String> writes = new CopyOnWriteArrayList<>();

    WrittenBank set(int address, int... words) {
        memory.set(RegisterKind.HOLDING, address, words);
        return this;
    }

    int word(int address) throws ModbusFault {
        return memory.read(RegisterKind.HOLDING, address, 1)[0];
    }

    /** As {@code 148=100 100}, in the order in which they came. */
    List<String> writes() {
        return List.copyOf(writes);
    }

    void forgetWrites() {
        writes.clear();
    }

    @Override
    public int[] read(RegisterKind kind, int address, int count) throws ModbusFault {
        return memory.read(kind, address, count);
    }

    @Override
    public void write(RegisterKind kind, int address, int[] words) throws ModbusFault {
        memory.write(kind, address, words);
        String[] texts = Arrays.stream(words).mapToObj(Integer::toString).toArray(String[]::new);
        writes.add(address + "=" + String.join(" ", texts));
    }
}
