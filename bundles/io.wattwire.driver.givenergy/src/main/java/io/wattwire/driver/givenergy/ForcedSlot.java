package io.wattwire.driver.givenergy;

import static io.wattwire.driver.givenergy.Command.write;

import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Charging or discharging at full power for some minutes, by slot 1 from now on, as GivTCP does it.
 * The inverter ends the slot by its own clock; the settings that were there before come back when
 * the time is over, when 0 is written, by release, and at the next start after a crash.
 */
final class ForcedSlot implements PointControl {

    private static final String HOUR = "system_time_hour";
    private static final String MINUTE = "system_time_minute";
    private static final String PAUSE = "battery_pause_mode";
    private static final int MOST_MINUTES = 24 * 60 - 1;
    private static final int MINUTES = 60;

    private final String point;
    private final Set<String> models;
    private final String start;
    private final String end;
    private final List<RegisterWrite> before;
    private final List<RegisterWrite> after;
    private final RegisterWrite inForce;

    /**
     * @param slot slot 1
     * @param before what is written before the slot
     * @param after what is written after it
     * @param inForce which of these must hold for the slot to count
     */
    private ForcedSlot(
            String point,
            Set<String> models,
            String slot,
            List<RegisterWrite> before,
            List<RegisterWrite> after,
            RegisterWrite inForce) {
        this.point = point;
        this.models = models;
        this.start = slot + "_start";
        this.end = slot + "_end";
        this.before = before;
        this.after = after;
        this.inForce = inForce;
    }

    static ForcedSlot charge(Set<String> models) {
        RegisterWrite on = write("enable_charge", true);
        return new ForcedSlot(
                "battery_force_charge",
                models,
                "charge_slot_1",
                List.of(write("charge_target_soc", 100.0)),
                pause(models, on, write("battery_charge_limit", 50.0)),
                on);
    }

    static ForcedSlot discharge(Set<String> models) {
        RegisterWrite on = write("enable_discharge", true);
        return new ForcedSlot(
                "battery_force_discharge",
                models,
                "discharge_slot_1",
                List.of(
                        write("battery_soc_reserve", 4.0),
                        write("battery_discharge_limit", 50.0),
                        write("battery_power_mode", "export"),
                        on),
                pause(models),
                on);
    }

    static ForcedSlot threePhaseCharge() {
        RegisterWrite on = write("force_charge_enable", true);
        return new ForcedSlot(
                "battery_force_charge",
                Set.of(GivEnergyModel.THREE_PHASE),
                "charge_slot_1",
                List.of(write("charge_target_soc", 100.0)),
                List.of(
                        write("battery_charge_limit_ac", 100.0),
                        on,
                        write("ac_charge_enable", true)),
                on);
    }

    static ForcedSlot threePhaseDischarge() {
        RegisterWrite on = write("force_discharge_enable", true);
        return new ForcedSlot(
                "battery_force_discharge",
                Set.of(GivEnergyModel.THREE_PHASE),
                "discharge_slot_1",
                List.of(
                        write("battery_soc_reserve", 4.0),
                        on,
                        write("force_charge_enable", false),
                        write("battery_discharge_limit_ac", 100.0),
                        write("battery_power_mode", "export"),
                        write("enable_discharge", true)),
                List.of(),
                on);
    }

    /** Models that can be paused are not, meanwhile. */
    private static List<RegisterWrite> pause(Set<String> models, RegisterWrite... first) {
        List<RegisterWrite> all = new ArrayList<>(List.of(first));
        if (GivEnergyModel.AC_SETTINGS.containsAll(models)) {
            all.add(write(PAUSE, "off"));
        }
        return List.copyOf(all);
    }

    @Override
    public String point() {
        return point;
    }

    @Override
    public Set<String> models() {
        return models;
    }

    @Override
    public FailSafeClass failSafeClass() {
        return FailSafeClass.A;
    }

    @Override
    public String failSafeNote() {
        return "The inverter ends the slot by its own clock; as its settings stay, the slot comes again at the same time of"
                + " the next day unless they were restored";
    }

    @Override
    public Set<String> inputs() {
        return Set.of(HOUR, MINUTE);
    }

    @Override
    public OptionalDouble step(Values known) {
        return OptionalDouble.of(1);
    }

    @Override
    public OptionalDouble minimum(Values known) {
        return OptionalDouble.of(0);
    }

    @Override
    public OptionalDouble maximum(Values known) {
        return OptionalDouble.of(MOST_MINUTES);
    }

    @Override
    public List<RegisterWrite> commands(double wanted, Values known) {
        OptionalDouble hour = known.number(HOUR);
        OptionalDouble minute = known.number(MINUTE);
        if (!(wanted >= 0 && wanted <= MOST_MINUTES)) {
            throw new IllegalArgumentException(
                    point
                            + " of "
                            + wanted
                            + " min: write 1 to "
                            + MOST_MINUTES
                            + ", or 0 to end it");
        }
        if (hour.isEmpty() || minute.isEmpty()) {
            throw new IllegalArgumentException(
                    "the inverter has not told its time (system_time_hour), from which "
                            + point
                            + " counts: try again when it answers");
        }
        int now = (int) (hour.getAsDouble() * MINUTES + minute.getAsDouble());
        TimeSlot slot = TimeSlot.from(now, (int) wanted);
        List<RegisterWrite> all = new ArrayList<>(before);
        all.add(write(start, slot.start()));
        all.add(write(end, slot.end()));
        all.addAll(after);
        return List.copyOf(all);
    }

    /** The length of the slot while all that makes it count holds; 0 while it does not. */
    @Override
    public OptionalDouble readBack(Values known) {
        List<RegisterWrite> needed = new ArrayList<>(before);
        needed.addAll(after);
        if (known.get(inForce.register()).isEmpty()) {
            return OptionalDouble.empty();
        }
        boolean holds =
                needed.stream()
                        .allMatch(
                                write ->
                                        known.get(write.register())
                                                .filter(write.value()::equals)
                                                .isPresent());
        return OptionalDouble.of(
                holds ? TimeSlot.of(start, end, known).map(TimeSlot::minutes).orElse(0) : 0);
    }

    @Override
    public Set<String> readBackRegisters() {
        Set<String> all = GivEnergyModel.with(Set.of(), start, end);
        for (RegisterWrite write : before) {
            all = GivEnergyModel.with(all, write.register());
        }
        for (RegisterWrite write : after) {
            all = GivEnergyModel.with(all, write.register());
        }
        return all;
    }

    @Override
    public Set<String> mayBeUnset() {
        return Set.of(start, end);
    }

    @Override
    public Set<String> saved() {
        return readBackRegisters();
    }

    @Override
    public boolean handsBack() {
        return true;
    }

    @Override
    public Optional<Duration> lasts(double wanted) {
        return Optional.of(Duration.ofMinutes((long) wanted));
    }
}
