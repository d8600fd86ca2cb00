package io.wattwire.simulator.device;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Range;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.simulator.plant.Plant;
import io.wattwire.simulator.plant.PlantState;
import java.time.Duration;
import java.util.List;

/**
 * A Growatt MIN TL-X as the PV inverter of a plant: it obeys holding register 3, keeps what is
 * written there only while register 2 is 1, is off without sun, and has no watchdog. Thread-safe.
 */
public final class SimulatedGrowatt implements SimulatedDevice {

    /** Its name in the family's list of models. */
    public static final String MODEL = "min";

    private static final int NO_LIMIT = 255;
    private static final int FULL_PERCENT = 100;
    private static final int MIN_TL_X = 5_200;

    private final Plant plant;
    private final TableDevice device;
    private final GrowattValues values;
    private final Register rate;
    private final Register memory;
    private int powerLosses;
    private int storedWrites;

    /**
     * An inverter with the rating of the plant's.
     *
     * @param family the Growatt family as its driver declares it
     * @param plant what it is part of
     * @param unit its unit id, which is also in a register
     */
    public SimulatedGrowatt(DeviceFamily family, Plant plant, int unit) {
        this(
                family.table().forModel(MODEL),
                new RegisterSpace(family.rules(), blocks()),
                plant,
                unit);
    }

    SimulatedGrowatt(RegisterTable table, RegisterSpace space, Plant plant, int unit) {
        this.plant = plant;
        this.device = new TableDevice(table, space);
        this.values = new GrowattValues(device, plant.site().inverter());
        this.rate = table.register("active_power_rate").orElseThrow();
        this.memory = table.register("pf_cmd_memory").orElseThrow();
        device.set("on_off", 1)
                .set(rate.name(), FULL_PERCENT)
                .set(memory.name(), 0)
                .set("nominal_power", plant.site().inverter().ratedW())
                .set("device_type_code", MIN_TL_X)
                .set("firmware_version", "GH1.0")
                .set("serial_number_short", "SIM0042000")
                .set("serial_number_long", "SIM0042000")
                .set("modbus_address", unit);
    }

    /** Its blocks of 125 words, in which unlisted registers read 0. */
    static List<Range> blocks() {
        return List.of(
                new Range(RegisterKind.HOLDING, 0, 249),
                new Range(RegisterKind.HOLDING, 3_000, 3_124),
                new Range(RegisterKind.INPUT, 0, 124),
                new Range(RegisterKind.INPUT, 3_000, 3_249));
    }

    @Override
    public synchronized void refresh() {
        PlantState state = plant.state();
        if (state.powerLosses() != powerLosses) {
            powerLosses = state.powerLosses();
            device.losePower();
            device.set(rate.name(), state.limitPercent());
        }
        values.show(state);
    }

    @Override
    public int[] read(RegisterKind kind, int address, int count) throws ModbusFault {
        return device.read(kind, address, count);
    }

    @Override
    public synchronized void write(RegisterKind kind, int address, int[] words) throws ModbusFault {
        boolean limits = covers(rate, kind, address, words.length);
        int percent = limits ? words[rate.address() - address] : FULL_PERCENT;
        if (percent > FULL_PERCENT && percent != NO_LIMIT) {
            throw new ModbusFault(
                    ModbusFault.ILLEGAL_VALUE, rate.name() + " does not take " + percent);
        }
        device.write(kind, address, words);
        boolean stored = device.get(memory.name()).filter("stored"::equals).isPresent();
        if (limits) {
            plant.limitInverter(Math.min(percent, FULL_PERCENT), stored);
        }
        if (!limits || stored) {
            storedWrites++;
        }
    }

    private static boolean covers(Register register, RegisterKind kind, int address, int count) {
        return register.kind() == kind
                && address <= register.address()
                && register.address() < address + count;
    }

    /**
     * How many writes went to memory that wears out.
     *
     * @return the number since the start
     */
    public synchronized int storedWrites() {
        return storedWrites;
    }

    /** It is fed by the sun. */
    @Override
    public boolean answers() {
        return plant.state().inverterOn();
    }

    @Override
    public void restart(Duration start, Duration down) {
        plant.restartInverter(start, down);
    }

    /** Nothing: the next refresh sees that the plant took the power away. */
    @Override
    public void losePower() {}
}
