package io.wattwire.simulator.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.MeterRole;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.server.RegisterBank;
import io.wattwire.simulator.Families;
import io.wattwire.simulator.Scenario;
import io.wattwire.simulator.plant.Plant;
import io.wattwire.simulator.plant.PlantState;
import io.wattwire.simulator.plant.SimulatedTime;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the drivers make of the simulated devices: identity, common points and the limit. */
class DriverViewTest {

    private final SimulatedTime time = new SimulatedTime();
    private final Plant plant = new Plant(Scenario.steady(4_000, 1_000).site(), time);
    private final SimulatedGrowatt inverter = new SimulatedGrowatt(Families.GROWATT, plant, 1);
    private final SimulatedSdm230 meter = new SimulatedSdm230(Families.SDM, plant, 2);

    private static Values values(DeviceFamily family, RegisterTable table, SimulatedDevice device) {
        return name -> table.register(name).flatMap(register -> value(family, register, device));
    }

    private static Optional<Object> value(
            DeviceFamily family, Register register, RegisterBank bank) {
        try {
            return register.decode(
                    RegisterTables.readWords(bank, register, family.rules().evenOnly()));
        } catch (ModbusFault e) {
            return Optional.empty();
        }
    }

    private Values inverterValues() {
        inverter.refresh();
        return values(Families.GROWATT, Families.GROWATT.table().forModel("min"), inverter);
    }

    private double point(DeviceFamily family, RegisterTable table, Values values, String name) {
        Object value = table.point(name).orElseThrow().value().evaluate(values).orElseThrow();
        return ((Number) value).doubleValue();
    }

    @Test
    void bothAreRecognised() {
        Identity growatt =
                Families.GROWATT
                        .identification()
                        .orElseThrow()
                        .identify(values(Families.GROWATT, Families.GROWATT.table(), inverter));
        assertEquals("min", growatt.model());
        assertTrue(growatt.recognised());
        assertEquals(4_200, growatt.ratedPowerW().orElseThrow());
        Identity sdm =
                Families.SDM
                        .identification()
                        .orElseThrow()
                        .identify(values(Families.SDM, Families.SDM.table(), meter));
        assertEquals("sdm230", sdm.model());
        assertTrue(sdm.recognised());
    }

    @Test
    void commonPointsTellThePlantsTruth() {
        time.pass(10);
        meter.refresh();
        PlantState truth = plant.state();
        RegisterTable grid =
                Families.SDM.table().forModel("sdm230").forMeter(MeterRole.GRID, false, 0);
        Values seen = values(Families.SDM, grid, meter);
        assertEquals(truth.flow().gridW(), point(Families.SDM, grid, seen, "grid_power"), 0.01);
        assertEquals(truth.voltage(), point(Families.SDM, grid, seen, "grid_voltage_l1"), 0.01);
        RegisterTable pv = Families.GROWATT.table().forModel("min");
        Values made = inverterValues();
        assertEquals(4_000, point(Families.GROWATT, pv, made, "inverter_power"), 0.1);
        assertEquals(4_200, point(Families.GROWATT, pv, made, "inverter_rated_power"));
        assertEquals(42, point(Families.GROWATT, pv, made, "inverter_power_limit_step"));
    }

    @Test
    void theDriversLimitIsObeyedAndReadBack() throws ModbusFault {
        PointControl limit =
                Families.GROWATT.controls().stream()
                        .filter(c -> c.models().isEmpty() || c.models().contains("min"))
                        .findFirst()
                        .orElseThrow();
        RegisterTable table = Families.GROWATT.table().forModel("min");
        Set<String> saved = limit.saved();
        assertTrue(saved.contains("active_power_rate"));
        for (RegisterWrite write : limit.commands(1_700, inverterValues())) {
            Register register = table.register(write.register()).orElseThrow();
            inverter.write(register.kind(), register.address(), register.encode(write.value()));
        }
        assertEquals(1_680, limit.readBack(inverterValues()).orElseThrow());
        time.pass(20);
        assertEquals(1_680, plant.state().flow().inverterW(), 0.1);
        assertEquals(40, plant.state().limitPercent());
    }
}
