package io.wattwire.driver.givenergy;

import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A slot of the day in two registers, written as one text. With a percentage behind it, what GivTCP
 * wrote with a slot is written before it: the state of charge to charge to, or the reserve to keep.
 */
final class SlotCommand extends Command {

    private static final Pattern WITH_PERCENT = Pattern.compile("(.*\\d)\\s+(\\d{1,3})\\s*%?");
    private static final String OFF = "off";

    private final String start;
    private final String end;
    private final boolean isTold;
    private final Function<Object, List<RegisterWrite>> percent;

    private SlotCommand(
            String name,
            Set<String> models,
            boolean isTold,
            Function<Object, List<RegisterWrite>> percent) {
        super(
                name,
                percent == null ? "01:00-04:30 or off" : "01:00-04:30, 01:00-04:30 80% or off",
                models);
        this.start = name + "_start";
        this.end = name + "_end";
        this.isTold = isTold;
        this.percent = percent;
    }

    /** A slot alone. */
    static SlotCommand of(String name, Set<String> models) {
        return new SlotCommand(name, models, true, null);
    }

    /** A slot that the device does not show. */
    static SlotCommand untold(String name, Set<String> models) {
        return new SlotCommand(name, models, false, null);
    }

    /**
     * A slot with a percentage.
     *
     * @param percent what is written before the slot, of the percentage as it was given
     */
    static SlotCommand of(
            String name, Set<String> models, Function<Object, List<RegisterWrite>> percent) {
        return new SlotCommand(name, models, true, percent);
    }

    @Override
    public List<RegisterWrite> commands(Object wanted, Values known) {
        String text = Given.text(wanted);
        if (Given.isOff(wanted)) {
            return List.of(write(start, TimeSlot.MIDNIGHT), write(end, TimeSlot.MIDNIGHT));
        }
        List<RegisterWrite> writes = new ArrayList<>();
        Matcher matcher = WITH_PERCENT.matcher(text);
        if (percent != null && matcher.matches()) {
            writes.addAll(percent.apply(matcher.group(2)));
            text = matcher.group(1);
        }
        TimeSlot slot = TimeSlot.parse(text).orElseThrow(() -> impossible(wanted));
        writes.add(write(start, slot.start()));
        writes.add(write(end, slot.end()));
        return List.copyOf(writes);
    }

    /** Half a slot is neither one nor none: nobody has told what the inverter makes of it. */
    @Override
    public Optional<Object> readBack(Values known) {
        if (known.get(start).isPresent() != known.get(end).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(TimeSlot.of(start, end, known).map(TimeSlot::toString).orElse(OFF));
    }

    @Override
    public Set<String> readBackRegisters() {
        return isTold ? Set.of(start, end) : Set.of();
    }

    @Override
    public Set<String> mayBeUnset() {
        return Set.of(start, end);
    }
}
