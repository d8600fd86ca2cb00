package io.wattwire.limit.faults;

import java.util.ArrayList;
import java.util.List;

/** When what happened at a site. Seconds and watts. */
final class Marks {

    /** Moments of the plant that follow each other are closer than this. */
    private static final double NEIGHBOUR_S = 0.05;

    /** A repetition after more than this is a usual one. */
    private static final double KEEP_ALIVE_S = 15;

    /** Margin, dead band, a step of each of two inverters, and the headroom of one, in steps. */
    private static final double SHORT_W = 310;

    private record Command(double atS, double limitW) {}

    private record Alarm(double atS, double overruledS) {}

    private final List<Command> commands = new ArrayList<>();
    private final List<Alarm> alarms = new ArrayList<>();
    private double overruledS = Double.NaN;
    private final List<Double> excesses = new ArrayList<>();
    private final List<Double> shortages = new ArrayList<>();
    private double overWs;

    void commanded(double t, double limitW) {
        commands.add(new Command(t, limitW));
    }

    /** Somebody else has told the inverter more than it may, and nobody has told it less since. */
    void overruled(double t) {
        overruledS = Double.isNaN(overruledS) ? t : overruledS;
    }

    void obeyed() {
        overruledS = Double.NaN;
    }

    void alarmed(double t) {
        alarms.add(new Alarm(t, overruledS));
    }

    void account(double t, double dtS, double exportW) {
        if (exportW > Site.TOLERANCE_W) {
            excesses.add(t + dtS);
            overWs += exportW * dtS;
        }
        if (exportW < -SHORT_W) {
            shortages.add(t + dtS);
        }
    }

    /** When the first command from then on went out that was low enough; NaN for never. */
    double safeCommandS(double fromS, double safeW) {
        return commands.stream()
                .filter(command -> command.atS() >= fromS && command.limitW() <= safeW)
                .mapToDouble(Command::atS)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The last command before that moment; NaN when there was none. */
    double commandedW(double beforeS) {
        return commands.stream()
                .filter(command -> command.atS() < beforeS)
                .mapToDouble(Command::limitW)
                .reduce((first, second) -> second)
                .orElse(Double.NaN);
    }

    /**
     * How long the first alarm took from the fault on, or from when the inverter was overruled:
     * before that it obeyed, and there was nothing to see. NaN for never.
     */
    double alarmAfterS(double faultS) {
        return alarms.stream()
                .filter(alarm -> alarm.atS() >= faultS)
                .findFirst()
                .map(alarm -> alarm.atS() - later(faultS, alarm.overruledS()))
                .orElse(Double.NaN);
    }

    private static double later(double faultS, double overruledS) {
        return Double.isNaN(overruledS) ? faultS : Math.max(faultS, overruledS);
    }

    /** The last moment of export beyond tolerance; NaN when there was none from then on. */
    double lastExcessS(double fromS) {
        double last = excesses.isEmpty() ? Double.NaN : excesses.get(excesses.size() - 1);
        return last > fromS ? last : Double.NaN;
    }

    /** The last moment in which the house still bought what it could have had; NaN for none. */
    double lastShortageS(double fromS, double toS) {
        return shortages.stream()
                .filter(t -> t > fromS && t <= toS)
                .reduce((first, second) -> second)
                .orElse(Double.NaN);
    }

    double longestExcessS(double fromS) {
        double longest = 0;
        double since = Double.NaN;
        double last = Double.NEGATIVE_INFINITY;
        for (double t : excesses) {
            since = t - last < NEIGHBOUR_S ? since : t;
            last = t;
            longest = t > fromS ? Math.max(longest, t - since) : longest;
        }
        return longest;
    }

    /** Commands from then on that were not just the repetition of one long given. */
    long writes(double fromS, double toS) {
        long writes = 0;
        Command last = null;
        for (Command command : commands) {
            boolean repeats =
                    last != null
                            && last.limitW() == command.limitW()
                            && command.atS() - last.atS() > KEEP_ALIVE_S;
            writes += command.atS() >= fromS && command.atS() < toS && !repeats ? 1 : 0;
            last = command;
        }
        return writes;
    }

    boolean exceededBetween(double fromS, double toS) {
        return excesses.stream().anyMatch(t -> t > fromS && t <= toS);
    }

    double overWh() {
        return overWs / 3600;
    }
}
