package io.wattwire.limit.law;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * A random site whose readings may be good, missing, late, absurd, frozen or contradictory, and
 * what must hold in spite of them.
 */
final class Storm {

    private static final double SECOND = 1e9;
    private static final double[] ODD = {
        Double.NaN, Double.NEGATIVE_INFINITY, 1e308, -1e308, 0, -0.0, 1e6, -7e4
    };
    private static final double ROUNDING = 1e-6;

    final Random random;
    final int units;
    final double[] rated;
    final double margin;
    final double cap;
    final boolean hold;
    final LimitSettings settings;
    final Map<Slot, Sample> samples = new HashMap<>();
    LimitState state;
    LimitState before;
    Decision decision;
    double now = 50;
    long number;

    /** Share of readings that are as they should be. */
    double good = 1;

    Storm(long seed) {
        random = new Random(seed);
        units = 1 + random.nextInt(4);
        rated = new double[units];
        margin = random.nextInt(100);
        cap = random.nextBoolean() ? 1e7 : 500 + random.nextInt(20_000);
        hold = random.nextInt(4) == 0;
        Map<String, Object> chosen = new HashMap<>();
        int allowed = random.nextInt(5) * 1000 - 1000;
        chosen.put("inverters", units);
        chosen.put("allowed.export.w", allowed);
        chosen.put("fallback.w", Math.max(0, allowed) * random.nextDouble());
        chosen.put("installer.cap.w", cap);
        chosen.put("margin.w", margin);
        chosen.put("dead.band.w", random.nextInt(100));
        chosen.put("below.minimum", hold ? "hold" : "stop");
        chosen.put("rise.percent.per.s", 1 + random.nextInt(30));
        chosen.put("sharing", random.nextBoolean() ? "rating" : "priority");
        chosen.put("phases", random.nextInt(4) == 0 ? "worst" : "sum");
        maybe(chosen, "setpoint.source", "a/b");
        maybe(chosen, "target.source", "a/c");
        maybe(chosen, "schedule", "0=500,40000=-200,60000=9000");
        maybe(chosen, "balance.free.w", 4000);
        maybe(chosen, "battery.use", "first");
        maybe(chosen, "battery.commanded", 1);
        for (int i = 0; i < units; i++) {
            rated[i] = 500 + random.nextInt(10_000);
            maybe(chosen, "cap.w." + (i + 1), rated[i] * random.nextDouble());
            chosen.put("phase." + (i + 1), random.nextInt(4));
            lay(Input.RATED, i, rated[i]);
            lay(Input.STEP, i, random.nextBoolean() ? 1 : rated[i] / 100);
            lay(Input.MINIMUM, i, random.nextBoolean() ? 0 : rated[i] / 50);
        }
        settings = Choice.of(chosen);
        state = LimitState.start(units, nanos());
    }

    private void maybe(Map<String, Object> chosen, String key, Object value) {
        if (random.nextInt(3) == 0) {
            chosen.put(key, value);
        }
    }

    long nanos() {
        return (long) (now * SECOND);
    }

    private void lay(Input input, int index, double value) {
        lay(new Slot(input, index + 1), value);
    }

    private void lay(Slot slot, double value) {
        long late = random.nextInt(8) == 0 ? (long) (random.nextDouble() * SECOND) : 0;
        samples.put(slot, new Sample(value, nanos() - late, ++number));
    }

    /** Now and then nothing comes, and now and then nonsense. */
    private void see(Slot slot, double value) {
        if (random.nextDouble() < good) {
            lay(slot, value);
        } else if (random.nextBoolean()) {
            lay(slot, ODD[random.nextInt(ODD.length)]);
        }
    }

    private void see(Input input, double value) {
        see(Slot.site(input), value);
    }

    private double watts(double most) {
        return (random.nextDouble() * 2 - 1) * most;
    }

    /** A second, or less, of this site. */
    void next() {
        now += good == 1 ? 1 : random.nextDouble() * 1.5;
        measure();
        decide();
    }

    /** A house with sun and load enough that every limit may open. */
    void fair() {
        now += 1;
        for (Input grid : new Input[] {Input.GRID, Input.GRID_L1, Input.GRID_L2, Input.GRID_L3}) {
            lay(Slot.site(grid), 3000 + watts(50));
        }
        site();
        for (int i = 0; i < units; i++) {
            double limit = state.unit(i + 1).limitW();
            lay(Input.INVERTER, i, Math.min(limit, rated[i]));
            lay(Input.READ_BACK, i, Math.min(limit, rated[i]));
        }
        decide();
    }

    private void measure() {
        double grid = watts(random.nextInt(3) == 0 ? 300 : 8000);
        see(Input.GRID, grid);
        see(Input.GRID_L1, grid / 3 + watts(500));
        see(Input.GRID_L2, grid / 3 + watts(500));
        see(Input.GRID_L3, grid / 3 + watts(500));
        if (random.nextBoolean()) {
            site();
        }
        for (int i = 0; i < units; i++) {
            double limit = state.unit(i + 1).limitW();
            boolean obeys = random.nextInt(8) > 0;
            see(new Slot(Input.INVERTER, i + 1), rated[i] * random.nextDouble());
            see(new Slot(Input.READ_BACK, i + 1), obeys ? Math.min(limit, rated[i]) : rated[i]);
        }
    }

    private void site() {
        see(Input.SETPOINT, random.nextInt(20_000) - 1000);
        see(Input.TARGET, random.nextInt(4000) - 1000);
        see(Input.TIME_OF_DAY, (now + 30_000) % TimeOfDay.DAY_S);
        see(Input.ENERGY_IMPORT, now / 1000);
        see(Input.ENERGY_EXPORT, now / 500);
        see(Input.BATTERY, watts(3000));
        see(Input.BATTERY_SOC, random.nextInt(101));
        see(Input.BATTERY_MAX_CHARGE, random.nextInt(5000));
        see(Input.BATTERY_MAX_DISCHARGE, random.nextInt(5000));
        see(Input.CONNECTED, random.nextInt(8) == 0 ? 0 : 1);
    }

    void decide() {
        before = state;
        decision = Limiter.decide(settings, state, new Readings(samples), nanos());
        state = decision.state();
    }

    // what must hold

    boolean everyLimitIsWithinItsBounds() {
        for (int i = 0; i < units; i++) {
            double limit = state.unit(i + 1).limitW();
            boolean commanded = Double.isFinite(limit);
            double most = Math.min(rated[i], settings.units().get(i).capW());
            if (commanded && !(limit >= 0 && limit <= most)) {
                return false;
            }
        }
        return true;
    }

    private double sum(boolean onlyOpen) {
        return state.units().stream()
                .filter(unit -> Double.isFinite(unit.limitW()))
                .filter(unit -> !onlyOpen || unit.phase().open())
                .mapToDouble(UnitState::limitW)
                .sum();
    }

    boolean allTogetherAreBelowTheCaps() {
        Sample setpoint = samples.getOrDefault(Slot.site(Input.SETPOINT), Sample.NONE);
        boolean old = setpoint.ageNanos(nanos()) > settings.trust().setpointStaleNanos();
        double ordered =
                old || !Double.isFinite(setpoint.value()) ? 1e9 : Math.max(0, setpoint.value());
        return sum(false) <= Math.min(cap, ordered) + ROUNDING;
    }

    /** With {@code hold} each may stay at its minimum, which the installer chose. */
    boolean closedLimitsAreSafeInAnEmptyHouse() {
        double closed = sum(false) - sum(true);
        double minimums = 0;
        for (int i = 0; hold && i < units; i++) {
            minimums += rated[i] / 10;
        }
        return closed <= settings.bounds().fallbackW() + minimums + ROUNDING;
    }

    boolean oldDataCloseEveryLimit() {
        Sample grid = state.grid().last();
        boolean fresh =
                grid.present() && grid.ageNanos(nanos()) <= settings.trust().gridStaleNanos();
        return fresh || sum(true) == 0;
    }

    boolean risesOnlyInFullTrust() {
        for (int i = 1; i <= units; i++) {
            UnitState was = before.unit(i);
            UnitState is = state.unit(i);
            boolean rises = Double.isFinite(was.limitW()) && is.limitW() > was.limitW();
            boolean trusted =
                    was.phase().open()
                            && is.phase() == Phase.REGULATING
                            && is.limitW() <= Math.max(is.wantedW(), minimumW(i)) + ROUNDING;
            if (rises && !trusted) {
                return false;
            }
        }
        return true;
    }

    /** The least it generates when it is held there. */
    private double minimumW(int unit) {
        double step = samples.get(new Slot(Input.STEP, unit)).value();
        return hold ? samples.get(new Slot(Input.MINIMUM, unit)).value() + step : 0;
    }

    /** What the meter and the inverters show now bounds what all of them may generate. */
    boolean limitsFitTheHouse() {
        boolean sum = settings.site().phases() == LimitSettings.PhaseRule.SUM;
        boolean plain = settings.site().battery().use() == LimitSettings.BatteryUse.SEEN;
        Sample grid = state.grid().last();
        boolean judged = state.grid().fresh() && !islanded();
        if (!sum || !plain || hold || !judged) {
            return true;
        }
        double room = grid.value() + highestAllowedW() - margin;
        double limits = 0;
        double generated = 0;
        double closed = 0;
        boolean paired = true;
        for (int i = 1; i <= units; i++) {
            UnitState unit = state.unit(i);
            // one that opens now keeps its fall-back until the next evaluation
            boolean open = unit.phase().open() && before.unit(i).phase().open();
            Sample inverter = unit.inverter().last();
            paired &= !takesPart(i) || !inverter.isOlderThan(grid);
            generated += Math.max(0, inverter.present() ? inverter.value() : 0);
            limits += open ? unit.limitW() : 0;
            closed += !open && Double.isFinite(unit.limitW()) ? unit.limitW() : 0;
        }
        boolean decides = paired || room < 0;
        return !decides || limits <= Math.max(0, Math.max(generated + room, closed)) + margin + 1;
    }

    /** One that is about to open takes part in the sharing, too. */
    private boolean takesPart(int unit) {
        Stage worst = Stage.worst(decision.command(unit).reasons());
        return Stage.worst(worst, Stage.worst(decision.siteReasons())).compareTo(Stage.FALL_BACK)
                < 0;
    }

    private boolean islanded() {
        return decision.siteReasons().contains(Reason.ISLANDED);
    }

    private double highestAllowedW() {
        double free =
                settings.site().balance().used() ? settings.site().balance().freeExportW() : 0;
        return Math.max(settings.bounds().allowedExportW(), free);
    }

    boolean everyChangeIsTold() {
        for (Command command : decision.commands()) {
            boolean changed = command.limitW() != before.unit(command.unit()).limitW();
            if (changed && !command.emit()
                    || command.limitW() != state.unit(command.unit()).limitW()) {
                return false;
            }
        }
        return true;
    }

    boolean theBatteryStaysWithinWhatItSays() {
        double setpoint = state.battery().setpointW();
        if (Double.isNaN(setpoint)) {
            return !settings.site().battery().commanded();
        }
        double was = before.battery().setpointW();
        boolean givesMore = setpoint < 0 && setpoint < (Double.isNaN(was) ? 0 : was);
        return Math.abs(setpoint) <= 5000
                && (!givesMore || Stage.worst(decision.siteReasons()) == Stage.NOTE);
    }
}
