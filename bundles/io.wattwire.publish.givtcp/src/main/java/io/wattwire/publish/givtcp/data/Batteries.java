package io.wattwire.publish.givtcp.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The packs of {@code Battery_Details}, by serial number; one that tells none is left out. */
final class Batteries {

    static final int PACKS = 6;

    private static final int CELLS = 16;
    private static final int CELLS_PER_SENSOR = 4;

    private final Values values;
    private final Form form;

    Batteries(Values values, Form form) {
        this.values = values;
        this.form = form;
    }

    Map<String, Object> map() {
        Map<String, Object> packs = new LinkedHashMap<>();
        for (int pack = 1; pack <= PACKS; pack++) {
            String prefix = "pack" + pack + "_";
            values.text(prefix + "serial_number")
                    .map(Fleet::level)
                    .ifPresent(serial -> packs.put(serial, pack(prefix, serial)));
        }
        return packs;
    }

    private Map<String, Object> pack(String prefix, String serial) {
        String remaining = form == Form.OF_2022 ? "Capcity" : "Capacity";
        Section section =
                new Section()
                        .put("Battery_Serial_Number", serial)
                        .whole("Battery_SOC", values.number(prefix + "soc"))
                        .real("Battery_Capacity", values.number(prefix + "capacity_calibrated"))
                        .real("Battery_Design_Capacity", values.number(prefix + "capacity_design"))
                        .real(
                                "Battery_Remaining_" + remaining,
                                values.number(prefix + "capacity_remaining"))
                        .whole(
                                "Battery_Firmware_Version",
                                values.number(prefix + "bms_firmware_version"))
                        .whole("Battery_Cells", values.number(prefix + "number_of_cells"))
                        .whole("Battery_Cycles", values.number(prefix + "number_of_cycles"));
        usb(section, values.text(prefix + "usb_device"));
        section.real("Battery_Temperature", values.number(prefix + "bms_mosfet_temperature"))
                .real("Battery_Voltage", values.number(prefix + "cells_sum_voltage"));
        cells(section, prefix);
        return section.map();
    }

    private void usb(Section section, Optional<String> device) {
        if (device.isPresent()) {
            String name = device.get();
            Object number = name.equals("wifi") ? 1L : name.equals("disk") ? 2L : 0L;
            section.put(
                    "Battery_USB_present",
                    form == Form.OF_2022 ? (Object) !name.equals("none") : number);
        }
    }

    private void cells(Section section, String prefix) {
        for (int cell = 1; cell <= CELLS; cell++) {
            section.real(
                    "Battery_Cell_" + cell + "_Voltage",
                    values.number(prefix + "cell_" + cell + "_voltage"));
        }
        for (int sensor = 1; sensor <= CELLS / CELLS_PER_SENSOR; sensor++) {
            int first = CELLS_PER_SENSOR * (sensor - 1) + 1;
            section.real(
                    "Battery_Cell_" + sensor + "_Temperature",
                    values.number(
                            prefix
                                    + "cells_"
                                    + first
                                    + "_to_"
                                    + (first + CELLS_PER_SENSOR - 1)
                                    + "_temperature"));
        }
    }
}
