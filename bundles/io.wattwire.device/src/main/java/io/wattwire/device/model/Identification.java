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
     * Whether what a device told means that the owner's settings name another model than it is.
     * Only a model that devices do tell can be denied.
     *
     * @param configured the model in the settings
     * @param told what {@link #identify} concluded
     * @return true when its registers certainly mean something else than the settings say
     */
    default boolean contradicts(String configured, Identity told) {
        return told.recognised()
                && !told.model().equals(configured)
                && examples().containsKey(configured);
    }

    /**
     * What devices show to be recognised, for simulated ones.
     *
     * @return by model, values of {@link #registers()}; without models that no device tells
     */
    default Map<String, Map<String, Object>> examples() {
        return Map.of();
    }
}
