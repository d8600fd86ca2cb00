package io.wattwire.driver.victron;

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

/** The words of a GX: written by address, read through the table. */
final class Gx implements Values {

    static final DeviceFamily FAMILY = new VictronDriver().family();

    private final RegisterTable table;
    private final Map<Integer, Integer> words = new HashMap<>();
    private final List<String> writes = new ArrayList<>();

    Gx(String model) {
        table = FAMILY.table().forModel(model);
    }

    /**
     * A three-phase system of 9 kW in ESS mode 1 without BatteryLife. The house takes 900 W from
     * the grid, 200 W of them through the inverter/charger, which charges with 400 W: 600 W go in
     * and 200 W come out.
     */
    static Gx house(String model) {
        return new Gx(model)
                .put(28, 3)
                .put(130, 0, 9_000, 0, 3_000, 0, 3_000, 0, 3_000)
                .put(12, 20, 20, 20)
                .put(23, 10, 10, 0)
                .put(38, 0, 0)
                .put(71, 0)
                .put(96, 0, 0, 0, 0, 0, 0)
                .put(826, 1)
                .put(908, 0, 300, 0, 300, 0, 300)
                .put(2700, 50)
                .put(2716, 0, 0)
                .put(2902, 1)
                .put(5400, 0);
    }

    static Register register(int address, int words) {
        return FAMILY.table().registers().stream()
                .filter(row -> row.address() == address && row.type().words() == words)
                .findFirst()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "no register of " + words + " words at " + address));
    }

    Gx put(int address, int... values) {
        for (int i = 0; i < values.length; i++) {
            words.put(address + i, values[i]);
        }
        return this;
    }

    /** Makes the GX answer nothing at an address. */
    Gx without(int address) {
        words.remove(address);
        return this;
    }

    /** What the session does with a command. */
    Gx execute(List<RegisterWrite> commands) {
        for (RegisterWrite command : commands) {
            boolean same = get(command.register()).filter(command.value()::equals).isPresent();
            if (!(command.onlyIfDifferent() && same)) {
                Register register = table.register(command.register()).orElseThrow();
                put(register.address(), register.encode(command.value()));
                writes.add(register.address() + "=" + command.value());
            }
        }
        return this;
    }

    List<String> writes() {
        return writes;
    }

    Optional<Object> point(String name) {
        return table.point(name).orElseThrow().value().evaluate(this::get);
    }

    @Override
    public Optional<Object> get(String name) {
        Register register =
                table.register(name).orElseThrow(() -> new AssertionError("no " + name));
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
