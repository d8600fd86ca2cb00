package io.wattwire.bench.days;

/**
 * A law that knows the day before it comes, and the plant: it lowers the inverter just early enough
 * to be below each drop of the load, and raises it as soon as it can. One write a second and the
 * device's steps bind it, too, and no limit of its own is above what the house takes while it
 * holds: to jump between two steps, one of them too high, is no art that a limit should learn.
 */
final class Oracle implements Law {

    private final double[] ceilingW;
    private final double keeps;
    private final int deadSteps;
    private final ScriptedDay day;
    private final boolean jumps;
    private final double[] commands;

    Oracle(ScriptedDay day, double tauS, double deadTimeS, boolean jumps) {
        this.day = day;
        this.jumps = jumps;
        this.keeps = Math.exp(-DayPlant.STEP_S / tauS);
        this.deadSteps = (int) Math.round(deadTimeS / DayPlant.STEP_S);
        int steps = day.seconds() * DayPlant.STEPS_PER_S;
        this.ceilingW = ceilings(steps);
        this.commands = new double[day.seconds()];
        plan(steps);
    }

    /** From the end of the day: the most from which each later bound can still be met. */
    private double[] ceilings(int steps) {
        double[] ceilings = new double[steps];
        double later = Double.POSITIVE_INFINITY;
        for (int i = steps - 1; i >= 0; i--) {
            later = Math.min(day.boundW(i / DayPlant.STEPS_PER_S), later / keeps);
            ceilings[i] = later;
        }
        return ceilings;
    }

    private void plan(int steps) {
        double power = 0;
        for (int second = 0; second < day.seconds(); second++) {
            int from = second * DayPlant.STEPS_PER_S + deadSteps;
            int to = Math.min(steps, from + DayPlant.STEPS_PER_S);
            double low = 0;
            for (double high = DayPlant.RATED_W / DayPlant.STEP_W; low < high; ) {
                double middle = Math.ceil((low + high) / 2);
                boolean fits = fits(power, middle * DayPlant.STEP_W, from, to);
                low = fits ? middle : low;
                high = fits ? high : middle - 1;
            }
            commands[second] = DayPlant.step(low * DayPlant.STEP_W);
            for (int i = from; i < to; i++) {
                power = next(power, commands[second], i);
            }
        }
    }

    private boolean fits(double power, double command, int from, int to) {
        double reached = power;
        for (int i = from; i < to; i++) {
            reached = next(reached, command, i);
            boolean safe = jumps || command <= day.boundW(i / DayPlant.STEPS_PER_S);
            if (reached > ceilingW[i] || !safe) {
                return false;
            }
        }
        return true;
    }

    private double next(double power, double command, int step) {
        double available = day.sunW(step / DayPlant.STEPS_PER_S);
        double target = Math.min(available, command);
        return Math.min(available, target + (power - target) * keeps);
    }

    @Override
    public double limitW(Seen seen) {
        return commands[(int) seen.atS()];
    }
}
