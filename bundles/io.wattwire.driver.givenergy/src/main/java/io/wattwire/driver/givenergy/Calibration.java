package io.wattwire.driver.givenergy;

import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Starts and stops the calibration of the battery's state of charge, which goes in stages. */
final class Calibration extends Command {

    private static final String REGISTER = "battery_calibration_stage";

    /** What is written for a word, by the name that the stage has when it is read. */
    private static final Map<String, String> WORDS =
            Map.of("stop", "off", "start", "discharge", "charge only", "charge");

    Calibration(Set<String> models) {
        super("battery_calibration", "start, stop or charge only", models);
    }

    @Override
    public List<RegisterWrite> commands(Object wanted, Values known) {
        String stage = WORDS.get(Given.text(wanted));
        if (stage == null) {
            throw impossible(wanted);
        }
        return List.of(write(REGISTER, stage));
    }

    @Override
    public Optional<Object> readBack(Values known) {
        return known.get(REGISTER);
    }

    @Override
    public Set<String> readBackRegisters() {
        return Set.of(REGISTER);
    }

    /** One stage follows the other. */
    @Override
    public boolean stays() {
        return false;
    }
}
