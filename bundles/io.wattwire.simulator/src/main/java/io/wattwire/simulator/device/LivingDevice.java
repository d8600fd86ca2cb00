package io.wattwire.simulator.device;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.Values;
import io.wattwire.device.server.ModbusFault;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleSupplier;

/**
 * A device of any family that lives in a house at noon, made from the family's tables and controls:
 * every register and common point shows something plausible, the model is recognised, and what is
 * commanded shows in the powers a moment later. Thread-safe.
 */
public final class LivingDevice implements SimulatedDevice {

    private static final byte WRITE_SINGLE = 6;

    /** Between two measurements, s. */
    private static final double PERIOD_S = 0.05;

    private final DeviceFamily family;
    private final TableDevice device;
    private final DoubleSupplier seconds;
    private final Map<String, Object> given;
    private final Levers levers;
    private final PowerBalance balance;
    private final HousePoints points;
    private final Mirrors mirrors;
    private double measured;
    private boolean stale = true;

    /**
     * A device that shows its first values at once.
     *
     * @param family what the driver says
     * @param model one of its models
     * @param sunW power of the house's PV, W
     * @param loadW power of its consumers, W
     * @param seconds the house's time, s
     * @param given values by register or common point that stay as they are
     * @throws IllegalArgumentException when there is no such model, or a given value does not fit
     */
    public LivingDevice(
            DeviceFamily family,
            String model,
            double sunW,
            double loadW,
            DoubleSupplier seconds,
            Map<String, Object> given) {
        this.family = family;
        this.seconds = seconds;
        this.given = Map.copyOf(given);
        device = TableDevice.of(family, model, true);
        FirstValues.show(device, family.exampleWords(model).keySet());
        points = new HousePoints(device);
        points.fixed().forEach(this::showPoint);
        family.identification()
                .map(who -> who.examples().getOrDefault(model, Map.of()))
                .ifPresent(device::setAll);
        device.setAll(given);
        Readiness.of(family, model, device);
        levers = new Levers(family, model, device);
        balance = new PowerBalance(points.site(sunW, loadW, Plausible.RATED_W), command());
        mirrors = new Mirrors(device);
        measured = seconds.getAsDouble();
        refresh();
    }

    private void showPoint(String name, Object value) {
        if (given.containsKey(name)) {
            return;
        }
        try {
            device.set(name, value);
        } catch (IllegalArgumentException unfit) {
            // a point that cannot be turned around shows what its registers make of it
        }
    }

    private PowerBalance.Command command() {
        OptionalDouble battery = levers.demand("battery_power_setpoint");
        if (battery.isEmpty()) {
            battery = phases();
        }
        OptionalDouble current = levers.demand("battery_current_setpoint");
        if (battery.isEmpty() && current.isPresent()) {
            double volts = value("battery_voltage").orElse(Plausible.BATTERY_V);
            battery = OptionalDouble.of(current.getAsDouble() * volts);
        }
        return new PowerBalance.Command(
                battery,
                levers.followed("battery_power_setpoint"),
                levers.demand("inverter_power_limit"),
                levers.demand("grid_export_limit"));
    }

    private OptionalDouble phases() {
        OptionalDouble sum = OptionalDouble.empty();
        for (int phase = 1; phase <= HousePoints.PHASES; phase++) {
            OptionalDouble one = levers.demand("battery_power_setpoint_l" + phase);
            if (one.isPresent()) {
                sum = OptionalDouble.of(sum.orElse(0) + one.getAsDouble());
            }
        }
        return sum;
    }

    private OptionalDouble value(String point) {
        Values values = name -> device.table().point(name).flatMap(p -> device.get(name));
        return values.number(point);
    }

    /**
     * What a register or common point shows.
     *
     * @param name register or common point
     * @return engineering value, empty when it has none
     * @throws IllegalArgumentException when there is no such name
     */
    public synchronized Optional<Object> get(String name) {
        refresh();
        return device.get(name);
    }

    @Override
    public synchronized void refresh() {
        double now = seconds.getAsDouble();
        if (!stale && now - measured < PERIOD_S) {
            return;
        }
        stale = false;
        levers.forget(now);
        balance.advance(Math.max(0, now - measured), command());
        measured = now;
        points.shown(balance).forEach(this::showPoint);
        mirrors.show();
        given.forEach(this::keep);
    }

    private void keep(String name, Object value) {
        boolean commanded =
                levers.all().stream()
                        .anyMatch(
                                lever ->
                                        lever.point().equals(name)
                                                || lever.registers().contains(name));
        boolean writable =
                device.table()
                        .register(name)
                        .filter(register -> register.access().toString().contains("W"))
                        .isPresent();
        if (!commanded && !writable) {
            device.set(name, value);
        }
    }

    @Override
    public synchronized int[] read(RegisterKind kind, int address, int count) throws ModbusFault {
        levers.asked(seconds.getAsDouble());
        return device.read(kind, address, count);
    }

    @Override
    public void write(RegisterKind kind, int address, int[] words) throws ModbusFault {
        write("", device, kind, address, words);
    }

    synchronized void write(
            String part, SimulatedDevice where, RegisterKind kind, int address, int[] words)
            throws ModbusFault {
        where.write(kind, address, words);
        Set<String> names = new HashSet<>();
        for (Register register : device.table().registers()) {
            if (register.kind() == kind
                    && isIn(register, part)
                    && register.address() < address + words.length
                    && address < register.address() + register.type().words()) {
                names.add(register.name());
            }
        }
        levers.written(names, seconds.getAsDouble());
        stale = true;
    }

    private boolean isIn(Register register, String part) {
        boolean own =
                family.service(register.service()).map(service -> service.sameUnit()).orElse(true);
        return part.isEmpty() ? own : Objects.equals(register.service(), part);
    }

    /**
     * Parts with unit ids of their own, as they are served there.
     *
     * @param names of the parts, at least one, all on the same unit id
     * @return what answers on that unit id
     * @throws IllegalArgumentException when there is no such part
     */
    public SimulatedDevice parts(List<String> names) {
        Map<String, SimulatedDevice> there = new LinkedHashMap<>();
        names.forEach(name -> there.put(name, device.part(name)));
        return new LivingParts(this, there);
    }

    /** Function 16 only, where the family says so. */
    @Override
    public boolean takes(byte[] requestPdu) {
        return !family.writesMultiple() || requestPdu[0] != WRITE_SINGLE;
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
        stale = true;
    }
}
