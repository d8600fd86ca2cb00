package io.wattwire.limit.law;

import io.wattwire.limit.law.LimitSettings.Balance;
import io.wattwire.limit.law.LimitSettings.Battery;
import io.wattwire.limit.law.LimitSettings.BatteryUse;
import io.wattwire.limit.law.LimitSettings.BelowMinimum;
import io.wattwire.limit.law.LimitSettings.Bounds;
import io.wattwire.limit.law.LimitSettings.Entry;
import io.wattwire.limit.law.LimitSettings.Mode;
import io.wattwire.limit.law.LimitSettings.Pace;
import io.wattwire.limit.law.LimitSettings.PhaseRule;
import io.wattwire.limit.law.LimitSettings.Sharing;
import io.wattwire.limit.law.LimitSettings.Site;
import io.wattwire.limit.law.LimitSettings.Trust;
import io.wattwire.limit.law.LimitSettings.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Settings for tests, chosen by the names that the configuration form uses; what is not chosen is
 * as the form has it. Whether they fit together nobody checks here.
 */
final class Choice {

    private static final double SECOND = 1e9;

    private final Map<String, Object> chosen;

    private Choice(Map<String, Object> chosen) {
        this.chosen = chosen;
    }

    static LimitSettings of(Map<String, Object> chosen) {
        return new Choice(chosen).settings(false);
    }

    /** As after a first configuration that was refused. */
    static LimitSettings refused(Map<String, Object> chosen) {
        return new Choice(chosen).settings(true);
    }

    private LimitSettings settings(boolean refused) {
        int units = (int) number("inverters", 1);
        return new LimitSettings(
                refused,
                IntStream.rangeClosed(1, units).mapToObj(this::unit).toList(),
                site(),
                bounds(),
                new Pace(
                        number("rise.percent.per.s", 10) / 100,
                        nanos("rise.delay.s", 2),
                        nanos("write.spacing.s", 0.9),
                        nanos("keep.alive.s", 20)),
                new Trust(
                        nanos("grid.stale.s", 3),
                        nanos("inverter.stale.s", 10),
                        nanos("readback.stale.s", 30),
                        nanos("setpoint.valid.s", 60),
                        nanos("grid.frozen.s", 30),
                        number("grid.max.w", 25_000),
                        3));
    }

    private Unit unit(int number) {
        return new Unit(
                number,
                "inverter " + number,
                mode(number),
                new Figures(
                        number("rated.w", Double.NaN),
                        number("minimum.w", Double.NaN),
                        number("step.w", Double.NaN)),
                pick(FailSafeClass.class, "fail.safe.class", "c"),
                number("cap.w." + number, Double.POSITIVE_INFINITY),
                (int) number("priority." + number, number),
                (int) number("phase." + number, 0));
    }

    /** For all, or for one alone. */
    private Mode mode(int number) {
        boolean own = chosen.containsKey("mode." + number);
        return pick(Mode.class, own ? "mode." + number : "mode", "regulate");
    }

    private Site site() {
        return new Site(
                pick(Sharing.class, "sharing", "rating"),
                pick(PhaseRule.class, "phases", "sum"),
                chosen.containsKey("setpoint.source"),
                chosen.containsKey("target.source"),
                schedule(),
                new Balance(
                        chosen.containsKey("balance.free.w"),
                        number("balance.start.kwh", -2),
                        number("balance.stop.kwh", -1),
                        number("balance.free.w", 0)),
                new Battery(
                        pick(BatteryUse.class, "battery.use", "seen"),
                        number("battery.full.soc", 92),
                        number("battery.again.soc", 88),
                        number("battery.reserve.w", 100),
                        chosen.containsKey("battery.commanded")));
    }

    /** For example 0=5000,43200=0: from midnight and from noon. */
    private List<Entry> schedule() {
        String text = chosen.getOrDefault("schedule", "").toString();
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(","))
                        .map(line -> line.split("="))
                        .map(l -> new Entry(Integer.parseInt(l[0]), Double.parseDouble(l[1])))
                        .toList();
    }

    private Bounds bounds() {
        double allowed = number("allowed.export.w", 0);
        return new Bounds(
                allowed,
                number("fallback.w", Math.max(0, allowed)),
                number("installer.cap.w", Double.POSITIVE_INFINITY),
                pick(BelowMinimum.class, "below.minimum", "stop"),
                number("margin.w", 20),
                number("dead.band.w", 30));
    }

    private double number(String key, double otherwise) {
        Object value = chosen.get(key);
        return value == null ? otherwise : Double.parseDouble(value.toString());
    }

    private long nanos(String key, double otherwise) {
        return (long) (number(key, otherwise) * SECOND);
    }

    private <E extends Enum<E>> E pick(Class<E> type, String key, String otherwise) {
        Object value = chosen.getOrDefault(key, otherwise);
        return Enum.valueOf(type, value.toString().toUpperCase(Locale.ROOT));
    }
}
