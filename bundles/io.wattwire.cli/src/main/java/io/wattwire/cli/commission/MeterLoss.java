package io.wattwire.cli.commission;

import io.wattwire.limit.law.Command;
import io.wattwire.limit.law.Decision;
import io.wattwire.limit.law.FailSafeClass;
import io.wattwire.limit.law.Figures;
import io.wattwire.limit.law.Input;
import io.wattwire.limit.law.LimitSettings;
import io.wattwire.limit.law.LimitSettings.BelowMinimum;
import io.wattwire.limit.law.LimitSettings.Bounds;
import io.wattwire.limit.law.LimitSettings.Mode;
import io.wattwire.limit.law.LimitSettings.Pace;
import io.wattwire.limit.law.LimitSettings.Site;
import io.wattwire.limit.law.LimitSettings.Trust;
import io.wattwire.limit.law.LimitSettings.Unit;
import io.wattwire.limit.law.LimitState;
import io.wattwire.limit.law.Limiter;
import io.wattwire.limit.law.Readings;
import io.wattwire.limit.law.Sample;
import io.wattwire.limit.law.Slot;
import java.util.List;

/**
 * Lets the limit's own law regulate the inverter, takes the meter away from it, and waits until the
 * inverter is at the fall-back. The inverter is held at its minimum and not stopped.
 */
final class MeterLoss {

    static final String TITLE = "Loss of the meter";

    private static final long SECOND = 1_000_000_000L;
    private static final long OPENING_NANOS = 25 * SECOND;
    private static final long STALE_NANOS = 3 * SECOND;
    private static final long DETECTED_NANOS = STALE_NANOS + SECOND;
    private static final long LONGEST_NANOS = 90 * SECOND;
    private static final double CLEAR_W = 200;

    private final Subject subject;
    private final Observer observer;
    private final LimitSettings settings;
    private final Survey survey;
    private LimitState state;
    private Readings readings = Readings.NONE;
    private double limitW = Double.NaN;
    private long samples;

    MeterLoss(Subject subject, Observer observer, Survey survey, Plan plan) {
        this.subject = subject;
        this.observer = observer;
        this.survey = survey;
        this.settings = settings(survey, plan);
        this.state = LimitState.start(1, observer.now());
    }

    private static LimitSettings settings(Survey survey, Plan plan) {
        Nameplate plate = survey.plate();
        double high = survey.highW(plan.capW());
        Unit unit =
                new Unit(
                        1,
                        "inverter",
                        Mode.REGULATE,
                        new Figures(high, plate.minimumOrZero(), plate.stepOrWatt()),
                        FailSafeClass.C,
                        high,
                        1,
                        0);
        return new LimitSettings(
                false,
                List.of(unit),
                Site.PLAIN,
                new Bounds(plan.allowedExportW(), plan.safeW(), high, BelowMinimum.HOLD, 20, 30),
                new Pace(0.2, 2 * SECOND, SECOND, 20 * SECOND),
                new Trust(
                        STALE_NANOS,
                        10 * SECOND,
                        30 * SECOND,
                        60 * SECOND,
                        3600 * SECOND,
                        Math.max(25_000, 3 * high),
                        3));
    }

    Check run(Response response) throws TrialException {
        long begun = observer.now();
        double shut = Math.max(settings.bounds().fallbackW(), survey.lowestW());
        while (!(limitW > shut + CLEAR_W)) {
            if (observer.now() - begun > OPENING_NANOS) {
                return Check.notTried(
                        TITLE,
                        "the house took too little for the limit to open above its fall-back of "
                                + Text.watts(shut)
                                + ": try again with a load of 500 W more");
            }
            decide(observer.look(), true);
        }
        return lose(shut, response);
    }

    private Check lose(double shut, Response response) throws TrialException {
        long lost = observer.now();
        double from = limitW;
        long commanded = 0;
        Look look = observer.look();
        while (commanded == 0 || look.inverterW() > shut + Response.ARRIVED_W) {
            decide(look, false);
            if (commanded == 0 && limitW <= shut) {
                commanded = observer.now();
            }
            if (observer.now() - lost > LONGEST_NANOS) {
                break;
            }
            look = observer.look();
        }
        double arrived = (observer.now() - lost) / 1e9;
        double told = (commanded - lost) / 1e9;
        double allowed = DETECTED_NANOS / 1e9 + 1.2 + 1.5 * response.arrivalS(from - shut + 100);
        boolean held = commanded != 0 && commanded - lost <= DETECTED_NANOS && arrived <= allowed;
        return Check.of(
                held,
                TITLE,
                commanded == 0
                        ? "the fall-back was not commanded"
                        : "from "
                                + Text.watts(from)
                                + " the fall-back of "
                                + Text.watts(shut)
                                + " was commanded after "
                                + Text.seconds(told)
                                + " and reached after "
                                + Text.seconds(arrived)
                                + (held ? "" : ", later than its lag explains"));
    }

    private void decide(Look look, boolean meter) throws TrialException {
        put(new Slot(Input.INVERTER, 1), look.inverterW(), look.nanos());
        put(new Slot(Input.READ_BACK, 1), look.limitW(), look.nanos());
        if (meter) {
            put(Slot.site(Input.GRID), look.gridW(), look.nanos());
        }
        Decision decision = Limiter.decide(settings, state, readings, observer.now());
        state = decision.state();
        Command command = decision.command(1);
        if (command.emit()) {
            subject.limit(command.limitW());
            limitW = command.limitW();
        }
    }

    private void put(Slot slot, double value, long nanos) {
        if (!Double.isNaN(value)) {
            readings = readings.with(slot, new Sample(value, nanos, ++samples));
        }
    }
}
