package io.wattwire.device.driver;

import io.wattwire.device.model.Access;
import io.wattwire.device.model.CommonPoint;
import io.wattwire.device.model.CommonPoints;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Service;
import io.wattwire.device.model.ValueKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.channel.ChannelType;

/** The channels of the ready-made assets, as properties of a WireAsset. */
public final class AssetChannels {

    private static final List<String> HEALTH =
            List.of("link_state", "link_last_error", "link_round_trip_ms", "link_age_ms");

    /**
     * What a device says of a set-point has another name on wires than the set-point: a WireAsset
     * writes what fits by name and type, so a reading asset would else command whatever control
     * asset it is wired to, its own or another brand's.
     */
    private static final String READ_BACK = "_readback";

    private final AssetProperties properties;

    private AssetChannels(String driverPid, String description) {
        properties = new AssetProperties(driverPid, description);
    }

    /**
     * All points with a value, the bounds of limits and the link's health. A table without points
     * offers the registers of the device itself instead: where there are points, hundreds of
     * vendor's registers beside them would only load the line.
     *
     * @param driverPid the driver instance
     * @param table of the device's model
     * @param given points that the owner's settings give a value
     * @return properties of the asset
     */
    public static Map<String, Object> reading(
            String driverPid, RegisterTable table, Collection<String> given) {
        AssetChannels asset = new AssetChannels(driverPid, "All points of " + driverPid);
        for (Point point : table.points()) {
            asset.point(point);
        }
        if (table.points().isEmpty()) {
            table.registers().stream()
                    .filter(register -> register.service().isEmpty())
                    .forEach(asset::register);
        }
        given.stream().filter(name -> table.point(name).isEmpty()).forEach(asset::common);
        HEALTH.forEach(asset::common);
        return asset.properties.map();
    }

    /** Whether a model has anything to read in a part of the device. */
    static boolean hasAny(Service service, RegisterTable table) {
        return table.registers().stream()
                .anyMatch(
                        register ->
                                register.service().equals(service.name())
                                        && register.access() != Access.W);
    }

    /**
     * What a part of the device shows: its registers and the link's health.
     *
     * @param driverPid the driver instance
     * @param service the part
     * @param table of the device's model
     * @return properties of the asset
     */
    public static Map<String, Object> part(String driverPid, Service service, RegisterTable table) {
        AssetChannels asset = new AssetChannels(driverPid, service.title() + " of " + driverPid);
        table.registers().stream()
                .filter(register -> register.service().equals(service.name()))
                .forEach(asset::register);
        HEALTH.forEach(asset::common);
        return asset.properties.map();
    }

    private void point(Point point) {
        if (point.writtenByCode() || !point.value().registers().isEmpty()) {
            read(point.name(), kind(point), point.unit());
        }
        if (point.writable()) {
            common(point.name() + "_min");
            common(point.name() + "_step");
        }
    }

    private void register(Register register) {
        if (register.access() != Access.W) {
            read(register.name(), register.valueKind(), register.unit());
        }
    }

    /** A word of the common vocabulary; words that it lacks are left out. */
    private void common(String name) {
        CommonPoints.find(name).ifPresent(word -> read(name, word.kind(), word.unit()));
    }

    /**
     * The writable points only: a WireAsset writes whatever fits by name and type, so nothing else
     * may be offered.
     *
     * @param driverPid the driver instance
     * @param table of the device's model
     * @return properties of the asset
     */
    public static Map<String, Object> control(String driverPid, RegisterTable table) {
        AssetChannels asset = new AssetChannels(driverPid, "Set-points of " + driverPid);
        table.points().stream()
                .filter(Point::writable)
                .forEach(
                        point ->
                                asset.channel(
                                        point.name(),
                                        kind(point),
                                        point.unit(),
                                        ChannelType.WRITE));
        return asset.properties.map();
    }

    private static ValueKind kind(Point point) {
        return CommonPoints.find(point.name()).map(CommonPoint::kind).orElse(ValueKind.DOUBLE);
    }

    /**
     * Under which name a reading asset shows a register or point.
     *
     * @param name of the register or point
     * @return the same, but {@code <point>_readback} for a set-point
     */
    public static String shownAs(String name) {
        return CommonPoints.find(name).filter(CommonPoint::writable).isPresent()
                ? name + READ_BACK
                : name;
    }

    private void read(String name, ValueKind kind, String unit) {
        String shown = shownAs(name);
        channel(shown, kind, unit, ChannelType.READ);
        if (!shown.equals(name)) {
            properties.register(shown, name);
        }
    }

    private void channel(String name, ValueKind kind, String unit, ChannelType type) {
        properties.channel(name, kind, unit, type);
    }
}
