package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What must hold for any house, any inverter and any sequence of readings. */
class LimiterPropertiesTest {

    private static final double SECOND = 1e9;

    /** A random house whose readings may be good, missing, absurd, frozen or from anywhere. */
    private static final class Chaos {
        final Random random;
        final LimitSettings settings;
        final double rated;
        final double step;
        final double minimum;
        final double cap;
        Readings readings = Readings.NONE;
        LimitState state;
        Decision decision;
        double now = 50;
        long number;
        double good;

        Chaos(long seed) {
            random = new Random(seed);
            rated = 500 + random.nextInt(20_000);
            step = new double[] {1, rated / 1000, rated / 100, rated / 20}[random.nextInt(4)];
            minimum = random.nextBoolean() ? 0 : rated * random.nextInt(10) / 100.0;
            cap = random.nextBoolean() ? rated : rated * (10 + random.nextInt(90)) / 100.0;
            Map<String, Object> properties = new HashMap<>();
            properties.put("allowed.export.w", random.nextInt(4) * 500 - 500);
            properties.put("installer.cap.w", cap);
            properties.put("margin.w", random.nextInt(100));
            properties.put("dead.band.w", random.nextInt(100));
            properties.put("below.minimum", random.nextBoolean() ? "stop" : "hold");
            properties.put("rise.percent.per.s", 1 + random.nextInt(20));
            settings = Choice.of(properties);
            state = LimitState.start(1, nanos());
            good = random.nextDouble();
            lay(Input.RATED, rated);
            lay(Input.MINIMUM, minimum);
            lay(Input.STEP, step);
        }

        long nanos() {
            return (long) (now * SECOND);
        }

        void lay(Input input, double value) {
            readings =
                    readings.with(
                            new Slot(input, input.ofSite() ? 0 : 1),
                            new Sample(value, nanos(), ++number));
        }

        double anything() {
            double[] odd = {Double.NaN, Double.NEGATIVE_INFINITY, 1e308, -1e308, 0, -0.0, 1e6};
            return random.nextDouble() < good
                    ? (random.nextDouble() * 2 - 1) * 12_000
                    : odd[random.nextInt(odd.length)];
        }

        LimitState next() {
            now += random.nextDouble() * 1.5;
            if (random.nextInt(4) > 0) {
                lay(Input.GRID, anything());
            }
            if (random.nextInt(4) > 0) {
                lay(
                        Input.INVERTER,
                        random.nextDouble() < good ? random.nextDouble() * rated : anything());
            }
            if (random.nextInt(4) > 0 && state.unit(1).commanded()) {
                lay(Input.READ_BACK, random.nextInt(8) > 0 ? state.unit(1).limitW() : anything());
            }
            LimitState before = state;
            decision = Limiter.decide(settings, state, readings, nanos());
            state = decision.state();
            return before;
        }

        double fallback() {
            Steps steps = new Steps(step, minimum, settings.bounds().belowMinimum(), cap);
            return steps.down(settings.bounds().fallbackW());
        }
    }

    @Property(tries = 2_000)
    void isNeverNegativeNeverAboveTheCapAndAlwaysANumber(@ForAll long seed) {
        Chaos chaos = new Chaos(seed);
        for (int i = 0; i < 30; i++) {
            chaos.next();
            double limit = chaos.state.unit(1).limitW();
            assertTrue(limit >= 0 && limit <= chaos.cap && limit <= chaos.rated, () -> "" + limit);
        }
    }

    @Property(tries = 2_000)
    void isNeverAboveTheFallBackWhileNotOpen(@ForAll long seed) {
        Chaos chaos = new Chaos(seed);
        for (int i = 0; i < 30; i++) {
            chaos.next();
            if (!chaos.state.unit(1).phase().open()) {
                assertTrue(chaos.state.unit(1).limitW() <= chaos.fallback() + 1e-9);
            }
        }
    }

    @Property(tries = 2_000)
    void opensOnlyAfterThreeGoodGridReadingsInARow(@ForAll long seed) {
        Chaos chaos = new Chaos(seed);
        int fresh = 0;
        for (int i = 0; i < 30; i++) {
            LimitState before = chaos.next();
            boolean doubted =
                    chaos.decision.reasons().stream()
                            .anyMatch(r -> r.stage().compareTo(Stage.FALL_BACK) >= 0);
            fresh = doubted ? 0 : fresh + (chaos.state.grid().fresh() ? 1 : 0);
            if (!before.unit(1).phase().open() && chaos.state.unit(1).phase().open()) {
                assertTrue(fresh >= 3);
                assertTrue(
                        chaos.state.unit(1).readBack().last().value()
                                <= before.unit(1).limitW() + 0.5);
            }
        }
    }

    @Property(tries = 2_000)
    void risesOnlyWithRoomAndNoFasterThanThePace(@ForAll long seed) {
        Chaos chaos = new Chaos(seed);
        double perSecond = chaos.settings.pace().risePerSecond() * chaos.rated;
        double least = Math.max(chaos.step, chaos.minimum + chaos.step);
        for (int i = 0; i < 30; i++) {
            LimitState before = chaos.next();
            double rise = chaos.state.unit(1).limitW() - before.unit(1).limitW();
            if (before.unit(1).commanded() && rise > 0) {
                assertTrue(before.unit(1).phase().open());
                assertEquals(Phase.REGULATING, chaos.state.unit(1).phase());
                assertTrue(chaos.state.unit(1).limitW() <= chaos.state.unit(1).wantedW() + 1e-6);
                double seconds =
                        (chaos.nanos() - before.unit(1).emission().changedNanos()) / SECOND;
                assertTrue(rise <= Math.max(perSecond * seconds, least) + 1e-6);
            }
        }
    }

    @Property(tries = 2_000)
    void doesNotRiseWithoutANewReading(@ForAll long seed, @ForAll @IntRange(max = 3) int which) {
        Chaos chaos = new Chaos(seed);
        for (int i = 0; i < 30; i++) {
            chaos.next();
        }
        // the clock runs on, stands still, or leaps by an hour or a day
        double[] leaps = {0.25, 0, 3600, 86_400};
        double limit = chaos.state.unit(1).limitW();
        for (int i = 0; i < 20; i++) {
            chaos.now += leaps[which];
            Decision decision =
                    Limiter.decide(chaos.settings, chaos.state, chaos.readings, chaos.nanos());
            chaos.state = decision.state();
            assertTrue(decision.state().unit(1).limitW() <= limit);
        }
    }

    @Property(tries = 2_000)
    void doesNotRiseWhenTheClockRunsBackwards(@ForAll long seed) {
        Chaos chaos = new Chaos(seed);
        for (int i = 0; i < 30; i++) {
            chaos.next();
        }
        double limit = chaos.state.unit(1).limitW();
        chaos.now -= 3600;
        chaos.lay(Input.GRID, 10_000);
        chaos.lay(Input.INVERTER, chaos.rated);
        Decision decision =
                Limiter.decide(chaos.settings, chaos.state, chaos.readings, chaos.nanos());
        assertTrue(decision.state().unit(1).limitW() <= limit);
    }

    @Property(tries = 2_000)
    void moreExportNeverRaisesTheLimit(@ForAll long seed) {
        Chaos chaos = new Chaos(seed);
        chaos.good = 1;
        for (int i = 0; i < 30; i++) {
            LimitState before = chaos.next();
            double one = chaos.anything();
            double other = chaos.random.nextInt(3) == 0 ? one - 1 : chaos.anything();
            chaos.lay(Input.GRID, Math.min(one, other));
            double exporting = decideFrom(chaos, before);
            chaos.lay(Input.GRID, Math.max(one, other));
            assertTrue(exporting <= decideFrom(chaos, before));
        }
    }

    private static double decideFrom(Chaos chaos, LimitState before) {
        return Limiter.decide(chaos.settings, before, chaos.readings, chaos.nanos())
                .state()
                .unit(1)
                .limitW();
    }

    @Property(tries = 300)
    void eachInputThatStaysAwayClosesIt(
            @ForAll @IntRange(max = 2) int lost,
            @ForAll @DoubleRange(min = 31, max = 500) double s) {
        Bench bench = Bench.open();
        Input[] inputs = {Input.GRID, Input.INVERTER, Input.READ_BACK};
        double untilS = bench.nowS + s;
        double limit = bench.limitW();
        while (bench.nowS < untilS) {
            bench.wait(1.0);
            for (Input input : inputs) {
                double value = input == Input.GRID ? 60 + bench.nowS % 3 : limit;
                if (input != inputs[lost]) {
                    bench.lay(input, value);
                }
            }
            bench.step();
        }
        assertFalse(bench.unit().phase().open());
        assertEquals(0, bench.limitW());
    }

    @Property(tries = 2_000)
    void evaluatingTwiceDecidesTheSame(@ForAll long seed) {
        Chaos chaos = new Chaos(seed);
        for (int i = 0; i < 10; i++) {
            LimitState before = chaos.next();
            Decision again = Limiter.decide(chaos.settings, before, chaos.readings, chaos.nanos());
            assertEquals(chaos.decision, again);
        }
    }
}
