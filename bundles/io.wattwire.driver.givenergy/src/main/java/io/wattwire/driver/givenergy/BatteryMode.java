package io.wattwire.driver.givenergy;

import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The battery modes of GivTCP: by name as since 2022, or 1 to 4 as in 2021. A mode with slots keeps
 * the owner's slots; where there is none, it gets the one from 16:00 to 07:00 that GivTCP always
 * wrote.
 */
final class BatteryMode extends Command {

    static final String ECO = "eco";
    static final String PAUSED = "eco (paused)";
    static final String DEMAND = "timed demand";
    static final String EXPORT = "timed export";

    private static final String MODE = "battery_power_mode";
    private static final String RESERVE = "battery_soc_reserve";
    private static final String SLOTS_ON = "enable_discharge";
    private static final double LOWEST = 4;
    private static final double FULL = 100;
    private static final List<String> SLOTS =
            List.of(
                    "discharge_slot_1_start",
                    "discharge_slot_1_end",
                    "discharge_slot_2_start",
                    "discharge_slot_2_end");

    BatteryMode(Set<String> models) {
        super("battery_mode", "eco, eco (paused), timed demand, timed export, or 1 to 4", models);
    }

    @Override
    public Set<String> inputs() {
        return Set.copyOf(SLOTS);
    }

    /** The order is that of GivTCP. */
    @Override
    public List<RegisterWrite> commands(Object wanted, Values known) {
        RegisterWrite demand = write(MODE, "eco");
        RegisterWrite export = write(MODE, "export");
        RegisterWrite open = write(RESERVE, LOWEST);
        RegisterWrite shut = write(RESERVE, FULL);
        RegisterWrite on = write(SLOTS_ON, true);
        RegisterWrite off = write(SLOTS_ON, false);
        return switch (Given.text(wanted).replaceFirst("\\.0$", "")) {
            case ECO -> List.of(demand, open, off);
            // the reserve goes to 100 at once and not by way of 4, when the battery would give
            case PAUSED -> List.of(demand, off, shut);
            case DEMAND -> withSlot(List.of(demand, shut, on), known);
            case EXPORT -> withSlot(List.of(export, shut, on), known);
            case "1" -> List.of(open, off, demand);
            case "2" -> and(List.of(shut, on, demand), usualSlot());
            case "3" -> List.of(shut, on, demand);
            case "4" -> List.of(open, on, export);
            default -> throw impossible(wanted);
        };
    }

    private static List<RegisterWrite> withSlot(List<RegisterWrite> mode, Values known) {
        boolean set =
                TimeSlot.of(SLOTS.get(0), SLOTS.get(1), known).isPresent()
                        || TimeSlot.of(SLOTS.get(2), SLOTS.get(3), known).isPresent();
        return set
                ? mode
                : and(
                        and(mode, usualSlot()),
                        List.of(
                                write(SLOTS.get(2), TimeSlot.MIDNIGHT),
                                write(SLOTS.get(3), TimeSlot.MIDNIGHT)));
    }

    private static List<RegisterWrite> usualSlot() {
        return List.of(write(SLOTS.get(0), "16:00"), write(SLOTS.get(1), "07:00"));
    }

    private static List<RegisterWrite> and(List<RegisterWrite> first, List<RegisterWrite> then) {
        List<RegisterWrite> all = new ArrayList<>(first);
        all.addAll(then);
        return List.copyOf(all);
    }

    @Override
    public Optional<Object> readBack(Values known) {
        Optional<Object> mode = known.get(MODE);
        Optional<Object> slots = known.get(SLOTS_ON);
        if (mode.isEmpty() || slots.isEmpty()) {
            return Optional.empty();
        }
        boolean exports = mode.get().equals("export");
        if (slots.get().equals(true)) {
            return Optional.of(exports ? EXPORT : DEMAND);
        }
        boolean shut = known.number(RESERVE).orElse(0) == FULL;
        return Optional.of(exports ? "unknown" : shut ? PAUSED : ECO);
    }

    @Override
    public Set<String> readBackRegisters() {
        return Set.of(MODE, RESERVE, SLOTS_ON);
    }
}
