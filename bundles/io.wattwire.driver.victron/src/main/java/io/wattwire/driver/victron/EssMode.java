package io.wattwire.driver.victron;

import io.wattwire.device.model.Values;
import java.util.Optional;

/** Who regulates the grid power: the GX itself, or somebody who writes set-points (mode 3). */
final class EssMode {

    static final String REGISTER = "settings_ess_mode";
    static final String EXTERNAL = "Disabled/External Control";

    private EssMode() {}

    /** Whether the mode is known and the GX regulates the grid power: modes 1 and 2. */
    static boolean gxRegulates(Values known) {
        Optional<Object> mode = known.get(REGISTER);
        return mode.isPresent() && mode.get().toString().startsWith("ESS with");
    }

    static boolean external(Values known) {
        return known.get(REGISTER).filter(EXTERNAL::equals).isPresent();
    }
}
