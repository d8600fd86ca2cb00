package io.wattwire.standalone.asset;

import org.eclipse.kura.channel.Channel;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.type.DoubleValue;
import org.eclipse.kura.type.FloatValue;
import org.eclipse.kura.type.IntegerValue;
import org.eclipse.kura.type.LongValue;
import org.eclipse.kura.type.TypedValue;

/**
 * Scale and offset of a channel, as Kura 5.5 computes them: in the type of the value, so that a
 * whole-number channel with a scale of 0.5 always reads 0.
 */
final class Scaling {
    private Scaling() {}

    static void apply(ChannelRecord record, Channel channel) {
        if (channel == null || channel.getValueScale() == 1 && channel.getValueOffset() == 0) {
            return;
        }
        TypedValue<?> value = record.getValue();
        double scale = channel.getValueScale();
        double offset = channel.getValueOffset();
        if (value instanceof DoubleValue number) {
            record.setValue(new DoubleValue(number.getValue() * scale + offset));
        } else if (value instanceof FloatValue number) {
            record.setValue(new FloatValue(number.getValue() * (float) scale + (float) offset));
        } else if (value instanceof IntegerValue number) {
            record.setValue(new IntegerValue(number.getValue() * (int) scale + (int) offset));
        } else if (value instanceof LongValue number) {
            record.setValue(new LongValue(number.getValue() * (long) scale + (long) offset));
        }
    }
}
