package io.wattwire.standalone.request;

import io.wattwire.publish.control.ControlGate;
import io.wattwire.publish.control.ControlRequest;
import io.wattwire.publish.control.ControlResult;
import io.wattwire.publish.control.ControlRules;
import io.wattwire.publish.control.KuraPlant;
import io.wattwire.publish.control.Plant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;

/** What the owner listed is written, within its range and not too often. */
final class GatedWrites implements Writes {
    private final ControlGate gate;

    GatedWrites(String owner, ControlRules rules, Plant plant) {
        gate = new ControlGate(owner, rules, plant, System::nanoTime);
    }

    /**
     * Of the framework's assets; apart, as the packages that it needs may be missing.
     *
     * @param settings the owner's, unchecked; as long as one is wrong nothing is written
     * @param problem is told each mistake with its remedy
     */
    static Writes of(
            String owner,
            Map<String, Object> settings,
            BundleContext context,
            Consumer<String> problem) {
        List<String> problems = new ArrayList<>();
        ControlRules rules =
                ControlRules.read(settings, "inverter-control/inverter_power_limit", problems::add);
        problems.forEach(problem);
        return problems.isEmpty()
                ? new GatedWrites(owner, rules, new KuraPlant(context))
                : Writes.refused("what may be written is set wrongly; the gateway's log says how");
    }

    @Override
    public Optional<String> write(String asset, String channel, String value) {
        ControlResult result =
                gate.command(new ControlRequest(asset + "/" + channel, value, "Kapua", false));
        return result.done() ? Optional.empty() : Optional.of(result.reason());
    }
}
