package org.eclipse.kura.channel;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValue;

/**
 * One channel of an asset: enabled, with scale 1, offset 0 and no unit unless set otherwise. Not
 * thread-safe.
 */
public class Channel {
    private final Map<String, Object> configuration;
    private String name;
    private ChannelType type;
    private DataType valueType;
    private boolean enabled = true;
    private double scale = 1;
    private double offset;
    private String unit = "";

    /**
     * A channel.
     *
     * @param name the name, unique in its asset, not null
     * @param type what may be done with it, not null
     * @param valueType the type of its values, not null
     * @param configuration its properties, not null; kept, not copied
     */
    public Channel(
            String name, ChannelType type, DataType valueType, Map<String, Object> configuration) {
        this.name = Objects.requireNonNull(name, "name");
        this.type = Objects.requireNonNull(type, "type");
        this.valueType = Objects.requireNonNull(valueType, "valueType");
        this.configuration = Collections.unmodifiableMap(configuration);
    }

    /** {@return the properties, unmodifiable} */
    public Map<String, Object> getConfiguration() {
        return configuration;
    }

    /** {@return the name, never null} */
    public String getName() {
        return name;
    }

    /** {@return what may be done with the channel, never null} */
    public ChannelType getType() {
        return type;
    }

    /** {@return the type of the values, never null} */
    public DataType getValueType() {
        return valueType;
    }

    /** {@return whether the asset reads, writes and listens to the channel} */
    public boolean isEnabled() {
        return enabled;
    }

    /** {@return the factor that the asset applies to a value read} */
    public double getValueScale() {
        return scale;
    }

    /** {@return what the asset adds to a value read, after the scale} */
    public double getValueOffset() {
        return offset;
    }

    /** {@return the unit to show; may be null} */
    public String getUnit() {
        return unit;
    }

    /**
     * Sets the name.
     *
     * @param name the value
     */
    public void setName(String name) {
        this.name = Objects.requireNonNull(name, "name");
    }

    /**
     * Sets what may be done with the channel.
     *
     * @param type the type, not null
     */
    public void setType(ChannelType type) {
        this.type = Objects.requireNonNull(type, "type");
    }

    /**
     * Sets the type of the values.
     *
     * @param valueType the type, not null
     */
    public void setValueType(DataType valueType) {
        this.valueType = Objects.requireNonNull(valueType, "valueType");
    }

    /**
     * Sets whether the asset reads, writes and listens to the channel.
     *
     * @param enabled true to use it
     */
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    /**
     * Sets the factor that the asset applies to a value read.
     *
     * @param scale the factor
     */
    public void setScale(double scale) {
        this.scale = scale;
    }

    /**
     * Sets what the asset adds to a value read, after the scale.
     *
     * @param offset the summand
     */
    public void setOffset(double offset) {
        this.offset = offset;
    }

    /**
     * Sets the unit to show.
     *
     * @param unit the unit; may be null
     */
    public void setUnit(String unit) {
        this.unit = unit;
    }

    @Override
    public String toString() {
        return "Channel [name="
                + name
                + ", type="
                + type
                + ", valueType="
                + valueType
                + ", enabled="
                + enabled
                + ", scale="
                + scale
                + ", offset="
                + offset
                + ", unit="
                + unit
                + ", configuration="
                + configuration
                + "]";
    }

    /** {@return a record that asks for a value of this channel, with its properties} */
    public ChannelRecord createReadRecord() {
        ChannelRecord read = ChannelRecord.createReadRecord(name, valueType, unit);
        read.setChannelConfig(configuration);
        return read;
    }

    /**
     * A record that brings a value to this channel, with its properties.
     *
     * @param value the value, not null
     * @return the record
     * @throws IllegalArgumentException if the value is not of this channel's type
     */
    public ChannelRecord createWriteRecord(TypedValue<?> value) {
        if (value.getType() != valueType) {
            throw new IllegalArgumentException(
                    "channel " + name + " takes " + valueType + ", not " + value.getType());
        }
        ChannelRecord written = ChannelRecord.createWriteRecord(name, value);
        written.setChannelConfig(configuration);
        return written;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, type, valueType, enabled, scale, offset, unit);
    }

    /** Equal if all but the properties is equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Channel that
                && enabled == that.enabled
                && type == that.type
                && valueType == that.valueType
                && Double.compare(scale, that.scale) == 0
                && Double.compare(offset, that.offset) == 0
                && name.equals(that.name)
                && Objects.equals(unit, that.unit);
    }
}
