package io.wattwire.device.driver;

import io.wattwire.device.model.Reading;
import java.util.List;
import java.util.Optional;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.ChannelStatus;
import org.eclipse.kura.core.configuration.metatype.Tad;
import org.eclipse.kura.core.configuration.metatype.Tscalar;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValue;

/** Between Kura's channels and the names of registers and points. */
public final class Channels {

    /** The one option of a channel. */
    public static final String REGISTER = "register";

    private Channels() {}

    /**
     * What a channel offers to set; Kura wants just this class of list.
     *
     * @return the one option
     */
    public static List<Tad> descriptor() {
        Tad register = new Tad();
        register.setId(REGISTER);
        register.setName("register");
        register.setDescription(
                "Register or point that the channel stands for. Empty: the one of the channel's"
                        + " name.");
        register.setType(Tscalar.STRING);
        register.setCardinality(0);
        register.setRequired(false);
        return List.of(register);
    }

    /**
     * The register or point that a channel stands for.
     *
     * @param channel the channel
     * @return its option, or else its own name
     */
    public static String name(ChannelRecord channel) {
        Object option =
                channel.getChannelConfig() == null
                        ? null
                        : channel.getChannelConfig().get(REGISTER);
        String name = option == null ? "" : option.toString().strip();
        return name.isEmpty() ? String.valueOf(channel.getChannelName()) : name;
    }

    /**
     * The value to write.
     *
     * @param channel the channel
     * @return a number, a flag or text; text that tells so where there is nothing to write
     */
    public static Object value(ChannelRecord channel) {
        TypedValue<?> value = channel.getValue();
        if (value == null) {
            return "nothing";
        }
        return value.getType() == DataType.BYTE_ARRAY ? "bytes" : value.getValue();
    }

    /**
     * Puts a reading into a channel, in the type that the channel asks for.
     *
     * @param channel the channel
     * @param reading its value, or why there is none
     */
    public static void fill(ChannelRecord channel, Reading reading) {
        if (!reading.good()) {
            fail(channel, reading.problem());
            return;
        }
        DataType type = channel.getValueType();
        Optional<TypedValue<?>> value =
                type == null ? Optional.empty() : Conversion.to(type, reading.value());
        if (value.isEmpty()) {
            fail(
                    channel,
                    reading.name()
                            + " is "
                            + reading.value()
                            + ", which does not fit the channel's value type "
                            + type
                            + "; choose "
                            + (reading.value() instanceof Number ? "DOUBLE" : "STRING"));
            return;
        }
        channel.setValue(value.get());
        channel.setChannelStatus(new ChannelStatus(ChannelFlag.SUCCESS));
        channel.setTimestamp(reading.timestampMillis());
    }

    /**
     * Tells of a failure.
     *
     * @param channel the channel
     * @param reason cause and remedy
     */
    public static void fail(ChannelRecord channel, String reason) {
        channel.setChannelStatus(new ChannelStatus(ChannelFlag.FAILURE, reason, null));
        channel.setTimestamp(System.currentTimeMillis());
    }

    /**
     * Tells all of one failure.
     *
     * @param channels the channels
     * @param reason cause and remedy
     */
    public static void failAll(List<ChannelRecord> channels, String reason) {
        channels.forEach(channel -> fail(channel, reason));
    }

    /**
     * Tells that a write is done.
     *
     * @param channel the channel
     */
    public static void succeed(ChannelRecord channel) {
        channel.setChannelStatus(new ChannelStatus(ChannelFlag.SUCCESS));
        channel.setTimestamp(System.currentTimeMillis());
    }
}
