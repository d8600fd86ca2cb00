package io.wattwire.publish.pvoutput;

import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;

/** Makes statuses of intervals, without values for which PVOutput would refuse the others. */
final class Composer {

    private static final double LARGEST_CONSUMPTION_WH = 200_000;

    private final Plan plan;
    private final Losses losses;

    Composer(Plan plan, Losses losses) {
        this.plan = plan;
        this.losses = losses;
    }

    /** A status; what is left out of it is counted only when it is sent. */
    Made status(Slot slot, Day today) {
        LocalDateTime time = plan.local(slot.start());
        Day day = today.of(time.toLocalDate());
        boolean onward = slot.start() > day.lastStart() && !time.toLocalDate().isBefore(day.date());
        Map<Column, Double> values = new EnumMap<>(Column.class);
        StringBuilder left = new StringBuilder();
        int count = 0;
        for (Map.Entry<Column, Origin> origin : plan.origins().entrySet()) {
            Column column = origin.getKey();
            double value = clean(column, origin.getValue().of(slot.values()));
            boolean daily = column.isEnergy() && !plan.lifetime(column) && onward;
            if (!Double.isFinite(value)
                    || daily && day.isYesterdays(column, value, time.toLocalTime())) {
                continue;
            }
            if (!fits(column, value) || daily && day.isFalling(column, value)) {
                String what = Status.text(column, value);
                left.append(column.setting()).append(" is ").append(what).append("; ");
                count += origin.getValue().series().size();
            } else {
                values.put(column, value);
            }
        }
        return new Made(new Status(slot, time, values), count, left.toString());
    }

    /**
     * What became of an interval.
     *
     * @param status what can be told
     * @param left how many values cannot
     * @param why which; empty for none
     */
    record Made(Status status, int left, String why) {}

    /** What is left out is said. */
    void count(Made made) {
        if (made.left() > 0) {
            losses.add(
                    made.left(),
                    made.why() + "out of PVOutput's range, or below an earlier one of the day");
        }
    }

    private static double clean(Column column, double value) {
        boolean least = column.kind() == Column.Kind.POWER && value < 0;
        return least ? 0 : value; // what a sleeping inverter takes is no generation
    }

    private boolean fits(Column column, double value) {
        boolean much = column == Column.V3 && value > LARGEST_CONSUMPTION_WH;
        return column.kind().takes(value) && (!much || plan.lifetime(column));
    }
}
