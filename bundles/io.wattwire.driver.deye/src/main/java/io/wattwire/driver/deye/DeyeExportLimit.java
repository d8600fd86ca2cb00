package io.wattwire.driver.deye;

import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The most that a Deye feeds in, "max sell power": a stored ceiling that is in force in every work
 * mode and that the inverter keeps by its own CT or meter. Whether surplus is sold at all, and the
 * work mode, stay as the owner set them. It is no limit of the inverter's own output: what the
 * house takes comes on top.
 */
final class DeyeExportLimit implements PointControl {

    private static final String LIMIT = "max_sell_power";

    private final Set<String> models;
    private final String rated;
    private final double stepW;

    private DeyeExportLimit(Set<String> models, String rated, double stepW) {
        this.models = models;
        this.rated = rated;
        this.stepW = stepW;
    }

    static DeyeExportLimit lowVoltage() {
        return new DeyeExportLimit(DeyeModel.ALL_LOW, "device_rated_power", 1);
    }

    static DeyeExportLimit highVoltage() {
        return new DeyeExportLimit(DeyeModel.ALL_HIGH, "device_rated_power", 10);
    }

    static DeyeExportLimit onePhase() {
        return new DeyeExportLimit(DeyeModel.ALL_ONE_PHASE, "rated_power", 1);
    }

    @Override
    public String point() {
        return "grid_export_limit";
    }

    @Override
    public FailSafeClass failSafeClass() {
        return FailSafeClass.B;
    }

    @Override
    public String failSafeNote() {
        return "The inverter keeps the stored ceiling by its own CT or meter, with or without the gateway and after a"
                + " restart; without a CT or meter it sees only what passes its own terminals";
    }

    @Override
    public Set<String> models() {
        return models;
    }

    @Override
    public Set<String> inputs() {
        return Set.of(rated);
    }

    @Override
    public OptionalDouble step(Values known) {
        return OptionalDouble.of(stepW);
    }

    @Override
    public OptionalDouble minimum(Values known) {
        return OptionalDouble.of(0);
    }

    @Override
    public OptionalDouble maximum(Values known) {
        OptionalDouble rating = known.number(rated);
        return rating.orElse(0) > 0 ? rating : OptionalDouble.empty();
    }

    @Override
    public List<RegisterWrite> commands(double wanted, Values known) {
        if (!Double.isFinite(wanted)) {
            throw new IllegalArgumentException("export limit of " + wanted + " W: write a number");
        }
        double watts = Math.floor(Math.max(0, wanted) / stepW) * stepW;
        return List.of(new RegisterWrite(LIMIT, watts, true));
    }

    @Override
    public OptionalDouble readBack(Values known) {
        return known.number(LIMIT);
    }

    @Override
    public Set<String> readBackRegisters() {
        return Set.of(LIMIT);
    }

    @Override
    public Set<String> saved() {
        return Set.of(LIMIT);
    }
}
