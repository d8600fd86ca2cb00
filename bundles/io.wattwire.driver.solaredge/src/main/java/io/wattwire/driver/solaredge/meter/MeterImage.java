package io.wattwire.driver.solaredge.meter;

import io.wattwire.device.model.Access;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.Values;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.server.RegisterBank;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The registers of one emulated meter: what masters read is computed from the latest values, what
 * they write is kept. Not thread-safe.
 */
final class MeterImage implements RegisterBank, Habits.Access {

    private final MeterKind kind;
    private final MeterTable table;
    private final Habits habits;
    private final Memory memory;
    private final Map<String, Double> settings;
    private final Supplier<Map<String, Double>> figures;
    private final Runnable zeroDemand;
    private final Map<RegisterKind, NavigableMap<Integer, Register>> at =
            new EnumMap<>(RegisterKind.class);

    /**
     * @param settings what the meter is set to, by name
     * @param figures all quantities and settings of now, by name
     * @param zeroDemand begins the demands anew
     */
    MeterImage(
            MeterKind kind,
            Memory memory,
            Map<String, Double> settings,
            Supplier<Map<String, Double>> figures,
            Runnable zeroDemand) {
        this.kind = kind;
        this.memory = memory;
        this.settings = settings;
        this.figures = figures;
        this.zeroDemand = zeroDemand;
        table = MeterTable.of(kind);
        habits = kind.habits();
        for (Register register : table.registers().registers()) {
            at.computeIfAbsent(register.kind(), any -> new TreeMap<>())
                    .put(register.address(), register);
        }
    }

    @Override
    public int[] read(RegisterKind asked, int address, int count) throws ModbusFault {
        NavigableMap<Integer, Register> registers = registers(asked);
        Values names = names();
        int[] words = new int[count];
        int next = address;
        while (next < address + count) {
            Map.Entry<Integer, Register> entry = registers.floorEntry(next);
            if (entry == null || entry.getValue().type().words() <= next - entry.getKey()) {
                next = skipGap(registers, next);
                continue;
            }
            int[] own = words(entry.getValue(), names);
            int from = next - entry.getKey();
            int length = Math.min(own.length - from, address + count - next);
            System.arraycopy(own, from, words, next - address, length);
            next += length;
        }
        habits.afterRead(address, count);
        return words;
    }

    private NavigableMap<Integer, Register> registers(RegisterKind asked) throws ModbusFault {
        RegisterKind meant =
                kind.oneTable() && asked == RegisterKind.INPUT ? RegisterKind.HOLDING : asked;
        NavigableMap<Integer, Register> registers = at.get(meant);
        if (registers == null) {
            throw refuse(ModbusFault.ILLEGAL_FUNCTION, "the meter has no " + asked);
        }
        return registers;
    }

    /** Some meters read 0 where nothing is, between what they have. */
    private int skipGap(NavigableMap<Integer, Register> registers, int address) throws ModbusFault {
        Integer next = registers.ceilingKey(address);
        if (!kind.gapsReadZero() || next == null || registers.floorKey(address) == null) {
            throw refuse(ModbusFault.ILLEGAL_ADDRESS, "no register " + address);
        }
        return next;
    }

    private ModbusFault refuse(int code, String why) {
        habits.failed(code);
        return new ModbusFault(code, why);
    }

    /** Names that expressions know; what no source gives is 0, as a meter shows no "unknown". */
    private Values names() {
        Map<String, Double> known = new HashMap<>(figures.get());
        known.putAll(habits.figures(this));
        return name ->
                Optional.of(known.containsKey(name) ? known.get(name) : setting(name, known));
    }

    /** What masters set, or what the meter begins with. */
    private double setting(String name, Map<String, Double> known) {
        if (memory.setting(name).isPresent() || !table.kept().contains(name)) {
            return memory.setting(name).orElse(0);
        }
        Register register = table.registers().register(name).orElseThrow();
        return value(register, preset -> Optional.of(known.getOrDefault(preset, 0.0)));
    }

    private int[] words(Register register, Values names) {
        double value = value(register, names) + memory.distance(register.name());
        return register.encodeNearest(value);
    }

    private double value(Register register, Values names) {
        if (table.kept().contains(register.name()) && memory.setting(register.name()).isPresent()) {
            return memory.setting(register.name()).getAsDouble();
        }
        Object value = table.shows().get(register).evaluate(names).orElse(0.0);
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    @Override
    public void write(RegisterKind asked, int address, int[] words) throws ModbusFault {
        NavigableMap<Integer, Register> registers = registers(asked);
        Map<String, Double> writes = new LinkedHashMap<>();
        int next = address;
        while (next < address + words.length) {
            Register register = registers.get(next);
            int end = register == null ? 0 : next + register.type().words();
            if (register == null || register.access() == Access.R || end > address + words.length) {
                throw refuse(
                        ModbusFault.ILLEGAL_ADDRESS, "register " + next + " cannot be written");
            }
            int[] own = Arrays.copyOfRange(words, next - address, end - address);
            writes.put(register.name(), checked(register, own));
            next = end;
        }
        try {
            habits.beforeWrite(writes, this);
        } catch (ModbusFault refused) {
            throw refuse(refused.code(), refused.getMessage());
        }
        Values names = names();
        writes.forEach((name, value) -> take(name, value, names));
    }

    private double checked(Register register, int[] words) throws ModbusFault {
        Object value = register.decode(words).orElse(Double.NaN);
        double number = value instanceof Number known ? known.doubleValue() : Double.NaN;
        if (!(number >= register.min().orElse(number) && number <= register.max().orElse(number))) {
            throw refuse(ModbusFault.ILLEGAL_VALUE, register.name() + " cannot be " + number);
        }
        return number;
    }

    private void take(String name, double value, Values names) {
        Register register = table.registers().register(name).orElseThrow();
        if (table.kept().contains(name)) {
            memory.set(name, value);
        } else if (isEnergy(register)) {
            memory.preset(name, value(register, names), value);
        }
        habits.afterWrite(name, value, this);
    }

    private static boolean isEnergy(Register register) {
        return register.access() != Access.R && register.unit().endsWith("h");
    }

    @Override
    public byte[] serverId() {
        return habits.serverId();
    }

    @Override
    public double kept(String register, String setting) {
        return memory.setting(register).orElse(settings.getOrDefault(setting, 0.0));
    }

    @Override
    public void keep(String register, double value) {
        memory.set(register, value);
    }

    @Override
    public void forget(String register) {
        memory.forget(register);
    }

    @Override
    public void zeroEnergies() {
        Values names = names();
        table.shows().keySet().stream()
                .filter(MeterImage::isEnergy)
                .forEach(it -> memory.preset(it.name(), value(it, names), 0));
    }

    @Override
    public void zeroDemand() {
        zeroDemand.run();
    }
}
