package org.eclipse.kura.channel;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValue;

/**
 * One channel on its way to a driver and back. The driver sets status and timestamp, and the value
 * if the status is a success. Not thread-safe.
 */
public class ChannelRecord {
    private final String channelName;
    private final DataType valueType;
    private Map<String, Object> channelConfig;
    private ChannelStatus channelStatus;
    private TypedValue<?> value;
    private long timestamp;
    private String unit;

    private ChannelRecord(String channelName, DataType valueType, String unit) {
        this.channelName = Objects.requireNonNull(channelName, "channelName");
        this.valueType = valueType;
        this.unit = unit;
    }

    /**
     * A record that asks for a value without a unit.
     *
     * @param channelName the channel, not null
     * @param valueType the type wanted, not null
     * @return the record
     */
    public static ChannelRecord createReadRecord(String channelName, DataType valueType) {
        return createReadRecord(channelName, valueType, "");
    }

    /**
     * A record that asks for a value.
     *
     * @param channelName the channel, not null
     * @param valueType the type wanted, not null
     * @param unit the unit to show; may be null
     * @return the record
     */
    public static ChannelRecord createReadRecord(
            String channelName, DataType valueType, String unit) {
        return new ChannelRecord(channelName, Objects.requireNonNull(valueType, "valueType"), unit);
    }

    /**
     * A record that brings a value to write. It has no unit.
     *
     * @param channelName the channel, not null
     * @param value the value to write, not null
     * @return the record
     */
    public static ChannelRecord createWriteRecord(String channelName, TypedValue<?> value) {
        ChannelRecord written = new ChannelRecord(channelName, value.getType(), null);
        written.value = value;
        return written;
    }

    /**
     * A record that only reports. It has no value type, value or unit.
     *
     * @param channelName the channel, not null
     * @param channelStatus the status to report, not null
     * @return the record
     */
    public static ChannelRecord createStatusRecord(
            String channelName, ChannelStatus channelStatus) {
        ChannelRecord report = new ChannelRecord(channelName, null, null);
        report.setChannelStatus(channelStatus);
        return report;
    }

    /** {@return the properties of the channel, or null if nobody set them} */
    public Map<String, Object> getChannelConfig() {
        return channelConfig;
    }

    /** {@return how the operation ended, or null before it did} */
    public ChannelStatus getChannelStatus() {
        return channelStatus;
    }

    /** {@return when the value was sampled, in ms since 1970, or 0 before that} */
    public long getTimestamp() {
        return timestamp;
    }

    /** {@return the unit to show, or null} */
    public String getUnit() {
        return unit;
    }

    /**
     * Sets the properties of the channel; they are copied.
     *
     * @param channelConfig the properties, not null
     */
    public void setChannelConfig(Map<String, Object> channelConfig) {
        this.channelConfig = new HashMap<>(channelConfig);
    }

    /**
     * Sets how the operation ended.
     *
     * @param channelStatus the status, not null
     */
    public void setChannelStatus(ChannelStatus channelStatus) {
        this.channelStatus = Objects.requireNonNull(channelStatus, "channelStatus");
    }

    /**
     * Sets when the value was sampled.
     *
     * @param timestamp ms since 1970
     */
    public void setTimestamp(long timestamp) {
        this.timestamp = timestamp;
    }

    /**
     * Sets the unit to show.
     *
     * @param unit the unit; may be null
     */
    public void setUnit(String unit) {
        this.unit = unit;
    }

    /** {@return the channel, never null} */
    public String getChannelName() {
        return channelName;
    }

    /** {@return the type asked for or brought; null in a status record} */
    public DataType getValueType() {
        return valueType;
    }

    /** {@return the value, or null before it was read} */
    public TypedValue<?> getValue() {
        return value;
    }

    /**
     * Sets the value. Its type is not checked against {@link #getValueType()}.
     *
     * @param value the value, not null
     */
    public void setValue(TypedValue<?> value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return "ChannelRecord [channelName="
                + channelName
                + ", valueType="
                + valueType
                + ", value="
                + value
                + ", unit="
                + unit
                + ", timestamp="
                + timestamp
                + ", channelStatus="
                + channelStatus
                + ", channelConfig="
                + channelConfig
                + "]";
    }

    @Override
    public int hashCode() {
        return Objects.hash(channelName, valueType, value, unit, timestamp, channelStatus);
    }

    /** Equal if all but the properties of the channel is equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ChannelRecord that
                && timestamp == that.timestamp
                && valueType == that.valueType
                && channelName.equals(that.channelName)
                && Objects.equals(value, that.value)
                && Objects.equals(unit, that.unit)
                && Objects.equals(channelStatus, that.channelStatus);
    }
}
