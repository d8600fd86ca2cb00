package io.wattwire.publish;

import java.io.IOException;
import java.util.Base64;
import java.util.List;

/**
 * The samples of one series in one window.
 *
 * @param index number of the window since 1970
 * @param sum of the numbers
 * @param count of the numbers
 * @param last the newest sample, number or not
 */
record Window(long index, double sum, long count, Sample last) {

    private static final int PARTS = 4;

    static Window of(long index, Sample first) {
        return new Window(index, 0, 0, first).with(first);
    }

    Window with(Sample sample) {
        boolean number = sample.value() instanceof Number;
        double value = number ? ((Number) sample.value()).doubleValue() : 0;
        return new Window(index, sum + value, number ? count + 1 : count, sample);
    }

    boolean fits(Rule rule) {
        return Math.floorDiv(last.timeMillis(), rule.millis()) == index;
    }

    long endMillis(Rule rule) {
        return (index + 1) * rule.millis();
    }

    /** A mean is of the time at which it is known, the end of its window. */
    Sample result(Rule rule) {
        boolean mean = rule.mode() == Rule.Mode.MEAN && last.value() instanceof Number;
        return mean ? new Sample(last.asset(), last.channel(), sum / count, endMillis(rule)) : last;
    }

    String save() {
        byte[] sample = SampleCodec.pack(last.asset(), List.of(last));
        return index
                + " "
                + Double.toHexString(sum)
                + " "
                + count
                + " "
                + Base64.getEncoder().encodeToString(sample);
    }

    /** Null where the text is none of {@link #save}. */
    static Window restore(String line) {
        String[] parts = line.split(" ");
        if (parts.length != PARTS) {
            return null;
        }
        try {
            List<Sample> last = SampleCodec.unpack(Base64.getDecoder().decode(parts[3]));
            long count = Long.parseLong(parts[2]);
            return last.isEmpty() || count < 0
                    ? null
                    : new Window(
                            Long.parseLong(parts[0]),
                            Double.parseDouble(parts[1]),
                            count,
                            last.get(0));
        } catch (IOException | IllegalArgumentException damaged) {
            return null;
        }
    }
}
