package io.wattwire.limit.faults;

import io.wattwire.limit.faults.Fault.Kind;
import io.wattwire.limit.faults.Trial.Plant;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * One cell of the matrix: the worst of many phases of the clocks and of several plants.
 *
 * @param commandS worst time of the safe command
 * @param gridS worst time until the grid was inside
 * @param lateS by how much the grid was later than its bound allows; not above zero when it was not
 * @param alarmS worst time of the alarm; NaN when it came in no run
 * @param alarmed whether it came in all runs
 */
record Cell(
        Fault fault,
        FailSafe failSafe,
        double commandS,
        double gridS,
        double lateS,
        double alarmS,
        boolean alarmed,
        boolean gapHeld) {

    private static final double ALARM_S = 5;
    private static final double COMMAND_S = 5;

    static final List<Plant> PLANTS =
            List.of(new Plant(1.5, 0), new Plant(3, 1), new Plant(5, 0.5));

    static Cell of(Fault fault, FailSafe failSafe, int phases) {
        return of(fault, failSafe, phases, Polls::eachSecond);
    }

    /**
     * @param polls when the devices are read, by a phase from 0 to 1
     */
    static Cell of(Fault fault, FailSafe failSafe, int phases, DoubleFunction<Polls> polls) {
        Cell worst = null;
        for (Plant plant : PLANTS) {
            for (int i = 0; i < phases; i++) {
                Polls read = polls.apply(i * (1.0 / phases));
                Trial trial = Trial.of(fault, failSafe, plant, read);
                Cell cell = of(fault, failSafe, plant, trial);
                worst = worst == null ? cell : worst.or(cell);
            }
        }
        return worst;
    }

    private static Cell of(Fault fault, FailSafe failSafe, Plant plant, Trial trial) {
        double bound =
                fault.kind() == Kind.BEFORE_EXPORT
                        ? 0
                        : ownTimeS(fault, failSafe) + plant.followsS();
        return new Cell(
                fault,
                failSafe,
                orNever(trial.commandS()),
                trial.gridS(),
                trial.gridS() - bound,
                trial.alarmS(),
                !Double.isNaN(trial.alarmS()),
                trial.gapHeld());
    }

    /** How long it may take until somebody lowers the limit, the device itself or we. */
    private static double ownTimeS(Fault fault, FailSafe failSafe) {
        if (fault.kind() != Kind.DEAF) {
            return commandBoundS(fault);
        }
        return failSafe == FailSafe.A ? PlantInverter.WATCHDOG_S : 0;
    }

    private static double commandBoundS(Fault fault) {
        double detected = fault.detectionS() + 1;
        return fault == Fault.METER_FROZEN ? detected : Math.min(COMMAND_S, detected);
    }

    private static double orNever(double seconds) {
        return Double.isNaN(seconds) ? Double.POSITIVE_INFINITY : seconds;
    }

    private Cell or(Cell other) {
        return new Cell(
                fault,
                failSafe,
                worst(other, Cell::commandS),
                worst(other, Cell::gridS),
                worst(other, Cell::lateS),
                Double.isNaN(alarmS) ? other.alarmS : Math.max(alarmS, orZero(other.alarmS)),
                alarmed && other.alarmed,
                gapHeld && other.gapHeld);
    }

    private static double orZero(double seconds) {
        return Double.isNaN(seconds) ? 0 : seconds;
    }

    private double worst(Cell other, ToDoubleFunction<Cell> figure) {
        return Math.max(figure.applyAsDouble(this), figure.applyAsDouble(other));
    }

    /** Whether the cell shows what the matrix asks for. */
    boolean asPromised() {
        boolean obeys = commandS <= commandBoundS(fault) && lateS <= 0;
        return switch (fault.kind()) {
            case OBEYS -> obeys;
            case BEFORE_EXPORT -> lateS <= 0; // a limit that is safe already need not be told again
            case GAP -> obeys && (gapHeld || failSafe == FailSafe.C);
            case DEAF -> alarmInTime() && (lateS <= 0 || failSafe == FailSafe.C);
        };
    }

    private boolean alarmInTime() {
        return alarmed && alarmS <= ALARM_S;
    }

    String command() {
        return fault.kind() == Kind.DEAF
                ? "–"
                : seconds(commandS) + " (≤ " + seconds(commandBoundS(fault)) + ")";
    }

    String text() {
        String mark = asPromised() ? "" : "**missed** ";
        return mark
                + switch (fault.kind()) {
                    case OBEYS, BEFORE_EXPORT -> held();
                    case GAP ->
                            (gapHeld ? gapText() : "not held: class " + failSafe)
                                    + ", then "
                                    + held();
                    case DEAF ->
                            (lateS <= 0 ? held() : "not held: class " + failSafe)
                                    + ", alarm "
                                    + (alarmed ? seconds(alarmS) : "missing");
                };
    }

    private String gapText() {
        return failSafe == FailSafe.A ? "held by its watchdog" : "held by its own meter";
    }

    private String held() {
        if (lateS > 0) {
            return "exports for " + seconds(gridS);
        }
        return gridS == 0 ? "held, no export" : "held, inside after " + seconds(gridS);
    }

    private static String seconds(double value) {
        return Double.isInfinite(value) ? "never" : String.format(Locale.ROOT, "%.1f s", value);
    }
}
