package io.wattwire.publish.givtcp.control;

import io.wattwire.publish.control.ControlGate;
import io.wattwire.publish.control.ControlPoint;
import io.wattwire.publish.control.ControlRefused;
import io.wattwire.publish.control.ControlRequest;
import io.wattwire.publish.control.ControlResult;
import io.wattwire.publish.control.ControlRules;
import io.wattwire.publish.control.Plant;
import io.wattwire.publish.givtcp.data.Form;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries GivTCP's commands out, however they come, through the gate: it writes only what the owner
 * listed in {@code control.points}. Thread-safe; a call ends when the asset does.
 */
public final class Commander {

    private static final Logger LOG = LoggerFactory.getLogger(Commander.class);

    /** What is no command is not repeated in log and answer. */
    private static final String UNKNOWN = "something";

    private final String owner;
    private final GivTcpControls controls;
    private final ControlRules rules;
    private final Inverters inverters;
    private final Plant plant;
    private final ControlGate gate;
    private final Set<String> said = new HashSet<>();

    /**
     * One for all ways.
     *
     * @param owner the component's {@code kura.service.pid}, for log and audit
     * @param form what users here are used to
     * @param rules what may be commanded
     * @param inverters who is there
     * @param plant the gateway's assets
     */
    public Commander(
            String owner, Form form, ControlRules rules, Inverters inverters, Plant plant) {
        this.owner = owner;
        this.controls = new GivTcpControls(form);
        this.rules = rules;
        this.inverters = inverters;
        this.plant = plant;
        this.gate = new ControlGate(owner, rules, plant, System::nanoTime);
    }

    /** Where a command comes from, and how sure it is that it is of now. */
    public record Origin(Way way, String by, boolean retained) {}

    /**
     * Carries a command out, or says why not. The first refusal of a kind is in the log.
     *
     * @param origin where it comes from
     * @param serial the inverter's serial number; any text
     * @param name of the command; any text
     * @param payload as it came
     * @return the result, when the inverter has it
     */
    public Outcome command(Origin origin, String serial, String name, String payload) {
        try {
            Optional<String> refused = carryOut(origin, serial, name, payload);
            String title = GivTcpControls.title(name).orElse(UNKNOWN);
            if (refused.isPresent()) {
                return Outcome.failed(title, refused.get());
            }
            forget(name);
            return Outcome.done(title);
        } catch (ControlRefused refused) {
            return refuse(name, refused.getMessage());
        }
    }

    /**
     * Says why a command is not carried out. The first refusal of a kind is in the log.
     *
     * @param name of the command; any text
     * @param reason cause and remedy
     * @return the result
     */
    public Outcome refuse(String name, String reason) {
        Optional<String> title = GivTcpControls.title(name);
        Outcome outcome = Outcome.failed(title.orElse(UNKNOWN), reason);
        once(title.isPresent() ? name : "", outcome);
        return outcome;
    }

    /** Gives why the gate refuses, which has said so in the log. */
    private Optional<String> carryOut(Origin origin, String serial, String name, String payload)
            throws ControlRefused {
        if (origin.retained()) {
            throw new ControlRefused(
                    "a retained command is ignored, nobody knows how old it is; publish without"
                            + " retain and clear the topic");
        }
        if (rules.points().isEmpty()) {
            throw new ControlRefused("commands are off; set control.enabled and control.points");
        }
        String asset =
                inverters
                        .asset(serial)
                        .orElseThrow(
                                () ->
                                        new ControlRefused(
                                                "there is no inverter of that serial number, or its"
                                                        + " values have not come yet"));
        List<PointWrite> writes =
                controls.translate(origin.way(), name, payload, new OfInverter(serial));
        for (PointWrite write : writes) {
            ControlPoint point = point(asset, write.channel());
            ControlResult result =
                    gate.command(
                            new ControlRequest(
                                    point.toString(), write.value(), origin.by(), false));
            if (!result.done()) {
                return Optional.of(result.reason());
            }
        }
        return Optional.empty();
    }

    /** The listed channel of that asset, or of another one on the same driver. */
    private ControlPoint point(String asset, String channel) throws ControlRefused {
        ControlPoint same = new ControlPoint(asset, channel);
        if (rules.bounds(same).isPresent()) {
            return same;
        }
        Optional<String> driver = driver(asset);
        List<ControlPoint> others =
                rules.points().stream()
                        .filter(point -> point.channel().equals(channel))
                        .filter(point -> driver.isPresent())
                        .filter(point -> driver(point.asset()).equals(driver))
                        .toList();
        if (others.size() != 1) {
            throw new ControlRefused(
                    "the owner does not let it be commanded; it is allowed by listing the channel "
                            + channel
                            + " of the inverter's control asset in control.points");
        }
        return others.get(0);
    }

    private Optional<String> driver(String asset) {
        return plant.asset(asset).map(it -> it.getAssetConfiguration().getDriverPid());
    }

    /**
     * The inverter that a command without a serial number means: the only one that may be commanded
     * at all, so that a second one that is silent just now cannot be mistaken for it.
     *
     * @return empty when there are none or several
     */
    public Optional<String> only() {
        Set<String> serials = inverters.serials();
        long commanded =
                rules.points().stream()
                        .map(point -> driver(point.asset()).orElse(point.asset()))
                        .distinct()
                        .count();
        return serials.size() == 1 && commanded <= 1
                ? Optional.of(serials.iterator().next())
                : Optional.empty();
    }

    private void once(String kind, Outcome outcome) {
        synchronized (said) {
            if (!said.add(kind)) {
                return;
            }
        }
        LOG.warn("{}: {} (the next of this kind are not told)", owner, outcome.text());
    }

    private void forget(String kind) {
        synchronized (said) {
            said.remove(kind);
        }
    }

    private final class OfInverter implements Known {

        private final String serial;

        OfInverter(String serial) {
            this.serial = serial;
        }

        @Override
        public OptionalDouble batteryCapacityWh() {
            return inverters.data(serial).map(Capacity::of).orElse(OptionalDouble.empty());
        }

        @Override
        public LocalDateTime now() {
            return LocalDateTime.now();
        }
    }
}
