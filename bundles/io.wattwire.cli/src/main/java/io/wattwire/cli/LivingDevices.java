package io.wattwire.cli;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.simulator.SimulationBuilder;
import io.wattwire.simulator.device.LivingDevice;
import io.wattwire.simulator.device.SimulatedDevice;
import io.wattwire.simulator.device.SimulatedGrowatt;
import io.wattwire.simulator.device.SimulatedSdm230;
import io.wattwire.simulator.plant.Plant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Devices that live: in a plant where the simulator has one of its own for the family, else made of
 * the family's tables.
 */
final class LivingDevices {

    /** Makes a device. */
    private interface Maker {
        SimulatedDevice make(DeviceFamily family, Plant plant, int unit);
    }

    private static final Map<String, Maker> MAKERS =
            Map.of("sdm", SimulatedSdm230::new, "growatt", SimulatedGrowatt::new);

    /** The model that each of them imitates; the others show fixed values. */
    private static final Map<String, String> MODELS = Map.of("sdm", "sdm230", "growatt", "min");

    /** The house around every simulated device. */
    static final double SUN_W = 3000;

    static final double LOAD_W = 1200;

    private LivingDevices() {}

    static boolean knows(String family, String model) {
        return model.equals(MODELS.get(family));
    }

    static SimulatedDevice create(DeviceFamily family, Plant plant, int unit) {
        return MAKERS.get(family.name()).make(family, plant, unit);
    }

    /** Adds a device of any family with its parts, which are one and so made together. */
    static void add(
            SimulationBuilder builder,
            DeviceCatalog.Match match,
            String name,
            int unit,
            Map<String, Integer> parts,
            Map<String, Object> given) {
        long start = System.nanoTime();
        LivingDevice whole =
                new LivingDevice(
                        match.family(),
                        match.model(),
                        SUN_W,
                        LOAD_W,
                        () -> (System.nanoTime() - start) / 1e9,
                        given);
        builder.device(name, unit, plant -> whole);
        Map<Integer, List<String>> byUnit = new TreeMap<>();
        parts.forEach((part, id) -> byUnit.computeIfAbsent(id, n -> new ArrayList<>()).add(part));
        byUnit.forEach(
                (id, there) ->
                        builder.device(String.join(" ", there), id, plant -> whole.parts(there)));
    }
}
