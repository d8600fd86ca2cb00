package io.wattwire.simulator.plant;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * A site in time. It moves in whole steps of 10 ms up to what its clock says whenever it is asked,
 * so the same clock readings give the same course on any machine.
 *
 * <p>Thread-safe. No call blocks; after a long silence a call computes what was missed, about a
 * second for a simulated day.
 */
public final class Plant {

    /** Length of one step, ns. */
    public static final long STEP_NANOS = 10_000_000L;

    /** How far beyond the export limit an excursion begins, W. */
    public static final double TOLERANCE_W = 50;

    private static final double STEP_S = STEP_NANOS / 1e9;
    private static final int PERCENT_MAX = 100;

    private final Site site;
    private final LongSupplier nanoClock;
    private final long originNanos;
    private final PvInverter inverter;
    private final Battery battery;
    private final Accountant accountant;

    private long steps;
    private PowerFlow flow;

    /**
     * A site whose time 0 is now.
     *
     * @param site what stands there
     * @param nanoClock monotonic time, ns; readings may not fall
     */
    public Plant(Site site, LongSupplier nanoClock) {
        this.site = site;
        this.nanoClock = nanoClock;
        this.originNanos = nanoClock.getAsLong();
        double sunW = site.sun().availableW(0);
        this.inverter = new PvInverter(site.inverter(), sunW);
        this.battery = site.battery().map(Battery::new).orElse(null);
        this.accountant = new Accountant(site.exportLimitW(), TOLERANCE_W);
        this.flow = flow(sunW, site.load().watts(0));
    }

    /**
     * What stands there.
     *
     * @return the site
     */
    public Site site() {
        return site;
    }

    /**
     * The truth now.
     *
     * @return a copy that does not change
     */
    public synchronized PlantState state() {
        advance();
        double seconds = seconds();
        return new PlantState(
                seconds,
                flow,
                accountant.energies(),
                inverter.registerPercent(),
                inverter.obeyedW(),
                inverter.on(),
                inverter.powerLosses(),
                battery == null ? Double.NaN : battery.soc(),
                GridModel.voltage(seconds, flow.gridW()),
                GridModel.frequency(seconds),
                GridModel.reactiveVar(flow.loadW()));
    }

    /**
     * The account up to now.
     *
     * @return a copy that does not change
     */
    public synchronized Ledger ledger() {
        advance();
        return accountant.ledger();
    }

    /**
     * Tells the inverter a limit; it begins to follow after its dead time. An inverter that sleeps
     * or restarts does not hear it.
     *
     * @param percent of its rating, 0 to 100
     * @param stored whether it keeps the limit when it loses power
     * @throws IllegalArgumentException when the limit is outside 0 to 100 %
     */
    public synchronized void limitInverter(double percent, boolean stored) {
        if (!(percent >= 0 && percent <= PERCENT_MAX)) {
            throw new IllegalArgumentException("limit must be 0 to 100 %, not " + percent);
        }
        advance();
        inverter.command(percent, stored, seconds());
        accountant.commanded();
    }

    /**
     * Takes the inverter's power away for a while; afterwards it starts with the stored limit, 100
     * % when none was stored.
     *
     * @param start when, counted from now
     * @param down how long it is dark
     */
    public synchronized void restartInverter(Duration start, Duration down) {
        advance();
        inverter.restart(seconds() + start.toNanos() / 1e9, down.toNanos() / 1e9);
    }

    /**
     * Tells the battery a power, or hands it back to its own loop.
     *
     * @param watts AC power, + charging, W; empty for its own loop
     */
    public synchronized void commandBattery(OptionalDouble watts) {
        advance();
        if (battery != null) {
            battery.setpoint(watts);
        }
    }

    private void advance() {
        long due = (nanoClock.getAsLong() - originNanos) / STEP_NANOS;
        while (steps < due) {
            step();
        }
    }

    private void step() {
        double seconds = seconds();
        double sunW = site.sun().availableW(seconds);
        double loadW = site.load().watts(seconds);
        inverter.step(sunW, seconds, STEP_S);
        if (battery != null) {
            battery.step(inverter.watts() - loadW, STEP_S);
        }
        flow = flow(sunW, loadW);
        accountant.book(flow, battery == null ? 0 : battery.acceptanceW(STEP_S), STEP_S);
        steps++;
    }

    private PowerFlow flow(double sunW, double loadW) {
        double batteryW = battery == null ? 0 : battery.watts();
        return new PowerFlow(inverter.availableW(sunW), inverter.watts(), loadW, batteryW);
    }

    private double seconds() {
        return steps * STEP_S;
    }
}
