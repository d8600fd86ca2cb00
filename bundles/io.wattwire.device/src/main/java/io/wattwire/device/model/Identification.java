package io.wattwire.device.model;

import java.util.List;
import java.util.Map;

/**
 * How a family finds out which of its models answers. Implementations are stateless and
 * thread-safe.
 */
public interface Identification {

    /**
     * The registers to read first.
     *
     * @return names of registers in the family's table; those that the device does not have are
     *     missing later
     */
    List<String> registers();

    /**
     * Concludes from what was read.
     *
     * @param values the registers' values; any of them can be missing
     * @return never null; {@link Identity#unknown()} when nothing fits
     */
    Identity identify(Values values);

    /**
     * What devices show to be recognised, for simulated ones.
     *
     * @return by model, values of {@link #registers()}; without models that no device tells
     */
    default Map<String, Map<String, Object>> examples() {
        return Map.of();
    }
}
