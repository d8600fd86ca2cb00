package io.wattwire.publish.givtcp.data;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The inverter's details: {@code Invertor_Details}, in v3 under its serial number. */
final class Details {

    private static final double WH_PER_KWH = 1000;

    private final Values values;
    private final Model model;

    Details(Values values, Model model) {
        this.values = values;
        this.model = model;
    }

    /** Capacity of the batteries, kWh. */
    OptionalDouble capacity() {
        OptionalDouble ampereHours = values.number("battery_capacity_ah");
        return ampereHours.isPresent()
                ? OptionalDouble.of(ampereHours.getAsDouble() * model.batteryVoltage() / WH_PER_KWH)
                : values.number("battery_capacity");
    }

    Map<String, Object> of2022(String serial) {
        return new Section()
                .text(
                        "Battery_Type",
                        values.text("battery_type")
                                .map(it -> it.equals("lead acid") ? "Lead Acid" : "Lithium"))
                .real("Battery_Capacity_kWh", capacity())
                .put("Invertor_Serial_Number", serial)
                .real("Modbus_Version", values.number("modbus_version"))
                .text(
                        "Meter_Type",
                        values.text("meter_type").map(it -> it.equals("EM115") ? "EM115" : "EM418"))
                .put("Invertor_Type", model.name(Form.OF_2022))
                .real("Invertor_Temperature", temperature())
                .map();
    }

    private OptionalDouble temperature() {
        return values.number("inverter_temperature", "heatsink_temperature");
    }

    Map<String, Object> v3(String serial) {
        return new Section()
                .text("Battery_Type", values.text("battery_type").map(Details::name))
                .real("Battery_Capacity_kWh", capacity())
                .put("Invertor_Serial_Number", serial)
                .real("Modbus_Version", values.number("modbus_version"))
                .text("Invertor_Firmware", firmware())
                .text("Meter_Type", values.text("meter_type").map(Details::name))
                .put("Invertor_Type", model.name(Form.V3))
                .put("Invertor_Max_Bat_Rate", Math.round(model.batteryPower()))
                .real("Invertor_Temperature", temperature())
                .whole("Export_Limit", values.number("grid_port_max_power_output"))
                .text(
                        "Battery_Calibration_Status",
                        values.text("battery_calibration_stage").map(Details::name))
                .map();
    }

    private Optional<String> firmware() {
        OptionalDouble dsp = values.number("dsp_firmware_version");
        OptionalDouble arm = values.number("arm_firmware_version");
        return dsp.isPresent() && arm.isPresent()
                ? Optional.of(
                        "D0.%d-A0.%d".formatted((long) dsp.getAsDouble(), (long) arm.getAsDouble()))
                : Optional.empty();
    }

    /** A label as a name of Python with a capital: {@code lead acid} is {@code Lead_acid}. */
    static String name(String label) {
        String name = label.toLowerCase(Locale.ROOT).replace(' ', '_');
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
