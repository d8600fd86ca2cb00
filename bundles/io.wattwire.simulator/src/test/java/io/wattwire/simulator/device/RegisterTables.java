package io.wattwire.simulator.device;

import io.wattwire.device.model.Register;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.server.RegisterBank;
import java.util.Arrays;

/** Reads registers as a driver would. */
final class RegisterTables {

    private RegisterTables() {}

    /** Words of one register, asked for in an even block where the device wants it. */
    static int[] readWords(RegisterBank bank, Register register, boolean even) throws ModbusFault {
        int words = register.type().words();
        int before = even ? register.address() % 2 : 0;
        int count = words + before + (even ? (words + before) % 2 : 0);
        int[] block = bank.read(register.kind(), register.address() - before, count);
        return Arrays.copyOfRange(block, before, before + words);
    }
}
