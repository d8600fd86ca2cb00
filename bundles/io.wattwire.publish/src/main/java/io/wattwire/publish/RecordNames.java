package io.wattwire.publish;

import io.wattwire.device.model.CommonPoints;
import io.wattwire.device.wire.Measurement;

/** What the names of a wire record's properties are, as Kura's assets write them. */
public final class RecordNames {

    private static final String ASSET_ERROR = "assetError";

    private RecordNames() {}

    /**
     * Tells whether a property is the reason why a channel has no value. {@code link_last_error} is
     * none: it is a word of the common vocabulary.
     *
     * @param name of the property
     * @return true when the part before the ending is a channel's name
     */
    public static boolean isError(String name) {
        return name.endsWith(Measurement.ERROR_SUFFIX) && CommonPoints.find(name).isEmpty();
    }

    /**
     * Tells whether a property is a channel's value, and not what is told about one.
     *
     * @param name of the property
     * @return false for names of assets, times, units and reasons
     */
    public static boolean isChannel(String name) {
        return !name.isEmpty()
                && !name.equals(Measurement.ASSET_NAME)
                && !name.equals(Measurement.ASSET_TIMESTAMP)
                && !name.equals(ASSET_ERROR)
                && !name.endsWith(Measurement.TIMESTAMP_SUFFIX)
                && !name.endsWith(Measurement.UNIT_SUFFIX)
                && !isError(name);
    }
}
