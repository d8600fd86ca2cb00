package io.wattwire.driver.sunspec;

import io.wattwire.device.model.Identification;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Tells by the models in the chain what a device is, and by its maker's name which peculiarities it
 * has: nobody else's meter counts export as + in the same models as SolarEdge's.
 */
final class SunspecIdentification implements Identification {

    private static final String BATTERY_INPUT = "stcha";

    @Override
    public List<String> registers() {
        return List.of(
                "manufacturer",
                "version",
                "serial_number",
                "ac_model",
                "der_model",
                "der_control_model",
                "meter_model",
                "rated_power",
                "capacity_rated_power",
                "mppt3_name");
    }

    @Override
    public Identity identify(Values values) {
        String model = model(values);
        if (model.isEmpty()) {
            return Identity.unknown();
        }
        OptionalDouble rated = values.number("capacity_rated_power");
        return new Identity(
                model,
                text(values, "serial_number"),
                text(values, "version"),
                rated.isPresent() ? rated : values.number("rated_power"),
                true);
    }

    private static String model(Values values) {
        String maker = text(values, "manufacturer").toLowerCase(Locale.ROOT);
        boolean solarEdge = maker.startsWith("solaredge");
        boolean inverter = has(values, "ac_model");
        if (has(values, "der_model") && (has(values, "der_control_model") || !inverter)) {
            return solarEdge ? "solaredge-der" : "der";
        }
        if (inverter) {
            return solarEdge ? "solaredge" : fronius(maker, values);
        }
        return has(values, "meter_model") ? "meter" : "";
    }

    private static String fronius(String maker, Values values) {
        if (!maker.startsWith("fronius")) {
            return "inverter";
        }
        String third = text(values, "mppt3_name").toLowerCase(Locale.ROOT);
        return third.startsWith(BATTERY_INPUT) ? "fronius-hybrid" : "fronius";
    }

    private static boolean has(Values values, String model) {
        return values.number(model).isPresent();
    }

    private static String text(Values values, String register) {
        return values.get(register).map(Object::toString).orElse("").strip();
    }
}
