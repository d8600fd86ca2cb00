package io.wattwire.simulator.device;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.MeterRole;
import io.wattwire.device.model.Range;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.simulator.plant.Energies;
import io.wattwire.simulator.plant.Plant;
import io.wattwire.simulator.plant.PlantState;
import java.time.Duration;
import java.util.List;

/**
 * An Eastron SDM230 at the grid connection of a plant.
 *
 * <p>As the real one it takes even addresses and counts only, reads 0 in the gaps of its two main
 * blocks, and measures five times a second (the rate is not in the sheets). Thread-safe.
 */
public final class SimulatedSdm230 implements SimulatedDevice {

    /** Its name in the family's list of models. */
    public static final String MODEL = "sdm230";

    private static final double MEASURES_EVERY_S = 0.2;
    private static final double IMPORTED_BEFORE_KWH = 1_234.5;
    private static final double EXPORTED_BEFORE_KWH = 567.8;
    private static final double WH_PER_KWH = 1_000;
    private static final int BAUD_9600 = 2;

    private final Plant plant;
    private final TableDevice device;
    private double measuredS = Double.NEGATIVE_INFINITY;

    /**
     * A meter.
     *
     * @param family the SDM family as its driver declares it
     * @param plant what it measures
     * @param unit its unit id, which is also in a register
     */
    public SimulatedSdm230(DeviceFamily family, Plant plant, int unit) {
        this(
                family.table().forModel(MODEL).forMeter(MeterRole.GRID, false, 0),
                new RegisterSpace(family.rules(), gaps()),
                plant,
                unit);
    }

    SimulatedSdm230(RegisterTable table, RegisterSpace space, Plant plant, int unit) {
        this.plant = plant;
        this.device = new TableDevice(table, space);
        device.set("serial_number", 23_000_417)
                .set("meter_code", 43)
                .set("software_version", 0x0102)
                .set("network_node", unit)
                .set("network_baud", BAUD_9600);
    }

    /** Where unlisted input registers read 0; between and beyond, the sheets say not to read. */
    static List<Range> gaps() {
        return List.of(
                new Range(RegisterKind.INPUT, 0, 95), new Range(RegisterKind.INPUT, 258, 345));
    }

    @Override
    public synchronized void refresh() {
        PlantState state = plant.state();
        if (state.seconds() - measuredS < MEASURES_EVERY_S) {
            return;
        }
        measuredS = state.seconds() - state.seconds() % MEASURES_EVERY_S;
        power(state);
        energy(state.energies());
    }

    private void power(PlantState state) {
        double watts = state.flow().gridW();
        double var = state.reactiveVar();
        double va = Math.hypot(watts, var);
        device.set("voltage", state.voltage())
                .set("frequency", state.frequency())
                .set("active_power", watts)
                .set("reactive_power", var)
                .set("apparent_power", va)
                .set("current", va / state.voltage())
                .set("power_factor", va == 0 ? 1 : watts / va)
                .set("phase_angle", Math.toDegrees(Math.atan2(var, Math.abs(watts))));
    }

    private void energy(Energies energies) {
        double imported = IMPORTED_BEFORE_KWH + energies.importedWh() / WH_PER_KWH;
        double exported = EXPORTED_BEFORE_KWH + energies.exportedWh() / WH_PER_KWH;
        device.set("import_active_energy", imported)
                .set("export_active_energy", exported)
                .set("total_active_energy", imported + exported);
    }

    @Override
    public int[] read(RegisterKind kind, int address, int count) throws ModbusFault {
        return device.read(kind, address, count);
    }

    @Override
    public void write(RegisterKind kind, int address, int[] words) throws ModbusFault {
        device.write(kind, address, words);
    }

    /** A meter has power as long as the grid has. */
    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void restart(Duration start, Duration down) {
        device.restart(start, down);
    }

    @Override
    public void losePower() {
        device.losePower();
    }
}
