package io.wattwire.device.session;

import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.server.RegisterBank;

/** Registers with nothing missing between them, which may take writes without keeping them. */
final class ForgetfulBank implements RegisterBank {

    private final MemoryBank bank;
    volatile boolean ignoresWrites;

    ForgetfulBank(MemoryBank bank) {
        this.bank = bank;
    }

    @Override
    public int[] read(RegisterKind kind, int address, int count) throws ModbusFault {
        int[] words = new int[count];
        for (int i = 0; i < count; i++) {
            words[i] = word(kind, address + i);
        }
        return words;
    }

    /** Addresses between registers hold 0, as in most devices. */
    private int word(RegisterKind kind, int address) {
        try {
            return bank.read(kind, address, 1)[0];
        } catch (ModbusFault gap) {
            return 0;
        }
    }

    @Override
    public void write(RegisterKind kind, int address, int[] words) throws ModbusFault {
        if (!ignoresWrites) {
            bank.write(kind, address, words);
        }
    }
}
