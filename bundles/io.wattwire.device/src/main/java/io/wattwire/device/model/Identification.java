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
     * What identity registers of a device of a model hold, for simulated devices. Needed only where
     * a text tells the model; numbers and labels are found by trying.
     *
     * @param model one of the family's models
     * @return engineering values by register; none when there is nothing to say
     */
    default Map<String, Object> example(String model) {
        return Map.of();
    }
}
