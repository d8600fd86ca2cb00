package io.wattwire.driver.sma;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of a device: written by address, read through the table. */
final class Bank implements Values {

    static final DeviceFamily FAMILY = new SmaDriver().family();

    private final RegisterTable table;
    private final Map<Integer, Integer> words = new HashMap<>();
    private final List<String> writes = new ArrayList<>();

    Bank(String model) {
        table = FAMILY.table().forModel(model);
    }

    /** A Sunny Island of 6 kW that obeys and has a battery that takes and gives 5 kW. */
    static Bank island() {
        return new Bank("si").set(30231, 6_000).set(31061, 1129).set(40189, 5_000, 5_000);
    }

    /** A Sunny Boy Storage of 5 kW whose watchdog falls back to 0 W after 10 minutes. */
    static Bank storage() {
        return new Bank("sbs").set(30231, 5_000).set(41193, 2507, 600).set(41215, 0);
    }

    /** Values of 32 bits, high word first, as nearly all of SMA's are. */
    Bank set(int address, long... values) {
        for (int i = 0; i < values.length; i++) {
            words(address + 2 * i, (int) (values[i] >>> 16) & 0xFFFF, (int) values[i] & 0xFFFF);
        }
        return this;
    }

    Bank words(int address, int... values) {
        for (int i = 0; i < values.length; i++) {
            words.put(address + i, values[i]);
        }
        return this;
    }

    /** What the session does with a command. */
    Bank execute(List<RegisterWrite> commands) {
        for (RegisterWrite command : commands) {
            Register register = table.register(command.register()).orElseThrow();
            int[] raw = register.encode(command.value());
            words(register.address(), raw);
            writes.add(register.address() + "=" + (raw[0] << 16 | raw[1]));
        }
        return this;
    }

    /** Addresses and signed raw values, in order. */
    List<String> writes() {
        return writes;
    }

    Optional<Object> point(String name) {
        return table.point(name).orElseThrow().value().evaluate(this::get);
    }

    /** Empty for a register that the model lacks, as for the session. */
    @Override
    public Optional<Object> get(String name) {
        return table.register(name).flatMap(this::shown);
    }

    private Optional<Object> shown(Register register) {
        int[] raw = new int[register.type().words()];
        for (int i = 0; i < raw.length; i++) {
            Integer word = words.get(register.address() + i);
            if (word == null) {
                return Optional.empty();
            }
            raw[i] = word;
        }
        return register.decode(raw);
    }
}
