package io.wattwire.publish.givtcp.data;

import io.wattwire.device.driver.DeviceView;
import io.wattwire.publish.Sample;
import io.wattwire.publish.control.Plant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.kura.asset.Asset;

/** What the assets of a Gen1 hybrid with one battery tell at ten o'clock on a sunny day. */
public final class Day {

    public static final long TIME = 1_780_308_005_000L; // 2026-06-01T10:00:05Z

    /** A gateway whose values come from no asset of Kura. */
    public static final Plant NOBODY =
            new Plant() {
                @Override
                public Optional<Asset> asset(String pid) {
                    return Optional.empty();
                }

                @Override
                public Optional<DeviceView> device(String driverPid) {
                    return Optional.empty();
                }

                @Override
                public boolean has(String pid) {
                    return false;
                }
            };

    private Day() {}

    /** Powers are in our signs: grid + import, battery + charging. */
    public static Map<String, Object> values() {
        Map<String, Object> day = new LinkedHashMap<>();
        day.put("serial_number", "SA2114G047");
        day.put("device_type", "hybrid 5 kW (2001)");
        day.put("arm_firmware_version", 449.0);
        day.put("grid_power", -1200.0);
        day.put("pv1_power", 2500.0);
        day.put("pv2_power", 900.0);
        day.put("pv1_voltage", 310.5);
        day.put("pv2_voltage", 298.0);
        day.put("load_power", 700.0);
        day.put("battery_power", 1450.0);
        day.put("inverter_power", 1900.0);
        day.put("battery_soc", 63.0);
        day.put("backup_power", 12.0);
        day.put("grid_export_energy_total", 1000.4);
        day.put("battery_throughput_energy_total", 5000.2);
        day.put("ac_charge_energy_total", 321.5);
        day.put("grid_import_energy_total", 2222.2);
        day.put("pv_generation_energy_total", 6543.2);
        day.put("pv_energy_total", 7000.9);
        day.put("pv1_energy_today", 7.5);
        day.put("pv2_energy_today", 2.4);
        day.put("grid_import_energy_today", 3.3);
        day.put("grid_export_energy_today", 4.4);
        day.put("ac_charge_energy_today", 1.1);
        day.put("pv_generation_energy_today", 8.8);
        day.put("battery_charge_energy_today_alt1", 5.5);
        day.put("battery_discharge_energy_today_alt1", 4.6);
        day.put("pack1_battery_charge_energy_total", 2600.1);
        day.put("pack1_battery_discharge_energy_total", 2400.1);
        settings(day);
        pack(day);
        return day;
    }

    private static void settings(Map<String, Object> day) {
        day.put("battery_type", "lithium");
        day.put("battery_capacity_ah", 160.0);
        day.put("modbus_version", 1.40);
        day.put("meter_type", "EM115");
        day.put("heatsink_temperature", 29.5);
        day.put("charge_slot_1", "00:30-04:30");
        day.put("charge_slot_2", "off");
        day.put("discharge_slot_1_start", "16:00");
        day.put("discharge_slot_1_end", "07:00");
        day.put("discharge_slot_2", "off");
        day.put("battery_power_mode", "eco");
        day.put("enable_discharge", false);
        day.put("enable_charge", true);
        day.put("battery_soc_reserve", 4.0);
        day.put("battery_discharge_min_power_reserve", 6.0);
        day.put("charge_target_soc", 85.0);
        day.put("battery_charge_limit", 33.0);
        day.put("battery_discharge_limit", 50.0);
    }

    private static void pack(Map<String, Object> day) {
        day.put("pack1_serial_number", "BG2145G001");
        day.put("pack1_soc", 64.0);
        day.put("pack1_capacity_calibrated", 190.97);
        day.put("pack1_capacity_design", 160.0);
        day.put("pack1_capacity_remaining", 118.42);
        day.put("pack1_bms_firmware_version", 3005.0);
        day.put("pack1_number_of_cells", 16.0);
        day.put("pack1_number_of_cycles", 12.0);
        day.put("pack1_usb_device", "disk");
        day.put("pack1_bms_mosfet_temperature", 17.2);
        day.put("pack1_cells_sum_voltage", 51.966);
        for (int cell = 1; cell <= 16; cell++) {
            day.put("pack1_cell_" + cell + "_voltage", (320 + cell) / 100.0);
        }
        day.put("pack1_cells_1_to_4_temperature", 16.8);
        day.put("pack1_cells_5_to_8_temperature", 15.7);
        day.put("pack1_cells_9_to_12_temperature", 16.5);
        day.put("pack1_cells_13_to_16_temperature", 14.6);
    }

    /** What GivTCP 3 wants besides. */
    public static Map<String, Object> more() {
        Map<String, Object> more = values();
        more.put("battery_current", 27.9);
        more.put("battery_voltage", 51.966);
        more.put("combined_generation_power", 3400.0);
        more.put("grid_port_current", 5.1);
        more.put("grid_frequency", 50.01);
        more.put("grid_voltage_l1", 241.3);
        more.put("backup_frequency", 50.02);
        more.put("pv1_current", 8.1);
        more.put("pv2_current", 3.0);
        more.put("active_power_rate", 100.0);
        more.put("battery_calibration_stage", "off");
        more.put("battery_charge_limit_ac", 90.0);
        more.put("battery_discharge_limit_ac", 80.0);
        more.put("battery_pause_mode", "discharge");
        more.put("enable_charge_target", true);
        more.put("battery_force_charge", 30.0);
        return more;
    }

    /** The packs have an asset of their own. */
    public static List<Sample> samples(Map<String, Object> values, long time) {
        List<Sample> samples = new ArrayList<>();
        values.forEach((name, value) -> samples.add(new Sample("inverter", name, value, time)));
        return samples;
    }
}
