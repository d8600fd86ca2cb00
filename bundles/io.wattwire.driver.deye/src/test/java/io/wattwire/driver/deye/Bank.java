package io.wattwire.driver.deye;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Expression;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of an inverter: written by address, read through the table. */
final class Bank implements Values {

    static final DeviceFamily FAMILY = new DeyeDriver().family();

    private final RegisterTable table;
    private final Map<String, Integer> words = new HashMap<>();
    private final List<String> writes = new ArrayList<>();

    Bank(String model) {
        this(FAMILY.table().forModel(model));
    }

    private Bank(RegisterTable table) {
        this.table = table;
    }

    /** Before the model is known: of a name that stands for two registers the first one. */
    static Bank unknown() {
        return new Bank(FAMILY.table());
    }

    Bank holding(int address, int... values) {
        return put(RegisterKind.HOLDING, address, values);
    }

    private Bank put(RegisterKind kind, int address, int... values) {
        for (int i = 0; i < values.length; i++) {
            words.put(kind + " " + (address + i), values[i]);
        }
        return this;
    }

    int holding(int address) {
        return words.get(RegisterKind.HOLDING + " " + address);
    }

    /** What the session does with a command. */
    void execute(List<RegisterWrite> commands) {
        for (RegisterWrite command : commands) {
            boolean same = get(command.register()).filter(command.value()::equals).isPresent();
            if (!(command.onlyIfDifferent() && same)) {
                Register register = register(command.register());
                int[] raw = register.encode(command.value());
                put(register.kind(), register.address(), raw);
                writes.add(register.address() + "=" + raw[0]);
            }
        }
    }

    List<String> writes() {
        return writes;
    }

    Optional<Object> point(String name) {
        Expression value = table.point(name).orElseThrow().value();
        return value.evaluate(this::get);
    }

    Register register(String name) {
        return table.register(name).orElseThrow(() -> new AssertionError("no " + name));
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
}
