package io.wattwire.driver.givenergy;

import io.wattwire.device.model.Identification;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Tells the model by the device type, and that of the first hybrids by their firmware too. */
final class GivEnergyIdentification implements Identification {

    static final String TYPE = "device_type_code";
    static final String ARM = "arm_firmware_version";
    private static final String DSP = "dsp_firmware_version";
    private static final String SERIAL = "serial_number";

    private static final Set<String> GENERATIONS =
            Set.of(
                    GivEnergyModel.GEN1,
                    GivEnergyModel.GEN2,
                    GivEnergyModel.GEN3_EARLY,
                    GivEnergyModel.GEN3);

    @Override
    public List<String> registers() {
        return List.of(TYPE, SERIAL, DSP, ARM);
    }

    @Override
    public Map<String, Map<String, Object>> examples() {
        return Map.ofEntries(
                example(GivEnergyModel.GEN1, 0x2001, 449),
                example(GivEnergyModel.GEN2, 0x2001, 909),
                example(GivEnergyModel.GEN3_EARLY, 0x2001, 302),
                example(GivEnergyModel.GEN3, 0x2001, 312),
                example(GivEnergyModel.GEN4, 0x8303, 100),
                example(GivEnergyModel.HV_GEN3, 0x8102, 100),
                example(GivEnergyModel.HYBRID, 0x2201, 100),
                example(GivEnergyModel.AC, 0x3001, 282),
                example(GivEnergyModel.ALL_IN_ONE, 0x8001, 612),
                example(GivEnergyModel.THREE_PHASE, 0x4003, 100),
                example(GivEnergyModel.EMS, 0x5001, 100),
                example(GivEnergyModel.GATEWAY, 0x7001, 100));
    }

    private static Map.Entry<String, Map<String, Object>> example(
            String model, int type, int firmware) {
        return Map.entry(model, Map.of(TYPE, type, ARM, firmware, DSP, firmware));
    }

    @Override
    public Identity identify(Values values) {
        OptionalDouble code = values.number(TYPE);
        OptionalDouble firmware = values.number(ARM);
        if (code.isEmpty() || firmware.isEmpty()) {
            return Identity.unknown();
        }
        DeviceType type = DeviceType.of(code.getAsDouble());
        String model = type.model(firmware.getAsDouble());
        return new Identity(
                model,
                values.get(SERIAL).map(Object::toString).orElse(""),
                firmware(values),
                type.ratedW(),
                !model.isEmpty());
    }

    /**
     * The generations of one type are told apart by the number of a firmware alone, and one that is
     * not known counts as the first: the owner may know better.
     */
    @Override
    public boolean contradicts(String configured, Identity told) {
        return !(GENERATIONS.contains(configured) && GENERATIONS.contains(told.model()))
                && Identification.super.contradicts(configured, told);
    }

    private static String firmware(Values values) {
        OptionalDouble dsp = values.number(DSP);
        OptionalDouble arm = values.number(ARM);
        return dsp.isPresent() && arm.isPresent()
                ? String.format("D%03.0f-A%03.0f", dsp.getAsDouble(), arm.getAsDouble())
                : "";
    }
}
