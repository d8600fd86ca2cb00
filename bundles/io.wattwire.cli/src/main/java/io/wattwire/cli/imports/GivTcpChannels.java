package io.wattwire.cli.imports;

import io.wattwire.cli.imports.Graph.Channel;
import java.util.ArrayList;
import java.util.List;

/** The channels that GivTCP's structure is made of, and those that its commands need. */
final class GivTcpChannels {

    private static final int CELLS = 16;
    private static final int SENSOR = 4;

    private static final String TEXTS =
            "serial_number device_type battery_type meter_type battery_power_mode"
                    + " battery_calibration_stage charge_slot_1 charge_slot_2 discharge_slot_1"
                    + " discharge_slot_2";
    private static final String FLAGS = "enable_charge enable_discharge enable_charge_target";
    private static final String SETTINGS =
            "arm_firmware_version dsp_firmware_version modbus_version battery_capacity_ah"
                    + " battery_soc_reserve battery_charge_limit battery_discharge_limit"
                    + " battery_discharge_min_power_reserve charge_target_soc active_power_rate"
                    + " grid_port_max_power_output";
    private static final String POWERS =
            "grid_power load_power inverter_power battery_power backup_power pv1_power pv2_power"
                    + " pv1_voltage pv2_voltage pv1_current pv2_current battery_soc"
                    + " battery_voltage battery_current battery_temperature inverter_temperature"
                    + " grid_voltage_l1 grid_frequency grid_port_current backup_frequency";
    private static final String ENERGIES =
            "grid_export_energy_total grid_import_energy_total battery_throughput_energy_total"
                    + " ac_charge_energy_total pv_generation_energy_total pv_energy_total"
                    + " battery_energy_charged battery_energy_discharged grid_export_energy_today"
                    + " grid_import_energy_today ac_charge_energy_today"
                    + " pv_generation_energy_today pv1_energy_today pv2_energy_today"
                    + " battery_charge_energy_today_alt1 battery_discharge_energy_today_alt1";
    private static final String PACK_TEXTS = "serial_number usb_device";
    private static final String PACK =
            "soc capacity_calibrated capacity_design capacity_remaining bms_firmware_version"
                    + " number_of_cells number_of_cycles bms_mosfet_temperature"
                    + " cells_sum_voltage battery_charge_energy_total"
                    + " battery_discharge_energy_total";
    private static final String COMMANDS =
            "battery_mode charge_target battery_reserve battery_discharging charge_schedule"
                    + " discharge_schedule charge_rate discharge_rate charge_slot_1"
                    + " charge_slot_2 discharge_slot_1 discharge_slot_2 date_time";

    private GivTcpChannels() {}

    static List<Channel> inverter() {
        List<Channel> channels = new ArrayList<>();
        add(channels, "", TEXTS, "READ", "STRING");
        add(channels, "", FLAGS, "READ", "BOOLEAN");
        add(channels, "", SETTINGS + " " + POWERS + " " + ENERGIES, "READ", "DOUBLE");
        return channels;
    }

    static List<Channel> pack(int number) {
        String prefix = "pack" + number + "_";
        List<Channel> channels = new ArrayList<>();
        add(channels, prefix, PACK_TEXTS, "READ", "STRING");
        add(channels, prefix, PACK, "READ", "DOUBLE");
        for (int cell = 1; cell <= CELLS; cell++) {
            add(channels, prefix, "cell_" + cell + "_voltage", "READ", "DOUBLE");
        }
        for (int first = 1; first < CELLS; first += SENSOR) {
            String sensor = "cells_" + first + "_to_" + (first + SENSOR - 1) + "_temperature";
            add(channels, prefix, sensor, "READ", "DOUBLE");
        }
        return channels;
    }

    static List<Channel> commands() {
        List<Channel> channels = new ArrayList<>();
        add(channels, "", COMMANDS, "WRITE", "STRING");
        add(channels, "", "battery_soc_reserve", "WRITE", "DOUBLE");
        return channels;
    }

    private static void add(
            List<Channel> channels, String prefix, String names, String type, String valueType) {
        for (String name : names.split(" ")) {
            channels.add(new Channel(prefix + name, type, valueType));
        }
    }
}
