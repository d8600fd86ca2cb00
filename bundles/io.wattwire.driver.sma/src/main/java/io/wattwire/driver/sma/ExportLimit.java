package io.wattwire.driver.sma;

import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.StoredExportLimit;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.Set;

/**
 * The limit of export that a Sunny Island keeps by itself with a meter at the grid connection:
 * holding 41217. While the device measures at itself instead, the limit is only lowered.
 */
final class ExportLimit extends StoredExportLimit {

    private static final String LIMIT = "grid_point_power_limit";
    private static final String SOURCE = "grid_point_measurement_source";

    ExportLimit() {
        super(LIMIT);
    }

    @Override
    public Set<String> models() {
        return Set.of("si");
    }

    @Override
    public String failSafeNote() {
        return "The device keeps the limit by its own loop with SMA's meter at the grid connection; what it does when that"
                + " meter is silent is not known";
    }

    @Override
    public Set<String> inputs() {
        return Set.of(LIMIT, SOURCE);
    }

    @Override
    public List<RegisterWrite> commands(double wanted, Values known) {
        double watts = wholeWatts(wanted);
        if (watts > known.number(LIMIT).orElse(Double.MAX_VALUE)) {
            requireMeter(known);
        }
        return List.of(new RegisterWrite(LIMIT, watts, true));
    }

    private static void requireMeter(Values known) {
        boolean meter = known.get(SOURCE).filter(source -> !"inverter".equals(source)).isPresent();
        if (!meter) {
            throw new IllegalArgumentException(
                    "the limit is not raised while the device does not measure at the grid connection: as installer set "
                            + SOURCE
                            + " = SMA energy meter");
        }
    }
}
