package io.wattwire.cli;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.simulator.device.SimulatedDevice;
import io.wattwire.simulator.device.SimulatedGrowatt;
import io.wattwire.simulator.device.SimulatedSdm230;
import io.wattwire.simulator.plant.Plant;
import java.util.Map;

/** The families for which the simulator has a device that lives in a plant. */
final class LivingDevices {

    /** Makes a device. */
    private interface Maker {
        SimulatedDevice make(DeviceFamily family, Plant plant, int unit);
    }

    private static final Map<String, Maker> MAKERS =
            Map.of("sdm", SimulatedSdm230::new, "growatt", SimulatedGrowatt::new);

    /** The model that each of them imitates; the others show fixed values. */
    private static final Map<String, String> MODELS = Map.of("sdm", "sdm230", "growatt", "min");

    private LivingDevices() {}

    static boolean knows(String family, String model) {
        return model.equals(MODELS.get(family));
    }

    static SimulatedDevice create(DeviceFamily family, Plant plant, int unit) {
        return MAKERS.get(family.name()).make(family, plant, unit);
    }
}
