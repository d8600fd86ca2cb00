package io.wattwire.driver.victron;

import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The battery's power in ESS mode 3, where the GX regulates nothing and each phase obeys a
 * set-point for its <em>AC input</em> (96, 98, 100: the 32-bit twins of 37, 40, 41):
 *
 * <pre>
 * AC input = battery (AC side, + charging) + AC output
 * set-point of a phase = wanted + AC output of that phase
 * </pre>
 *
 * The AC output is measured anew for each command. The flags that stop charging and feed-in win
 * over a set-point, so they are cleared first; then mode 3, then the set-points: the order of
 * HomeBattery. A total is shared equally by the phases there are.
 */
final class ExternalSetpoint implements PointControl {

    /** Victron asks for a set-point at least every 60 s; 1 to 5 s are recommended. */
    static final Duration PERIOD = Duration.ofSeconds(3);

    private static final String NO_CHARGE = "vebus_disable_charge";
    private static final String NO_FEED_IN = "vebus_disable_feed_in";
    private static final String AS_FEED_IN_LIMIT = "vebus_setpoint_is_feed_in_limit";
    private static final int TOTAL = 0;

    private final int phase;

    private ExternalSetpoint(int phase) {
        this.phase = phase;
    }

    /** The set-point of all phases together. */
    static ExternalSetpoint total() {
        return new ExternalSetpoint(TOTAL);
    }

    /**
     * The set-point of one phase.
     *
     * @param phase 1 to 3
     */
    static ExternalSetpoint ofPhase(int phase) {
        return new ExternalSetpoint(phase);
    }

    @Override
    public String point() {
        return "battery_power_setpoint" + (phase == TOTAL ? "" : "_l" + phase);
    }

    @Override
    public Set<String> models() {
        return Set.of("gx-external");
    }

    @Override
    public FailSafeClass failSafeClass() {
        return FailSafeClass.A;
    }

    @Override
    public String failSafeNote() {
        return "Without a new set-point for 60 s (some firmware: 10 s) the inverter/charger goes to pass-through: the"
                + " battery rests, and ESS mode 3 stays until somebody sets another";
    }

    /** Its own phase, or all that may be there. */
    private List<String> each(IntFunction<String> quantity) {
        return phase == TOTAL ? MultiPower.onEach(quantity) : List.of(quantity.apply(phase));
    }

    @Override
    public Set<String> inputs() {
        Set<String> inputs = new HashSet<>(each(MultiPower::acOut));
        inputs.addAll(saved());
        inputs.addAll(Set.of(MultiPower.PHASES, rating(), AS_FEED_IN_LIMIT));
        return inputs;
    }

    private String rating() {
        return phase == TOTAL ? MultiPower.RATED : MultiPower.rated(phase);
    }

    @Override
    public OptionalDouble step(Values known) {
        return OptionalDouble.of(MultiPower.MOST_PHASES);
    }

    @Override
    public OptionalDouble minimum(Values known) {
        OptionalDouble rated = maximum(known);
        return rated.isPresent() ? OptionalDouble.of(-rated.getAsDouble()) : rated;
    }

    @Override
    public OptionalDouble maximum(Values known) {
        return known.number(rating());
    }

    @Override
    public List<RegisterWrite> commands(double wanted, Values known) {
        if (known.get(AS_FEED_IN_LIMIT).filter("feed-in limit"::equals).isPresent()) {
            throw new IllegalArgumentException(
                    "the set-points are taken as feed-in limits and not as targets: as installer set "
                            + AS_FEED_IN_LIMIT
                            + " to target");
        }
        List<Integer> phases = phases(known);
        double share = MultiPower.towardsZero(MultiPower.finite(wanted) / phases.size());
        List<RegisterWrite> writes = new ArrayList<>();
        writes.add(new RegisterWrite(NO_CHARGE, "Charge allowed", true));
        writes.add(new RegisterWrite(NO_FEED_IN, "Feed in allowed", true));
        writes.add(new RegisterWrite(EssMode.REGISTER, EssMode.EXTERNAL, true));
        for (int each : phases) {
            double out =
                    known.number(MultiPower.acOut(each))
                            .orElseThrow(
                                    () ->
                                            MultiPower.unknown(
                                                    "the power at AC output L"
                                                            + each
                                                            + " is not known"));
            writes.add(new RegisterWrite(MultiPower.setpoint(each), share + Math.rint(out), false));
        }
        return writes;
    }

    /** The phases that are commanded, of those that are there. */
    private List<Integer> phases(Values known) {
        int there =
                MultiPower.phases(known)
                        .orElseThrow(
                                () ->
                                        MultiPower.unknown(
                                                "there is no VE.Bus system, or it is silent"));
        if (phase > there) {
            throw new IllegalArgumentException(
                    point()
                            + ": the VE.Bus system has "
                            + there
                            + " phase(s); command one that it has");
        }
        return phase == TOTAL ? IntStream.rangeClosed(1, there).boxed().toList() : List.of(phase);
    }

    /** What the set-points leave for the battery at this moment; empty in other modes than 3. */
    @Override
    public OptionalDouble readBack(Values known) {
        int there = MultiPower.phases(known).orElse(0);
        if (!EssMode.external(known) || there == 0 || phase > there) {
            return OptionalDouble.empty();
        }
        double battery = 0;
        for (int each : phases(known)) {
            OptionalDouble setpoint = known.number(MultiPower.setpoint(each));
            OptionalDouble out = known.number(MultiPower.acOut(each));
            if (setpoint.isEmpty() || out.isEmpty()) {
                return OptionalDouble.empty();
            }
            battery += setpoint.getAsDouble() - out.getAsDouble();
        }
        boolean mayCharge = known.get(NO_CHARGE).filter("Charge allowed"::equals).isPresent();
        return OptionalDouble.of(mayCharge ? battery : Math.min(0, battery));
    }

    @Override
    public Set<String> readBackRegisters() {
        return Set.copyOf(each(MultiPower::setpoint));
    }

    @Override
    public Set<String> saved() {
        return Set.of(NO_CHARGE, NO_FEED_IN, EssMode.REGISTER);
    }

    @Override
    public Duration follows() {
        return PERIOD;
    }

    @Override
    public boolean handsBack() {
        return true;
    }

    /** The set-points are 0 before the mode that was saved takes over again. */
    @Override
    public List<RegisterWrite> letGo(Values known) {
        int there = MultiPower.phases(known).orElse(MultiPower.MOST_PHASES);
        return IntStream.rangeClosed(1, there)
                .filter(each -> phase == TOTAL || phase == each)
                .mapToObj(each -> new RegisterWrite(MultiPower.setpoint(each), 0.0, false))
                .toList();
    }
}
