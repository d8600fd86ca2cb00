package io.wattwire.driver.sun2000;

import io.wattwire.device.model.Identification;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Tells the phases of a SUN2000 by the letter of its name (SUN2000-6KTL-M1 has three,
 * SUN2000-3KTL-L1 one), and the layout of its time-of-use tables by the make of the battery.
 */
final class Sun2000Identification implements Identification {

    private static final String NAME = "model_name";
    private static final String SERIAL = "serial_number";
    private static final String SOFTWARE = "software_version";
    private static final String FIRMWARE = "firmware_version";
    private static final String RATED = "rated_power";
    private static final String BATTERY = "storage_unit_1_product_model";

    /** M0, M1, M2, MB0, MAP0 and so on. */
    private static final Pattern THREE_PHASES = Pattern.compile("SUN2000-.*-M[A-Z]*\\d.*");

    /** L1, LB0, LC0 and so on, and the older series SUN2000L. */
    private static final Pattern ONE_PHASE = Pattern.compile("SUN2000(L-.*|-.*-L[A-Z]*\\d.*)");

    @Override
    public List<String> registers() {
        return List.of(NAME, SERIAL, SOFTWARE, FIRMWARE, RATED, BATTERY);
    }

    @Override
    public Map<String, Map<String, Object>> examples() {
        return Map.of(
                "sun2000-3ph",
                Map.of(NAME, "SUN2000-10KTL-M1", RATED, 10_000, BATTERY, "huawei_luna2000"),
                "sun2000-1ph",
                Map.of(NAME, "SUN2000-5KTL-L1", RATED, 5000, BATTERY, "huawei_luna2000"),
                "sun2000-3ph-lg",
                Map.of(NAME, "SUN2000-10KTL-M1", RATED, 10_000, BATTERY, "lg_resu"),
                "sun2000-1ph-lg",
                Map.of(NAME, "SUN2000-5KTL-L1", RATED, 5000, BATTERY, "lg_resu"));
    }

    @Override
    public Identity identify(Values values) {
        String model = model(text(NAME, values), text(BATTERY, values));
        String software = text(SOFTWARE, values);
        OptionalDouble rated = values.number(RATED);
        return new Identity(
                model,
                text(SERIAL, values),
                software.isEmpty() ? text(FIRMWARE, values) : software,
                rated.orElse(0) > 0 ? rated : OptionalDouble.empty(),
                !model.isEmpty());
    }

    /** A battery that does not tell its make may well be the one that the owner names. */
    @Override
    public boolean contradicts(String configured, Identity told) {
        return !configured.equals(told.model() + "-lg")
                && Identification.super.contradicts(configured, told);
    }

    private static String model(String name, String battery) {
        String phases;
        if (THREE_PHASES.matcher(name).matches()) {
            phases = "sun2000-3ph";
        } else if (ONE_PHASE.matcher(name).matches()) {
            phases = "sun2000-1ph";
        } else {
            return "";
        }
        return battery.equals("lg_resu") ? phases + "-lg" : phases;
    }

    private static String text(String register, Values values) {
        Optional<Object> value = values.get(register);
        return value.map(Object::toString).orElse("").strip();
    }
}
