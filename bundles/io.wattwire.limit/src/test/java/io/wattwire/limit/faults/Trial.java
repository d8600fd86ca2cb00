package io.wattwire.limit.faults;

import io.wattwire.limit.faults.Fault.Kind;
import java.util.HashMap;
import java.util.Map;

/**
 * One run of one fault: what it took, in seconds from the fault, or from the moment in which there
 * was somebody again to command.
 *
 * @param commandS until the safe command was on the wire; NaN for never
 * @param gridS until the grid was inside the limit for good; 0 when it never left it
 * @param alarmS until the alarm; NaN for none
 * @param gapHeld whether the grid stayed inside while nobody could command
 */
record Trial(double commandS, double gridS, double alarmS, boolean gapHeld) {

    static final double BEFORE_W = 3000;
    static final double AFTER_W = 300;
    private static final double LASTS_S = 70;

    /**
     * @param tauS lag of the inverter
     * @param deadTimeS of the inverter
     */
    record Plant(double tauS, double deadTimeS) {

        /** From the command until the grid is inside: what following takes, and a sample. */
        double followsS() {
            return deadTimeS + tauS * Math.log((BEFORE_W - AFTER_W) / 70) + 1.2;
        }
    }

    static Trial of(Fault fault, FailSafe failSafe, Plant plant, Polls polls) {
        PlantInverter inverter = new PlantInverter(failSafe, plant.tauS(), plant.deadTimeS());
        Site site = new Site(inverter);
        site.load(t -> t < Fault.AT_S ? BEFORE_W : AFTER_W);
        Gateway gateway = site.gateway(settings(failSafe), polls);
        site.at(0, gateway::start);
        fault.strikes(site, gateway);
        double until = Fault.AT_S + fault.backAfterS() + LASTS_S;
        return judge(fault, failSafe, plant, site.run(until));
    }

    static Map<String, Object> settings(FailSafe failSafe) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("fail.safe.class", failSafe.name());
        if (failSafe == FailSafe.A) {
            // a third of the watchdog
            settings.put("keep.alive.s", "10");
        }
        return settings;
    }

    private static Trial judge(Fault fault, FailSafe failSafe, Plant plant, Marks marks) {
        double from = Fault.AT_S + fault.backAfterS();
        double command = marks.safeCommandS(from, AFTER_W) - from;
        double last = marks.lastExcessS(Fault.AT_S);
        double grid = Double.isNaN(last) ? 0 : Math.max(0, last - from);
        double own =
                switch (failSafe) {
                    case A -> PlantInverter.WATCHDOG_S;
                    case B -> 0;
                    case C -> Double.POSITIVE_INFINITY;
                };
        double quietFrom = Fault.AT_S + own + plant.followsS();
        boolean gapHeld =
                fault.kind() != Kind.GAP
                        || failSafe != FailSafe.C && !marks.exceededBetween(quietFrom, from);
        return new Trial(command, grid, marks.alarmAfterS(Fault.AT_S), gapHeld);
    }
}
