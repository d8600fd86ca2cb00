package io.wattwire.simulator.device;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Identification;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.Presence;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Service;
import io.wattwire.device.model.Values;
import io.wattwire.device.server.ModbusFault;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Any device of a family at work in a house at noon, made of its table and controls: it says which
 * model it is, its values fit each other, and a set-point that its control reads back changes them,
 * until what was written expires. Thread-safe.
 */
public final class WorkingDevice implements SimulatedDevice {

    private static final byte WRITE_SINGLE = 6;
    private static final String SERIAL = "SIM0042000";

    private final TableDevice device;
    private final List<PointControl> controls;
    private final List<Service> services;
    private final boolean multipleOnly;
    private final LongSupplier nanoClock;
    private final Map<String, OptionalDouble> before = new HashMap<>();

    /** When a register was written, and what it held before. */
    private final Map<Register, Written> written = new HashMap<>();

    private record Written(long nanos, Object before) {}

    /**
     * A device at noon.
     *
     * @param family what the driver says
     * @param model one of its models
     * @param nanoClock for what expires
     * @throws IllegalArgumentException when the family has no such model
     */
    public WorkingDevice(DeviceFamily family, String model, LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        device = TableDevice.of(family, model);
        services = family.services();
        multipleOnly = family.writesMultiple();
        controls =
                family.controls().stream()
                        .filter(it -> it.models().isEmpty() || it.models().contains(model))
                        .toList();
        fill(family, model);
        controls.forEach(control -> before.put(control.point(), said(control)));
    }

    private void fill(DeviceFamily family, String model) {
        RegisterTable table = device.table();
        for (Register register : table.registers()) {
            UsualValues.of(register).ifPresent(value -> offer(register.name(), value));
            if (register.name().endsWith("serial_number")) {
                offer(register.name(), SERIAL);
            }
        }
        family.presences().forEach(this::show);
        House.constants().forEach(this::offerPoint);
        table.point("inverter_power_limit").ifPresent(limit -> offerPoint(limit.name(), 10_000.0));
        family.identification()
                .map(Identification::examples)
                .map(examples -> examples.get(model))
                .ifPresent(example -> example.forEach(device::set));
        flow();
    }

    private void show(Presence presence) {
        offer(presence.register(), presence.state());
    }

    /** Sets what fits; a guess that does not is left out. */
    private void offer(String name, Object value) {
        try {
            device.set(name, value);
        } catch (IllegalArgumentException unfit) {
            // a register of text where a number was guessed, or a point that cannot be solved
        }
    }

    private void offerPoint(String name, Object value) {
        if (device.table()
                .point(name)
                .map(Point::value)
                .filter(v -> !v.registers().isEmpty())
                .isPresent()) {
            offer(name, value);
        }
    }

    private void flow() {
        House.flows(
                        device.table(),
                        commanded("battery_power_setpoint"),
                        commanded("inverter_power_limit"),
                        commanded("grid_export_limit"))
                .forEach(this::offerPoint);
    }

    /** What the device was told since it began. */
    private OptionalDouble commanded(String point) {
        for (PointControl control : controls) {
            if (control.point().equals(point)) {
                OptionalDouble now = said(control);
                return now.equals(before.getOrDefault(point, now)) ? OptionalDouble.empty() : now;
            }
        }
        return OptionalDouble.empty();
    }

    private OptionalDouble said(PointControl control) {
        Values values =
                name ->
                        device.table().register(name).isPresent()
                                ? device.get(name)
                                : Optional.empty();
        return control.readBack(values);
    }

    /**
     * The registers and points that it has.
     *
     * @return the table
     */
    public RegisterTable table() {
        return device.table();
    }

    /**
     * What a register or common point holds now.
     *
     * @param name register or common point
     * @return engineering value, empty when it has none
     * @throws IllegalArgumentException when there is no such name
     */
    public synchronized Optional<Object> get(String name) {
        refresh();
        return device.get(name);
    }

    /**
     * Parts with a unit id of their own.
     *
     * @param names of the parts, at least one, all on the same unit id
     * @return what answers there
     * @throws IllegalArgumentException when there is no such part
     */
    public SimulatedDevice parts(List<String> names) {
        names.forEach(device::part);
        return new Obeying(List.copyOf(names));
    }

    @Override
    public synchronized void refresh() {
        long now = nanoClock.getAsLong();
        Set<String> over = new HashSet<>();
        written.forEach(
                (register, write) -> {
                    long expiry = register.expiry().toNanos();
                    if (expiry > 0 && now - write.nanos() >= expiry) {
                        over.add(register.name());
                        controls.forEach(control -> endWith(register, control, over));
                    }
                });
        if (over.isEmpty()) {
            return;
        }
        written.forEach(
                (register, write) -> {
                    if (over.contains(register.name())) {
                        offer(register.name(), write.before());
                    }
                });
        written.keySet().removeIf(register -> over.contains(register.name()));
        flow();
    }

    /** What a device forgets takes the rest of its command with it. */
    private static void endWith(Register register, PointControl control, Set<String> over) {
        Set<String> command = new HashSet<>(control.readBackRegisters());
        command.addAll(control.saved());
        if (command.contains(register.name())) {
            over.addAll(command);
        }
    }

    @Override
    public int[] read(RegisterKind kind, int address, int count) throws ModbusFault {
        return device.read(kind, address, count);
    }

    @Override
    public void write(RegisterKind kind, int address, int[] words) throws ModbusFault {
        obey("", device, kind, address, words);
    }

    private synchronized void obey(
            String part, SimulatedDevice target, RegisterKind kind, int address, int[] words)
            throws ModbusFault {
        Map<Register, Object> held = new HashMap<>();
        for (Register register : device.table().registers()) {
            boolean hit =
                    register.kind() == kind
                            && part(register).equals(part)
                            && register.address() >= address
                            && register.address() < address + words.length;
            if (hit) {
                device.get(register.name()).ifPresent(value -> held.put(register, value));
            }
        }
        target.write(kind, address, words);
        long now = nanoClock.getAsLong();
        held.forEach(
                (register, value) ->
                        written.merge(
                                register,
                                new Written(now, value),
                                (old, next) -> new Written(now, old.before())));
        flow();
    }

    private String part(Register register) {
        boolean apart =
                services.stream()
                        .anyMatch(it -> it.name().equals(register.service()) && !it.sameUnit());
        return apart ? register.service() : "";
    }

    @Override
    public boolean answers() {
        return true;
    }

    /** Does nothing: silence is all that a restart does before it is over. */
    @Override
    public void restart(Duration start, Duration down) {}

    @Override
    public synchronized void losePower() {
        device.losePower();
        written.clear();
        flow();
    }

    /** Tells function 6 and 16 apart as the family does. */
    @Override
    public boolean takes(byte[] requestPdu) {
        return !multipleOnly || requestPdu[0] != WRITE_SINGLE;
    }

    /** Parts that answer on one unit id, and obey as the device does. */
    private final class Obeying implements SimulatedDevice {
        private final List<String> names;

        private Obeying(List<String> names) {
            this.names = names;
        }

        @Override
        public int[] read(RegisterKind kind, int address, int count) throws ModbusFault {
            return first(name -> device.part(name).read(kind, address, count));
        }

        @Override
        public void write(RegisterKind kind, int address, int[] words) throws ModbusFault {
            first(
                    name -> {
                        obey(name, device.part(name), kind, address, words);
                        return words;
                    });
        }

        private int[] first(Try each) throws ModbusFault {
            ModbusFault refusal = null;
            for (String name : names) {
                try {
                    return each.on(name);
                } catch (ModbusFault fault) {
                    refusal = fault;
                }
            }
            throw refusal;
        }

        @Override
        public void refresh() {
            WorkingDevice.this.refresh();
        }

        @Override
        public boolean answers() {
            return true;
        }

        @Override
        public void restart(Duration start, Duration down) {}

        @Override
        public void losePower() {
            names.forEach(name -> device.part(name).losePower());
        }

        @Override
        public boolean takes(byte[] requestPdu) {
            return WorkingDevice.this.takes(requestPdu);
        }
    }

    /** Something that one of several parts does. */
    private interface Try {
        int[] on(String part) throws ModbusFault;
    }
}
