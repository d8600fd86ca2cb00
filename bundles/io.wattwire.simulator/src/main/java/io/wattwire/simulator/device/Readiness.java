package io.wattwire.simulator.device;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Settings without which a control refuses every command, as an installer would set them: found by
 * trying each setting that the control looks at.
 */
final class Readiness {

    private final Lever lever;
    private final TableDevice device;

    private Readiness(Lever lever, TableDevice device) {
        this.lever = lever;
        this.device = device;
    }

    /** Sets what the controls of a model need. */
    static void of(DeviceFamily family, String model, TableDevice device) {
        for (Point point : device.table().points()) {
            Optional<PointControl> control = Levers.control(family, model, point);
            control.ifPresent(
                    how -> new Readiness(new Lever(point, control, device), device).reach(how));
        }
    }

    private void reach(PointControl control) {
        for (String name : control.inputs()) {
            if (lever.isReady()) {
                return;
            }
            device.table().register(name).ifPresent(this::reachBy);
        }
    }

    private void reachBy(Register register) {
        Optional<Object> before = device.get(register.name());
        for (Object setting : settings(register)) {
            device.set(register.name(), setting);
            if (lever.isReady()) {
                return;
            }
        }
        before.ifPresent(value -> device.set(register.name(), value));
    }

    private static List<Object> settings(Register register) {
        List<Object> settings = new ArrayList<>(register.labels().values());
        if (settings.isEmpty() && register.type().numeric()) {
            register.min().ifPresent(settings::add);
            register.max().ifPresent(settings::add);
        }
        return settings;
    }
}
