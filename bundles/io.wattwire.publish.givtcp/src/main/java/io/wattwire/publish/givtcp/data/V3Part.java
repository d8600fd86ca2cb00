package io.wattwire.publish.givtcp.data;

import static io.wattwire.publish.givtcp.data.Values.both;
import static io.wattwire.publish.givtcp.data.Values.or;
import static io.wattwire.publish.givtcp.data.Values.turned;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What GivTCP 3 has besides, and has otherwise than in 2022. */
final class V3Part {

    private static final double FULL = 100;
    private static final double W_PER_KW = 1000;
    private static final double MINUTES = 60;
    private static final double SECONDS = 60;
    private static final int TARGETS = 10;

    private final Values values;
    private final Model model;
    private final OptionalDouble capacity;

    V3Part(Values values, Model model) {
        this.values = values;
        this.model = model;
        capacity = new Details(values, model).capacity();
    }

    /** Adds to {@code Power/Power}. */
    void power(Map<String, Object> power, long timeMillis) {
        Section more = new Section();
        if (model.stringsUnknown()) {
            more.put("PV_Current_String_1", null).put("PV_Current_String_2", null);
        } else {
            more.real("PV_Current_String_1", values.number("pv1_current"))
                    .real("PV_Current_String_2", values.number("pv2_current"));
        }
        OptionalDouble charge = values.number("battery_soc");
        more.real("Grid_Voltage", values.number("grid_voltage_l1", "ac_voltage"))
                .real("Grid_Current", values.number("grid_port_current"))
                .real("Grid_Frequency", values.number("grid_frequency", "ac_frequency"))
                .real("Inverter_Output_Frequency", values.number("backup_frequency"))
                .whole("Combined_Generation_Power", values.number("combined_generation_power"))
                .real(
                        "Battery_Voltage",
                        values.number("battery_voltage", "battery_terminal_voltage"))
                .real(
                        "Battery_Current",
                        or(
                                turned(values.number("battery_current")),
                                values.number("battery_discharge_current")))
                .real("SOC_kWh", both(charge, capacity, (soc, all) -> soc * all / FULL));
        power.putAll(more.map());
        times(power, timeMillis);
    }

    /** When the battery is at its reserve, or at its target, if it goes on so; minutes. */
    private void times(Map<String, Object> power, long timeMillis) {
        OptionalDouble charge = values.number("battery_soc");
        OptionalDouble reserve = values.number("battery_soc_reserve");
        OptionalDouble target = values.number("charge_target_soc", "charge_target");
        time(power, "Discharge", both(charge, reserve, (soc, floor) -> soc - floor), timeMillis);
        time(power, "Charge", both(target, charge, (goal, soc) -> goal - soc), timeMillis);
    }

    private void time(
            Map<String, Object> power, String way, OptionalDouble percent, long timeMillis) {
        if (!(power.get(way + "_Power") instanceof Long watts)) {
            return;
        }
        long minutes = 0;
        if (watts > 0) {
            if (percent.isEmpty() || capacity.isEmpty()) {
                return;
            }
            double kwh = capacity.getAsDouble() * percent.getAsDouble() / FULL;
            minutes = Math.max(0, (long) (kwh / (watts / W_PER_KW) * MINUTES));
        }
        power.put(way + "_Time_Remaining", minutes);
        power.put(
                way + "_Completion_Time", iso(timeMillis + (long) (minutes * SECONDS * W_PER_KW)));
    }

    static String iso(long timeMillis) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx")
                .format(Instant.ofEpochMilli(timeMillis).atOffset(ZoneOffset.UTC));
    }

    /** {@code Control}, made of that of 2022. */
    Map<String, Object> control(Map<String, Object> of2022) {
        Section section = new Section();
        of2022.forEach(section::put);
        section.map().remove("Enable_Discharge");
        section.text("Mode", mode())
                .enabled("Eco_Mode", values.text("battery_power_mode").map("eco"::equals))
                .enabled("Enable_Charge_Target", values.flag("enable_charge_target"))
                .whole("Battery_Power_Reserve", values.number("battery_soc_reserve"))
                .whole(
                        "Battery_Power_Cutoff",
                        values.number("battery_discharge_min_power_reserve", "battery_reserve"))
                .whole("Battery_Charge_Rate", watts("battery_charge_limit"))
                .whole("Battery_Discharge_Rate", watts("battery_discharge_limit"))
                .whole("Battery_Charge_Rate_AC", values.number("battery_charge_limit_ac"))
                .whole("Battery_Discharge_Rate_AC", values.number("battery_discharge_limit_ac"))
                .enabled("Real_Time_Control", values.flag("enable_rtc"))
                .text("Battery_pause_mode", values.text("battery_pause_mode").map(V3Part::pause))
                .text(
                        "Battery_Calibration",
                        values.text("battery_calibration_stage")
                                .map(it -> it.equals("off") ? "Off" : "Running"))
                .whole("Active_Power_Rate", values.number("active_power_rate"))
                .put("Sync_Time", "disable")
                .put("Reboot_Invertor", "disable")
                .put("Reboot_Addon", "disable");
        timed(section, "Force_Charge", "battery_force_charge");
        timed(section, "Force_Export", "battery_force_discharge");
        timed(section, "Temp_Pause_Charge", "battery_pause_charge");
        timed(section, "Temp_Pause_Discharge", "battery_pause_discharge");
        for (int slot = 1; slot <= TARGETS; slot++) {
            section.whole("Charge_Target_SOC_" + slot, values.number("charge_target_soc_" + slot))
                    .whole(
                            "Discharge_Target_SOC_" + slot,
                            values.number("discharge_target_soc_" + slot));
        }
        return section.map();
    }

    private void timed(Section section, String key, String point) {
        long minutes = Math.round(values.number(point).orElse(0));
        section.put(key, minutes > 0 ? "Running" : "Normal").put(key + "_Num", minutes);
    }

    private OptionalDouble watts(String register) {
        OptionalDouble percent = values.number(register);
        return both(
                percent,
                capacity,
                (raw, kwh) ->
                        Math.floor(Math.min(raw / FULL * kwh * W_PER_KW, model.batteryPower())));
    }

    private static String pause(String ours) {
        return switch (ours) {
            case "charge" -> "PauseCharge";
            case "discharge" -> "PauseDischarge";
            case "both" -> "PauseBoth";
            default -> "Disabled";
        };
    }

    /** Other than in 2022, a reserve of the owner's own leaves the mode known. */
    private Optional<String> mode() {
        Optional<String> power = values.text("battery_power_mode");
        Optional<Boolean> slots = values.flag("enable_discharge");
        if (power.isEmpty() || slots.isEmpty()) {
            return Optional.empty();
        }
        if (!power.get().equals("eco")) {
            return Optional.of(slots.get() ? "Timed Export" : "Export (Paused)");
        }
        boolean shut = values.number("battery_soc_reserve").orElse(0) == FULL;
        return Optional.of(slots.get() ? "Timed Demand" : shut ? "Eco (Paused)" : "Eco");
    }
}
