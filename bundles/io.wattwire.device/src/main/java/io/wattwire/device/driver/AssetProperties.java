package io.wattwire.device.driver;

import io.wattwire.device.model.ValueKind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.kura.channel.ChannelType;

/** The properties of a WireAsset in the making. Not thread-safe. */
public final class AssetProperties {

    private final Map<String, Object> properties = new LinkedHashMap<>();

    /**
     * Begins an asset without channels.
     *
     * @param driverPid the driver instance that it belongs to
     * @param description what a user reads about it
     */
    public AssetProperties(String driverPid, String description) {
        properties.put("driver.pid", driverPid);
        properties.put("asset.desc", description);
    }

    /**
     * Adds a channel; Kura's value types have the names of ours.
     *
     * @param name its name, and what the driver knows it by
     * @param kind type of its value
     * @param unit its unit, empty without one
     * @param type read or written
     * @return this
     */
    public AssetProperties channel(String name, ValueKind kind, String unit, ChannelType type) {
        properties.put(name + "#+name", name);
        properties.put(name + "#+enabled", true);
        properties.put(name + "#+type", type.name());
        properties.put(name + "#+value.type", kind.name());
        properties.put(name + "#+unit", unit);
        return this;
    }

    /**
     * Lets a channel stand for a register or point of another name than its own.
     *
     * @param channel a channel that was added
     * @param register what the driver knows it by
     * @return this
     */
    public AssetProperties register(String channel, String register) {
        properties.put(channel + "#" + Channels.REGISTER, register);
        return this;
    }

    /**
     * What was added so far.
     *
     * @return a copy, in the order of adding
     */
    public Map<String, Object> map() {
        return new LinkedHashMap<>(properties);
    }
}
