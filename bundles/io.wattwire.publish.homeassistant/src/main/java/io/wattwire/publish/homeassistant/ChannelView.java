package io.wattwire.publish.homeassistant;

import io.wattwire.device.driver.Channels;
import io.wattwire.device.driver.DeviceView;
import io.wattwire.device.model.CommonPoint;
import io.wattwire.device.model.CommonPoints;
import io.wattwire.device.model.Encoding;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.ValueKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.kura.channel.Channel;
import org.eclipse.kura.type.DataType;

/**
 * A channel whose values are published, as far as it can be described.
 *
 * @param name of the channel
 * @param meant what it stands for: a register or point, mostly of the same name
 * @param kind type of its values
 * @param unit as our tables spell it, empty for none
 * @param options what a text may be; empty for any
 * @param decimals how many make sense to show; empty when unknown
 * @param falls whether it is an amount that may fall
 */
record ChannelView(
        String name,
        String meant,
        ValueKind kind,
        String unit,
        List<String> options,
        OptionalInt decimals,
        boolean falls) {

    private static final int MOST_DECIMALS = 6;
    private static final List<String> LINK_STATES =
            List.of("connected", "waiting", "dead", "asleep");

    /** Of a channel of an asset, by the tables of its driver if it tells them. */
    static ChannelView of(Channel channel, Optional<DeviceView> device) {
        String meant = Channels.name(channel.createReadRecord());
        Optional<Point> point = device.flatMap(it -> it.table().point(meant));
        Optional<Register> register =
                point.isPresent()
                        ? point.flatMap(it -> it.value().loneRegister())
                                .flatMap(name -> device.get().table().register(name))
                        : device.flatMap(it -> it.table().register(meant));
        ValueKind kind = kind(channel.getValueType());
        String own = channel.getUnit() == null ? "" : channel.getUnit();
        String unit =
                point.map(Point::unit)
                        .or(() -> register.map(Register::unit))
                        .filter(it -> !it.isEmpty())
                        .orElse(own);
        boolean plain = channel.getValueScale() == 1 && channel.getValueOffset() == 0;
        return new ChannelView(
                channel.getName(),
                meant,
                kind,
                unit.isEmpty() ? common(meant) : unit,
                kind == ValueKind.STRING ? options(meant, register) : List.of(),
                plain && kind == ValueKind.DOUBLE
                        ? register.map(ChannelView::decimals).orElse(OptionalInt.empty())
                        : OptionalInt.empty(),
                CommonPoints.find(meant).isEmpty()
                        && register.map(ChannelView::falls).orElse(false));
    }

    /** Of what came in from something that is no asset: only its name and type tell. */
    static ChannelView of(String name, ValueKind kind) {
        return new ChannelView(
                name,
                name,
                kind,
                common(name),
                kind == ValueKind.STRING ? options(name, Optional.empty()) : List.of(),
                OptionalInt.empty(),
                false);
    }

    private static String common(String name) {
        return CommonPoints.find(name).map(CommonPoint::unit).orElse("");
    }

    private static List<String> options(String name, Optional<Register> register) {
        if (name.equals("link_state")) {
            return LINK_STATES;
        }
        return register.map(it -> it.labels().values().stream().distinct().toList())
                .orElse(List.of());
    }

    private static ValueKind kind(DataType type) {
        return switch (type) {
            case BOOLEAN -> ValueKind.BOOLEAN;
            case STRING, BYTE_ARRAY -> ValueKind.STRING;
            case INTEGER, LONG -> ValueKind.LONG;
            default -> ValueKind.DOUBLE;
        };
    }

    private static OptionalInt decimals(Register register) {
        if (!register.scaleBy().isEmpty() || register.type().encoding() == Encoding.F32) {
            return OptionalInt.empty();
        }
        for (int digits = 0; digits <= MOST_DECIMALS; digits++) {
            double steps = register.scale() * Math.pow(10, digits);
            if (Math.abs(steps - Math.rint(steps)) < 1e-9) {
                return OptionalInt.of(digits);
            }
        }
        return OptionalInt.empty();
    }

    /** The common vocabulary's energies are counters; a vendor's may be a difference of two. */
    private static boolean falls(Register register) {
        return switch (register.type().encoding()) {
            case S16, S32, S64 -> true;
            default -> register.name().contains("net");
        };
    }
}
