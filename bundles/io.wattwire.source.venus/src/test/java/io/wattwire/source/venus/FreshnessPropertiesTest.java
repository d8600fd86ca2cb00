package io.wattwire.source.venus;

import io.wattwire.device.driver.SettingsReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/**
 * Whatever happens on the bus, nothing gets a time later than the meter's last measurement: it dies
 * without a word, others ask for everything again, the connection ends and begins, it comes back.
 */
class FreshnessPropertiesTest {

    private static final Service METER = new Service("grid", 30);

    /** What may happen; a second passes before each. */
    enum Event {
        MEASURE,
        MEASURE_THE_SAME,
        DIE,
        REVIVE,
        OTHERS_ASK_FOR_ALL,
        RECONNECT,
        INVALID,
        GONE
    }

    @Provide
    Arbitrary<List<Event>> histories() {
        return Arbitraries.frequency(
                        weight(8, Event.MEASURE),
                        weight(3, Event.MEASURE_THE_SAME),
                        weight(1, Event.DIE),
                        weight(2, Event.REVIVE),
                        weight(6, Event.OTHERS_ASK_FOR_ALL),
                        weight(2, Event.RECONNECT),
                        weight(1, Event.INVALID),
                        weight(1, Event.GONE))
                .list()
                .ofMaxSize(60);
    }

    private static Tuple2<Integer, Event> weight(int weight, Event event) {
        return Tuple.of(weight, event);
    }

    @Property(tries = 1000)
    void nothingIsEverFresherThanItsMeasurement(@ForAll("histories") List<Event> history) {
        new Bus().play(history);
    }

    /** A GX with one meter. */
    private static final class Bus {

        private final House house =
                new House(VenusSettings.choices(new SettingsReader(Map.of())), news -> {});
        private final Map<String, Double> shown = new HashMap<>();
        private boolean alive = true;
        private double power = 1;
        private long now = 1_000_000;
        private long measured = -1;
        private double measuredPower = Double.NaN;

        void play(List<Event> history) {
            reconnect();
            for (Event event : history) {
                now += 1000;
                happen(event);
                house.emit(this::check);
            }
        }

        private void happen(Event event) {
            switch (event) {
                case MEASURE -> measure(power + 1);
                case MEASURE_THE_SAME -> measure(power);
                case DIE -> alive = false;
                case REVIVE -> alive = true;
                case OTHERS_ASK_FOR_ALL -> tellAll();
                case RECONNECT -> reconnect();
                case INVALID -> show("Ac/Power", Double.NaN);
                default -> {
                    shown.keySet().forEach(it -> house.gone(new Path(METER, it)));
                    shown.clear();
                }
            }
        }

        private void measure(double watts) {
            if (alive) {
                power = watts;
                measured = now;
                measuredPower = watts;
                if (!Double.valueOf(watts).equals(shown.get("Ac/Power"))) {
                    show("Ac/Power", watts);
                }
                house.look();
            }
        }

        private void show(String path, double value) {
            shown.put(path, value);
            house.take(new Path(METER, path), value, true, now);
        }

        private void tellAll() {
            shown.forEach((path, value) -> house.take(new Path(METER, path), value, true, now));
        }

        private void reconnect() {
            house.forget();
            tellAll();
            house.settle();
        }

        private void check(Map<String, Double> values, long millis) {
            if (millis > measured || values.get("grid_power") != measuredPower) {
                throw new AssertionError(
                        values
                                + " of "
                                + millis
                                + ", but measured "
                                + measuredPower
                                + " at "
                                + measured);
            }
        }
    }
}
