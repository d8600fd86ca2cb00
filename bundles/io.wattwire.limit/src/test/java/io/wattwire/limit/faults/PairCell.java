package io.wattwire.limit.faults;

import io.wattwire.limit.faults.Trial.Plant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What two inverters do when one fails: the worst of many phases of the clocks and several plants.
 * Seconds from the fault.
 *
 * @param commandS until the limit of the other one, with what the failing one gives, was safe
 * @param gridS until the grid was inside for good; 0 when it never left it
 * @param lateS by how much the grid was later than its bound allows
 * @param alarmS until the alarm; NaN for none
 * @param sharedS until the house had all it needs from both again, as far as they could give it
 */
record PairCell(
        PairFault fault,
        FailSafe failSafe,
        double commandS,
        double gridS,
        double lateS,
        double alarmS,
        double sharedS) {

    private static final double BEFORE_W = 6000;
    private static final double AFTER_W = 4000;
    private static final double LASTS_S = 120;
    private static final double COMMAND_S = 5;
    private static final double ALARM_S = 5;

    /** What is not read any more counts with its limit for 10 s; then the other one rises. */
    private static final double SHARED_S = 30;

    static PairCell of(PairFault fault, FailSafe failSafe, int phases) {
        PairCell worst = null;
        for (Plant plant : Cell.PLANTS) {
            for (int i = 0; i < phases; i++) {
                PairCell cell = of(fault, failSafe, plant, i * (1.0 / phases));
                worst = worst == null ? cell : worst.or(cell);
            }
        }
        return worst;
    }

    private static PairCell of(PairFault fault, FailSafe failSafe, Plant plant, double phaseS) {
        Site site =
                new Site(
                        new PlantInverter(failSafe, plant.tauS(), plant.deadTimeS()),
                        new PlantInverter(failSafe, plant.tauS(), plant.deadTimeS()));
        site.load(t -> t < Fault.AT_S ? BEFORE_W : AFTER_W);
        Gateway gateway = site.gateway(settings(failSafe), Polls.eachSecond(phaseS));
        site.at(0, gateway::start);
        fault.strikes(site);
        double end = Fault.AT_S + fault.backAfterS() + LASTS_S;
        Marks marks = site.run(end);
        double grid = orZero(marks.lastExcessS(Fault.AT_S) - Fault.AT_S);
        double shared = orZero(marks.lastShortageS(Fault.AT_S, end) - Fault.AT_S);
        return new PairCell(
                fault,
                failSafe,
                marks.safeCommandS(Fault.AT_S, AFTER_W) - Fault.AT_S,
                grid,
                grid - COMMAND_S - plant.followsS(),
                marks.alarmAfterS(Fault.AT_S),
                shared);
    }

    private static Map<String, Object> settings(FailSafe failSafe) {
        Map<String, Object> settings = new HashMap<>(Trial.settings(failSafe));
        settings.put("more.inverters", Gateway.INVERTERS.get(1) + " class=" + failSafe);
        return settings;
    }

    private static double orZero(double seconds) {
        return Double.isNaN(seconds) ? 0 : seconds;
    }

    private PairCell or(PairCell other) {
        return new PairCell(
                fault,
                failSafe,
                Math.max(commandS, other.commandS),
                Math.max(gridS, other.gridS),
                Math.max(lateS, other.lateS),
                Math.max(alarmS, other.alarmS),
                Math.max(sharedS, other.sharedS));
    }

    /** No row is lost because one of two fails, whatever its class: the other one is there. */
    boolean asPromised() {
        boolean alarm = !fault.deaf() || alarmS <= ALARM_S;
        boolean told = !fault.deaf() || commandS <= COMMAND_S;
        return told && lateS <= 0 && alarm && sharedS <= settlesAfterS() + SHARED_S;
    }

    /**
     * When what the failing one gives changes for the last time. After its watchdog it looks as if
     * it obeyed again, and takes part until it is seen that it does not use its part.
     */
    private double settlesAfterS() {
        boolean watchdog = fault.deaf() && failSafe == FailSafe.A;
        return watchdog ? 2 * PlantInverter.WATCHDOG_S : fault.backAfterS();
    }

    String text() {
        String mark = asPromised() ? "" : "**missed** ";
        String held = gridS == 0 ? "no export" : "inside after " + seconds(gridS);
        String told = fault.deaf() ? "other one told after " + seconds(commandS) + ", " : "";
        String alarm = fault.deaf() ? ", alarm " + seconds(alarmS) : "";
        return mark + told + held + alarm + ", full again after " + seconds(sharedS);
    }

    private static String seconds(double value) {
        return Double.isNaN(value) ? "never" : String.format(Locale.ROOT, "%.1f s", value);
    }
}
