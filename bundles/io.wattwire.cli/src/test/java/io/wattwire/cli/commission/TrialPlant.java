package io.wattwire.cli.commission;

/**
 * An inverter with dead time and lag, a house and a meter, in a time that only moves when somebody
 * waits or asks.
 */
final class TrialPlant implements Subject {

    private static final long STEP_NANOS = 10_000_000;
    private static final long LOOK_NANOS = 60_000_000;

    double sunW = 3000;
    double houseW = 1200;
    double tauS = 1.5;
    double deadS = 0.5;
    double meterFactor = 1;
    double inverterFactor = 1;
    boolean obeys = true;
    boolean readsBack = true;
    boolean answers = true;
    boolean refuses;
    String failSafeClass = "C";
    double watchdogS = Double.POSITIVE_INFINITY;
    boolean ownLoop;
    double foundW = 4200;

    private long now;
    private double powerW = 3000;
    private double commandW = 4200;
    private double actingW = 4200;
    private long actsAt;
    private boolean left;
    private boolean lapsed;
    private long leftAt;
    private int writes;

    Timekeeper time() {
        return new Timekeeper(() -> now, this::pass);
    }

    int writes() {
        return writes;
    }

    double limitW() {
        return commandW;
    }

    private void pass(long nanos) {
        for (long left = nanos; left > 0; left -= STEP_NANOS) {
            now += Math.min(STEP_NANOS, left);
            move();
        }
    }

    private void move() {
        if (left && (now - leftAt) / 1e9 > watchdogS) {
            actingW = 0;
            lapsed = true; // until somebody commands again
        } else if (obeys && !lapsed && now >= actsAt) {
            actingW = commandW;
        }
        double bound = left && ownLoop ? Math.min(actingW, houseW) : actingW;
        double target = Math.min(sunW, bound);
        powerW += (target - powerW) * (1 - Math.exp(-STEP_NANOS / 1e9 / tauS));
    }

    @Override
    public Nameplate nameplate() throws TrialException {
        if (!answers) {
            throw new TrialException("no answer from unit 1", null);
        }
        return new Nameplate(
                "inverter <1>", "meter", 4200, 84, 42, failSafeClass, "what the driver says");
    }

    @Override
    public Look look() {
        pass(LOOK_NANOS);
        boolean seen = answers && !left;
        return new Look(
                now,
                seen ? powerW * inverterFactor : Double.NaN,
                seen && readsBack ? commandW : Double.NaN,
                answers ? (houseW - powerW) * meterFactor : Double.NaN);
    }

    @Override
    public void limit(double watts) throws TrialException {
        if (refuses) {
            throw new TrialException("writing is not allowed", null);
        }
        writes++;
        lapsed = false;
        commandW = watts;
        actsAt = now + (long) (deadS * 1e9);
    }

    @Override
    public void end() {
        refuses = true;
    }

    @Override
    public void leave() {
        left = true;
        leftAt = now;
    }

    @Override
    public void comeBack() {
        left = false;
    }

    @Override
    public void release() throws TrialException {
        if (left) {
            throw new TrialException("the link is closed", null);
        }
        commandW = foundW;
    }
}
