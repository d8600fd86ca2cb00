package io.wattwire.driver.givenergy;

import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.server.RegisterBank;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A simulated device that remembers each write, and can acknowledge one without keeping it. */
final class WrittenBank implements RegisterBank {

    private final MemoryBank memory = new MemoryBank();
    private final List<String> writes = new CopyOnWriteArrayList<>();
    private final Set<Integer> deaf = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lost = new AtomicInteger();

    WrittenBank holding(int address, int... words) {
        memory.set(RegisterKind.HOLDING, address, words);
        return this;
    }

    WrittenBank input(int address, int... words) {
        memory.set(RegisterKind.INPUT, address, words);
        return this;
    }

    int word(int address) throws ModbusFault {
        return memory.read(RegisterKind.HOLDING, address, 1)[0];
    }

    /** As {@code 94=100}, in the order in which they came; forgets them. */
    List<String> writes() {
        List<String> all = List.copyOf(writes);
        writes.clear();
        return all;
    }

    /** The next writes are acknowledged and lost. */
    void lose(int count) {
        lost.set(count);
    }

    /** This address acknowledges everything and keeps what it has. */
    void deafen(int address) {
        deaf.add(address);
    }

    @Override
    public int[] read(RegisterKind kind, int address, int count) throws ModbusFault {
        return memory.read(kind, address, count);
    }

    @Override
    public void write(RegisterKind kind, int address, int[] words) throws ModbusFault {
        writes.add(address + "=" + words[0]);
        if (!deaf.contains(address) && lost.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
            memory.write(kind, address, words);
        }
    }
}
