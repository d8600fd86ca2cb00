package io.wattwire.limit.law;

import io.wattwire.limit.law.LimitSettings.BelowMinimum;
import io.wattwire.limit.law.LimitSettings.Mode;
import io.wattwire.limit.law.Share.Claim;

/**
 * One inverter as the others see it.
 *
 * @param seen it
 * @param was what is remembered of it
 * @param claims whether it takes part in the sharing; otherwise it counts with what it does
 * @param closedW its limit while the law is not in charge of it
 * @param estimateW what it generates, at the moment of the grid's reading at most
 * @param paired its sample is not older than the grid's
 */
record Member(
        UnitView seen,
        UnitState was,
        boolean claims,
        double closedW,
        double estimateW,
        boolean paired) {

    /** So much of its rated power an inverter is given beyond what it uses, to show more. */
    private static final double HEADROOM = 0.03;

    private static final long SAME_MOMENT_NANOS = 600_000_000;

    /** What fell between samples closer than this falls on for as long. */
    private static final long STILL_FALLING_NANOS = 2_500_000_000L;

    static Member of(
            LimitSettings settings, SiteView site, UnitView seen, UnitState was, double closedW) {
        boolean claims =
                seen.settings().mode() == Mode.REGULATE
                        && seen.stage(site).compareTo(Stage.FALL_BACK) < 0;
        Sample now = seen.inverter().last();
        boolean paired = !now.isOlderThan(site.grid().total().last());
        double estimate =
                paired ? now.value() : Math.min(fallen(seen.inverter(), site), was.limitW());
        double closed = Math.min(was.limitW(), closedW);
        return new Member(seen, was, claims, closed, estimate, paired);
    }

    /**
     * What one that was falling generates by now: on a slow line its sample is a second older than
     * the grid's, and counting on it would leave what its own meter or a cloud has taken away.
     */
    private static double fallen(Watch inverter, SiteView site) {
        Sample last = inverter.last();
        long behind = site.grid().total().last().takenNanos() - last.takenNanos();
        long apart = last.takenNanos() - inverter.before().takenNanos();
        double fell = inverter.before().value() - last.value();
        boolean slowly = behind > SAME_MOMENT_NANOS && behind < STILL_FALLING_NANOS;
        return slowly && apart > 0 && apart < STILL_FALLING_NANOS && fell > 0
                ? Math.max(0, last.value() - 2 * fell * behind / apart)
                : last.value();
    }

    int number() {
        return seen.number();
    }

    boolean delegated() {
        return seen.settings().mode() == Mode.DELEGATE;
    }

    /** What it may generate although nobody counted on it, besides what the meter sees of it. */
    double reserveW() {
        if (delegated()) {
            return 0;
        }
        return visible() ? Math.max(0, closedW - Math.max(0, estimateW)) : closedW;
    }

    /** What it takes of a cap of all together. */
    double takesW() {
        return visible() ? Math.max(closedW, estimateW) : closedW;
    }

    private boolean visible() {
        return seen.inverter().last().present() && !seen.doubts().contains(Reason.INVERTER_STALE);
    }

    /** The part of it that is on one of the phases that are bounded one by one. */
    double fraction(int phase, int phases) {
        if (phases == 1) {
            return 1;
        }
        int own = seen.settings().phase();
        return own == 0 ? 1.0 / phases : own == phase + 1 ? 1 : 0;
    }

    Claim claim(LimitSettings settings) {
        double rated = seen.figures().ratedW();
        double lowest = steps(settings, Figures.LARGEST_W).lowestW();
        boolean hold = settings.bounds().belowMinimum() == BelowMinimum.HOLD;
        double floor = was.phase().open() ? 0 : closedW;
        double ceiling = Math.min(rated, seen.settings().capW());
        return new Claim(
                rated,
                seen.settings().priority(),
                hold ? Math.max(floor, lowest) : floor,
                Math.min(ceiling, demandW(settings)),
                ceiling,
                hold ? 0 : lowest);
    }

    /**
     * What it could use soon. One at its limit asks for a little more each time; one well below it
     * leaves the difference to the others.
     */
    private double demandW(LimitSettings settings) {
        double step = seen.figures().stepOrWatt();
        double headroom =
                Math.max(
                        HEADROOM * seen.figures().ratedW(),
                        Math.max(2 * step, settings.bounds().deadBandW() + step));
        double unused = was.limitW() - estimateW;
        if (unused > 2 * headroom) {
            return Math.max(0, estimateW) + headroom;
        }
        return unused < headroom / 2 ? was.limitW() + headroom : was.limitW();
    }

    Steps steps(LimitSettings settings, double ceilingW) {
        return steps(settings, seen, ceilingW);
    }

    static Steps steps(LimitSettings settings, UnitView seen, double ceilingW) {
        double cap = Math.min(seen.settings().capW(), ceilingW);
        return new Steps(
                seen.figures().stepOrWatt(),
                seen.figures().minimumOrZero(),
                settings.bounds().belowMinimum(),
                seen.figures().known() ? Math.min(cap, seen.figures().ratedW()) : cap);
    }
}
