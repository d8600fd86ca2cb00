package io.wattwire.standalone.request;

import io.wattwire.publish.control.ControlGate;
import io.wattwire.publish.control.ControlRequest;
import io.wattwire.publish.control.ControlResult;
import io.wattwire.publish.control.ControlRules;
import io.wattwire.publish.control.KuraPlant;
import io.wattwire.publish.control.Plant;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;

/** What the owner listed is written, within its range and not too often. */
final class GatedWrites implements Writes {
    private final ControlGate gate;

    GatedWrites(String owner, ControlRules rules, Plant plant) {
        gate = new ControlGate(owner, rules, plant, System::nanoTime);
    }

    /** Of the framework's assets; apart, as the packages that it needs may be missing. */
    static Writes of(
            String owner,
            String points,
            int perMinute,
            BundleContext context,
            Consumer<String> problem) {
        ControlRules rules = ControlRules.parse(points, perMinute, problem);
        if (rules.points().isEmpty()) {
            problem.accept(
                    "control.enabled is true, but control.points is empty; write for example"
                            + " inverter-control/inverter_power_limit = 0..5000");
        }
        return new GatedWrites(owner, rules, new KuraPlant(context));
    }

    @Override
    public Optional<String> write(String asset, String channel, String value) {
        ControlResult result =
                gate.command(new ControlRequest(asset + "/" + channel, value, "Kapua", false));
        return result.done() ? Optional.empty() : Optional.of(result.reason());
    }
}
