package io.wattwire.contract;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of a device, set by address and read through its table: for tests of tables and
 * controls that need no wire. Not thread-safe.
 */
public final class TableBank implements Values {

    private final RegisterTable table;
    private final Map<String, Integer> words = new HashMap<>();
    private final List<String> writes = new ArrayList<>();

    /**
     * Makes a device without any word.
     *
     * @param family the table's family
     * @param model name of a model
     */
    public TableBank(DeviceFamily family, String model) {
        this(family.table().forModel(model));
    }

    /**
     * Makes a device without any word whose model is not known yet: of a name that stands for two
     * registers it has the first one.
     *
     * @param family the table's family
     */
    public TableBank(DeviceFamily family) {
        this(family.table());
    }

    private TableBank(RegisterTable table) {
        this.table = table;
    }

    /**
     * Sets holding registers.
     *
     * @param address first address
     * @param values words, 0 to 65535
     * @return this
     */
    public TableBank holding(int address, int... values) {
        return put(RegisterKind.HOLDING, address, values);
    }

    /**
     * Sets input registers.
     *
     * @param address first address
     * @param values words, 0 to 65535
     * @return this
     */
    public TableBank input(int address, int... values) {
        return put(RegisterKind.INPUT, address, values);
    }

    private TableBank put(RegisterKind kind, int address, int... values) {
        for (int i = 0; i < values.length; i++) {
            words.put(kind + " " + (address + i), values[i]);
        }
        return this;
    }

    /**
     * What a holding register holds.
     *
     * @param address its address
     * @return a word, 0 to 65535
     */
    public int word(int address) {
        Integer word = words.get(RegisterKind.HOLDING + " " + address);
        if (word == null) {
            throw new AssertionError("no word at " + address);
        }
        return word;
    }

    /**
     * Carries out a command as a session does, and keeps a record.
     *
     * @param commands the writes in order
     * @return this
     */
    public TableBank execute(List<RegisterWrite> commands) {
        for (RegisterWrite command : commands) {
            boolean same = get(command.register()).filter(command.value()::equals).isPresent();
            if (!(command.onlyIfDifferent() && same)) {
                Register register = register(command.register());
                int[] raw = register.encode(command.value());
                put(register.kind(), register.address(), raw);
                writes.add(register.address() + "=" + Arrays.toString(raw));
            }
        }
        return this;
    }

    /**
     * What was written since the last call.
     *
     * @return address and words in decimal, {@code 47247=[0, 2000]}
     */
    public List<String> written() {
        List<String> since = List.copyOf(writes);
        writes.clear();
        return since;
    }

    /**
     * A point of the table.
     *
     * @param name name of a point of the model
     * @return its value; empty when a part has none
     */
    public Optional<Object> point(String name) {
        return table.point(name)
                .orElseThrow(() -> new AssertionError("no point " + name))
                .value()
                .evaluate(this);
    }

    @Override
    public Optional<Object> get(String name) {
        Register register = register(name);
        int[] raw = new int[register.type().words()];
        for (int i = 0; i < raw.length; i++) {
            Integer word = words.get(register.kind() + " " + (register.address() + i));
            if (word == null) {
                return Optional.empty();
            }
            raw[i] = word;
        }
        return register.decode(raw);
    }

    /**
     * A register of the table.
     *
     * @param name name of a register of the model
     * @return the register
     */
    public Register register(String name) {
        return table.register(name).orElseThrow(() -> new AssertionError("no register " + name));
    }
}
