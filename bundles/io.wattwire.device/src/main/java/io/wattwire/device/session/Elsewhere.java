package io.wattwire.device.session;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.MeterRole;
import io.wattwire.device.model.Model;
import io.wattwire.device.model.RegisterTable;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why a name that exists means nothing for this device: its model is not known, lacks it, or it
 * measures something else.
 *
 * @param family all that the driver knows
 * @param model the device's model; empty when it is not known
 * @param ofModel what the model has, whatever it measures
 */
record Elsewhere(DeviceFamily family, String model, RegisterTable ofModel) {

    /** What of it the device shows as a meter with that role; all of it where it is no meter. */
    RegisterTable seen(MeterRole role, boolean inverted, int phase) {
        return family.meter() ? ofModel.forMeter(role, inverted, phase) : ofModel;
    }

    /** One sentence with cause and remedy; empty when no device of the family has the name. */
    Optional<String> reason(String name) {
        if (!has(family.table(), name)) {
            return Optional.empty();
        }
        if (has(ofModel, name)) {
            return Optional.of(
                    "a meter with another role has '"
                            + name
                            + "'; set meter.role to what it measures");
        }
        if (model.isEmpty()) {
            return Optional.of(
                    "'"
                            + name
                            + "' means nothing before the model is known; set the model to one of "
                            + family.models().stream()
                                    .map(Model::name)
                                    .collect(Collectors.joining(", ")));
        }
        return Optional.of(
                "this device ("
                        + model
                        + ") has no '"
                        + name
                        + "': its model or firmware lacks the registers, others have them");
    }

    private static boolean has(RegisterTable table, String name) {
        return table.register(name).isPresent()
                || table.points().stream().anyMatch(point -> point.name().equals(name));
    }
}
