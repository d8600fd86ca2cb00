package io.wattwire.simulator.device;

import io.wattwire.device.model.Access;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.MeterRole;
import io.wattwire.device.model.Model;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Service;
import io.wattwire.device.server.ModbusFault;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A device made from a driver's table. Values are set by the name of a register or of a common
 * point, in engineering units; what has not been set is 0. It answers as the device's own unit id;
 * parts with unit ids of their own are {@link #part}. Thread-safe.
 */
public final class TableDevice implements SimulatedDevice {

    private final RegisterTable table;
    private final RegisterSpace space;
    private final List<Service> parts;
    private final Map<String, WordMemory> memories = new HashMap<>();

    /**
     * A device with all values 0.
     *
     * @param table registers and points of one model and, for a meter, one role
     * @param space which requests it takes
     */
    public TableDevice(RegisterTable table, RegisterSpace space) {
        this(table, space, List.of());
    }

    /**
     * @param services parts of the device; those with a unit id of their own are served apart
     */
    private TableDevice(RegisterTable table, RegisterSpace space, List<Service> services) {
        this.table = table;
        this.space = space;
        this.parts = services.stream().filter(service -> !service.sameUnit()).toList();
        memories.put("", new WordMemory(registers("")));
        parts.forEach(part -> memories.put(part.name(), new WordMemory(registers(part.name()))));
    }

    private List<Register> registers(String part) {
        return table.registers().stream().filter(r -> part(r).equals(part)).toList();
    }

    /** The part that has a register; empty for the device's own unit id. */
    private String part(Register register) {
        boolean apart = parts.stream().anyMatch(p -> p.name().equals(register.service()));
        return apart ? register.service() : "";
    }

    private WordMemory memory(Register register) {
        return memories.get(part(register));
    }

    /**
     * A part with a unit id of its own, as it is served there. Values are set on this device.
     *
     * @param service the part's name
     * @return what answers on the part's unit id
     * @throws IllegalArgumentException when there is no such part
     */
    public SimulatedDevice part(String service) {
        if (parts.stream().noneMatch(part -> part.name().equals(service))) {
            throw new IllegalArgumentException("the device has no part '" + service + "'");
        }
        return new Part(service);
    }

    /** One unit id of the device. */
    private final class Part implements SimulatedDevice {
        private final String name;

        private Part(String name) {
            this.name = name;
        }

        @Override
        public int[] read(RegisterKind kind, int address, int count) throws ModbusFault {
            return readPart(name, kind, address, count);
        }

        @Override
        public void write(RegisterKind kind, int address, int[] words) throws ModbusFault {
            writePart(name, kind, address, words);
        }

        @Override
        public void refresh() {}

        @Override
        public boolean answers() {
            return true;
        }

        @Override
        public void restart(Duration start, Duration down) {}

        @Override
        public void losePower() {
            synchronized (TableDevice.this) {
                memories.get(name).losePower();
            }
        }
    }

    /**
     * A device of a family; a meter sees the grid. Unlisted registers are refused, except where the
     * family says that they read 0.
     *
     * @param family what the driver says
     * @param model one of its models
     * @return the device
     * @throws IllegalArgumentException when the family has no such model; the message names those
     *     it has
     */
    public static TableDevice of(DeviceFamily family, String model) {
        return of(family, model, false);
    }

    /**
     * @param gaps whether small gaps between registers read 0
     */
    static TableDevice of(DeviceFamily family, String model, boolean gaps) {
        if (family.models().stream().noneMatch(m -> m.name().equals(model))) {
            throw new IllegalArgumentException(
                    family.name()
                            + " has no model '"
                            + model
                            + "', but "
                            + family.models().stream().map(Model::name).toList());
        }
        RegisterTable table = family.exampleTable(model);
        RegisterSpace space = new RegisterSpace(family.rules(), family.zeros());
        TableDevice device =
                new TableDevice(
                        family.meter() ? table.forMeter(MeterRole.GRID, false, 0) : table,
                        gaps ? space.withGaps(table.registers()) : space,
                        family.services());
        device.memories.get("").preset(RegisterKind.HOLDING, family.exampleWords(model));
        return device;
    }

    /**
     * The registers and points that it has.
     *
     * @return the table
     */
    public RegisterTable table() {
        return table;
    }

    /**
     * Sets a value, rounded to what the register can show. The value is also what the register
     * holds after a loss of power.
     *
     * @param name register or common point
     * @param value engineering value: number, text, label or boolean
     * @return this device
     * @throws IllegalArgumentException when there is no such name, or the value does not fit it
     */
    public synchronized TableDevice set(String name, Object value) {
        Optional<Register> register = table.register(name);
        if (register.isPresent()) {
            store(register.get(), value);
            return this;
        }
        Point point = table.point(name).orElseThrow(() -> unknown(name));
        PointInverse.solve(table, point, value, this::get)
                .forEach(
                        (part, number) -> {
                            Register of = table.register(part).orElseThrow(() -> unknown(part));
                            store(of, number);
                        });
        return this;
    }

    private void store(Register register, Object value) {
        Register scaled = register.scaled(this::get).orElse(register);
        memory(register).store(register, scaled.encodeNearest(value));
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException(
                "the device has no register or common point '"
                        + name
                        + "'; 'wattwire registers' lists them");
    }

    /**
     * Sets several values, registers before points: a point may need a register to be known.
     *
     * @param values engineering values by register or common point
     * @return this device
     * @throws IllegalArgumentException at the first that does not fit
     */
    public synchronized TableDevice setAll(Map<String, ?> values) {
        values.forEach((name, value) -> setIf(table.register(name).isPresent(), name, value));
        values.forEach((name, value) -> setIf(table.register(name).isEmpty(), name, value));
        return this;
    }

    private void setIf(boolean turn, String name, Object value) {
        if (turn) {
            set(name, value);
        }
    }

    /**
     * What a register or common point holds now.
     *
     * @param name register or common point
     * @return engineering value, empty when it has none
     * @throws IllegalArgumentException when there is no such name
     */
    public synchronized Optional<Object> get(String name) {
        Optional<Register> register = table.register(name);
        if (register.isPresent()) {
            return register.get().decode(memory(register.get()).raw(register.get()), this::get);
        }
        return table.point(name).orElseThrow(() -> unknown(name)).value().evaluate(this::get);
    }

    @Override
    public int[] read(RegisterKind kind, int address, int count) throws ModbusFault {
        return readPart("", kind, address, count);
    }

    private synchronized int[] readPart(String part, RegisterKind kind, int address, int count)
            throws ModbusFault {
        WordMemory memory = memories.get(part);
        space.checkRead(kind, address, count);
        int[] block = new int[count];
        for (int i = 0; i < count; i++) {
            OptionalInt word = memory.word(kind, address + i);
            if (word.isEmpty() && !readsZero(memory, kind, address + i)) {
                throw new ModbusFault(
                        ModbusFault.ILLEGAL_ADDRESS, "no " + kind + " register " + (address + i));
            }
            block[i] = word.orElse(0);
        }
        return block;
    }

    /** A single word on a device of pairs has an empty neighbour, or nobody could read it. */
    private boolean readsZero(WordMemory memory, RegisterKind kind, int address) {
        boolean neighbour = space.rules().evenOnly() && memory.word(kind, address ^ 1).isPresent();
        return neighbour || space.readsZero(kind, address);
    }

    /** Refuses what the table says cannot be written, then keeps the words. */
    @Override
    public void write(RegisterKind kind, int address, int[] written) throws ModbusFault {
        writePart("", kind, address, written);
    }

    private synchronized void writePart(String part, RegisterKind kind, int address, int[] written)
            throws ModbusFault {
        checkWrite(memories.get(part), kind, address, written);
        memories.get(part).put(kind, address, written);
    }

    /**
     * Tells whether a write would be taken, without doing it.
     *
     * @param kind table
     * @param address first address
     * @param written the words
     * @throws ModbusFault with the code that the device answers: 2 when a register does not exist,
     *     cannot be written or is hit in part, 3 when a value is out of range
     */
    synchronized void checkWrite(RegisterKind kind, int address, int[] written) throws ModbusFault {
        checkWrite(memories.get(""), kind, address, written);
    }

    private void checkWrite(WordMemory memory, RegisterKind kind, int address, int[] written)
            throws ModbusFault {
        boolean[] taken = new boolean[written.length];
        for (Register register : memory.at(kind, address, written.length)) {
            int from = register.address() - address;
            int to = from + register.type().words();
            if (from >= 0 && to <= written.length && register.access() != Access.R) {
                checkRange(register, Arrays.copyOfRange(written, from, to));
                Arrays.fill(taken, from, to, true);
            }
        }
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                throw new ModbusFault(
                        ModbusFault.ILLEGAL_ADDRESS,
                        "no " + kind + " register to write as a whole at " + (address + i));
            }
        }
    }

    private void checkRange(Register register, int[] raw) throws ModbusFault {
        Object value = register.decode(raw, this::get).orElse(null);
        if (value instanceof Number number
                && (number.doubleValue() < register.min().orElse(Double.NEGATIVE_INFINITY)
                        || number.doubleValue()
                                > register.max().orElse(Double.POSITIVE_INFINITY))) {
            throw new ModbusFault(
                    ModbusFault.ILLEGAL_VALUE, register.name() + " does not take " + value);
        }
    }

    /** Does nothing: fixed values do not change by themselves. */
    @Override
    public void refresh() {}

    @Override
    public boolean answers() {
        return true;
    }

    /** Does nothing: silence is all that a restart does before it is over. */
    @Override
    public void restart(Duration start, Duration down) {}

    /** Volatile registers that can be written hold again what was set at last, else 0. */
    @Override
    public synchronized void losePower() {
        memories.get("").losePower();
    }
}
