package io.wattwire.publish.control;

import io.wattwire.device.driver.Channels;
import io.wattwire.device.driver.DeviceView;
import io.wattwire.device.model.CommonPoint;
import io.wattwire.device.model.CommonPoints;
import io.wattwire.device.model.Operation;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.WriteRole;
import java.util.List;
import java.util.Optional;
import org.eclipse.kura.asset.Asset;
import org.eclipse.kura.channel.Channel;
import org.eclipse.kura.channel.ChannelType;
import org.eclipse.kura.type.DataType;

/**
 * A point that an owner may command, and what it takes.
 *
 * @param point which
 * @param channel the asset's channel behind it
 * @param form what is written to it
 * @param unit of a number, empty without one
 * @param span least, most and step of a number; of no meaning for others
 * @param options what a choice may be; empty for others
 * @param register the one register behind it, which checks values; empty where code is behind it
 */
public record Writable(
        ControlPoint point,
        Channel channel,
        Form form,
        String unit,
        Span span,
        List<String> options,
        Optional<Register> register) {

    /** Copies the options. {@inheritDoc} */
    public Writable {
        options = List.copyOf(options);
    }

    /** What is written to a point. */
    public enum Form {
        /** A number within the span. */
        NUMBER,
        /** One of the options. */
        CHOICE,
        /** True or false. */
        FLAG,
        /** A short text. */
        TEXT
    }

    /**
     * Finds what is behind a point that the owner listed.
     *
     * @param plant the gateway's assets
     * @param point which
     * @param bounds the owner's own range of it
     * @return what it takes
     * @throws ControlRefused if there is no such channel, it cannot be written, or its table does
     *     not leave it to the owner
     */
    public static Writable find(Plant plant, ControlPoint point, ControlRules.Bounds bounds)
            throws ControlRefused {
        Asset asset =
                plant.asset(point.asset())
                        .orElseThrow(
                                () -> new ControlRefused("there is no asset " + point.asset()));
        Channel channel = asset.getAssetConfiguration().getAssetChannels().get(point.channel());
        if (channel == null || !channel.isEnabled()) {
            throw new ControlRefused(
                    point + ": the asset has no such channel, or it is disabled; correct the list");
        }
        if (channel.getType() == ChannelType.READ) {
            throw new ControlRefused(
                    point + " is a channel for reading; list one of type WRITE or READ_WRITE");
        }
        String driver = asset.getAssetConfiguration().getDriverPid();
        DeviceView device =
                plant.device(driver)
                        .orElseThrow(
                                () ->
                                        new ControlRefused(
                                                point
                                                        + ": its driver "
                                                        + driver
                                                        + " is not ready, or does not tell who may"
                                                        + " write what"));
        return of(point, channel, device, bounds);
    }

    /**
     * What a channel takes by a device's tables.
     *
     * @param point which
     * @param channel the asset's channel
     * @param device what its driver knows
     * @param bounds the owner's own range
     * @return what it takes
     * @throws ControlRefused if nothing of that name is the owner's to write
     */
    public static Writable of(
            ControlPoint point, Channel channel, DeviceView device, ControlRules.Bounds bounds)
            throws ControlRefused {
        String name = Channels.name(channel.createReadRecord());
        Optional<Point> common = device.table().point(name);
        if (common.isPresent()) {
            return ofPoint(point, channel, device, common.get(), bounds);
        }
        Optional<Register> register = device.table().register(name);
        if (register.isPresent()) {
            return ofRegister(point, channel, register.get(), bounds);
        }
        Operation operation =
                device.operations().stream()
                        .filter(it -> it.name().equals(name))
                        .findFirst()
                        .orElseThrow(
                                () -> new ControlRefused(point + ": the device has no " + name));
        allow(point, operation.role());
        return new Writable(point, channel, Form.TEXT, "", Span.ANY, List.of(), Optional.empty());
    }

    private static Writable ofPoint(
            ControlPoint point,
            Channel channel,
            DeviceView device,
            Point common,
            ControlRules.Bounds bounds)
            throws ControlRefused {
        if (!common.writable()) {
            throw new ControlRefused(point + " is read-only");
        }
        if (!common.writtenByCode()) {
            Optional<Register> register = device.table().register(common.write());
            if (register.isPresent()) {
                return ofRegister(point, channel, register.get(), bounds);
            }
        }
        boolean signed = CommonPoints.find(common.name()).map(CommonPoint::signed).orElse(true);
        Span span = Span.ofPoint(common.unit(), signed).within(bounds);
        return new Writable(
                point, channel, Form.NUMBER, common.unit(), span, List.of(), Optional.empty());
    }

    private static Writable ofRegister(
            ControlPoint point, Channel channel, Register register, ControlRules.Bounds bounds)
            throws ControlRefused {
        if (!register.access().writable()) {
            throw new ControlRefused(point + " is read-only");
        }
        allow(point, register.role());
        Form form = form(register, channel.getValueType());
        List<String> options =
                form == Form.CHOICE
                        ? register.labels().values().stream().distinct().toList()
                        : List.of();
        Span span = form == Form.NUMBER ? Span.of(register).within(bounds) : Span.ANY;
        return new Writable(
                point, channel, form, register.unit(), span, options, Optional.of(register));
    }

    private static Form form(Register register, DataType type) {
        return switch (register.valueKind()) {
            case BOOLEAN -> Form.FLAG;
            case STRING ->
                    !register.labels().isEmpty() && type == DataType.STRING
                            ? Form.CHOICE
                            : Form.TEXT;
            default -> Form.NUMBER;
        };
    }

    private static void allow(ControlPoint point, WriteRole role) throws ControlRefused {
        if (role != WriteRole.OWNER) {
            throw new ControlRefused(
                    point
                            + (role == WriteRole.INSTALLER
                                    ? " is for installers and is never commanded from outside"
                                    : " is never written from here"));
        }
    }
}
