package io.wattwire.publish.givtcp.data;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** {@code Control}: how the battery is run. */
final class ControlPart {

    private static final double FULL = 100;
    private static final double LEAST = 4;
    private static final double RATE_STEP = 3;

    private final Values values;

    ControlPart(Values values) {
        this.values = values;
    }

    Map<String, Object> map() {
        return new Section()
                .text("Mode", mode())
                .whole(
                        "Battery_Power_Reserve",
                        values.number("battery_discharge_min_power_reserve", "battery_reserve"))
                .whole("Target_SOC", values.number("charge_target_soc", "charge_target"))
                .enabled("Enable_Charge_Schedule", flag("enable_charge", "charge_schedule"))
                .enabled(
                        "Enable_Discharge_Schedule", flag("enable_discharge", "discharge_schedule"))
                .enabled("Enable_Discharge", discharging())
                .whole("Battery_Charge_Rate", rate("battery_charge_limit", "charge_rate"))
                .whole("Battery_Discharge_Rate", rate("battery_discharge_limit", "discharge_rate"))
                .map();
    }

    Optional<Boolean> flag(String register, String command) {
        Optional<Boolean> flag = values.flag(register);
        return flag.isPresent() ? flag : values.flag(command);
    }

    /** GivTCP of 2022: what the reserve of the modes leaves. */
    private Optional<Boolean> discharging() {
        OptionalDouble reserve = values.number("battery_soc_reserve");
        OptionalDouble charge = values.number("battery_soc");
        return reserve.isPresent() && charge.isPresent()
                ? Optional.of(reserve.getAsDouble() <= charge.getAsDouble())
                : values.flag("battery_discharging");
    }

    /** Percent of what the inverter can, three for each of the register's. */
    private OptionalDouble rate(String register, String command) {
        OptionalDouble raw = values.number(register);
        return raw.isPresent()
                ? OptionalDouble.of(Math.min(FULL, RATE_STEP * raw.getAsDouble()))
                : values.number(command);
    }

    /** The four modes are four patterns of registers 27, 59 and 110; anything else is unknown. */
    private Optional<String> mode() {
        Optional<String> power = values.text("battery_power_mode");
        Optional<Boolean> slots = values.flag("enable_discharge");
        OptionalDouble reserve = values.number("battery_soc_reserve");
        if (power.isEmpty() || slots.isEmpty() || reserve.isEmpty()) {
            return command();
        }
        boolean shut = reserve.getAsDouble() == FULL;
        if (power.get().equals("eco")) {
            if (slots.get()) {
                return Optional.of(shut ? "Timed Demand" : "Unknown");
            }
            return Optional.of(
                    shut ? "Eco (Paused)" : reserve.getAsDouble() == LEAST ? "Eco" : "Unknown");
        }
        return Optional.of(slots.get() && shut ? "Timed Export" : "Unknown");
    }

    private Optional<String> command() {
        return values.text("battery_mode")
                .map(
                        it ->
                                switch (it) {
                                    case "eco" -> "Eco";
                                    case "eco (paused)" -> "Eco (Paused)";
                                    case "timed demand" -> "Timed Demand";
                                    case "timed export" -> "Timed Export";
                                    default -> "Unknown";
                                });
    }
}
