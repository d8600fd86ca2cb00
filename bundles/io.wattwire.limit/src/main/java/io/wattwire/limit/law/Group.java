package io.wattwire.limit.law;

import io.wattwire.limit.law.LimitSettings.Bounds;
import io.wattwire.limit.law.LimitSettings.Mode;
import java.util.List;

/**
 * What all inverters together may do. They may generate what the house takes besides what may be
 * exported,
 *
 * <pre>sum of limits &lt;= sum of inverters + grid + allowed export - margin</pre>
 *
 * <p>with all powers of the same moment. An inverter sample older than the grid's may show power
 * that a cut has taken away since; counting on it would open the limit again. So of the last sample
 * and the limit in force the lower counts. What a battery could still take counts as nothing until
 * somebody measures it.
 */
final class Group {

    /**
     * Samples this close together are a pair. More than half a second, so that of two devices that
     * are read once a second one sample always finds its neighbour.
     */
    private static final long PAIRED_NANOS = 600_000_000;

    /** An inverter that is read once a second has its next sample within this time. */
    private static final long NEXT_PAIR_NANOS = 1_500_000_000;

    private final Bounds bounds;
    private final SiteView site;
    private final List<UnitView> sharing;
    private final double roomW;
    private double totalW;
    private boolean paired = true;
    private boolean news;
    private boolean awaitsPair;

    private Group(Bounds bounds, SiteView site, List<UnitView> sharing) {
        this.bounds = bounds;
        this.site = site;
        this.sharing = sharing;
        this.roomW = site.grid().last().value() + bounds.allowedExportW() - bounds.marginW();
        this.totalW = roomW;
        this.news = site.grid().fresh();
    }

    static Group of(
            LimitSettings settings, LimitState before, SiteView site, List<UnitView> units) {
        List<UnitView> sharing =
                units.stream().filter(unit -> unit.settings().mode() == Mode.REGULATE).toList();
        Group group = new Group(settings.bounds(), site, sharing);
        sharing.forEach(unit -> group.add(unit, before.unit(unit.number())));
        return group;
    }

    private void add(UnitView unit, UnitState was) {
        Sample grid = site.grid().last();
        Sample now = unit.inverter().last();
        boolean fits = !now.isOlderThan(grid);
        totalW += fits ? now.value() : Math.min(now.value(), was.limitW());
        paired &= fits;
        news |= pairs(unit, was) && !site.doubts().contains(Reason.GRID_LATE);
        long behind = grid.takenNanos() - now.takenNanos();
        awaitsPair |= behind > PAIRED_NANOS && behind < NEXT_PAIR_NANOS;
    }

    /** Whether this is the first sample of the inverter after the grid's, and close to it. */
    private boolean pairs(UnitView unit, UnitState was) {
        Sample grid = site.grid().last();
        Sample now = unit.inverter().last();
        return unit.inverter().fresh()
                && !now.isOlderThan(grid)
                && now.takenNanos() - grid.takenNanos() < PAIRED_NANOS
                && was.inverter().last().isOlderThan(grid);
    }

    /** Whether this evaluation brought something to judge. */
    boolean news() {
        return news;
    }

    /**
     * A reading of the grid that comes just before the inverter's is judged when that has come:
     * while the inverter's power rises, its sample of a second ago would say that there is no room.
     */
    boolean awaitsPair() {
        return awaitsPair;
    }

    /** {@return what the law wants of one inverter} */
    Law law(UnitView unit) {
        return new Law(totalW * share(unit), paired, roomW < 0);
    }

    /** {@return the limit of one inverter without a trusted meter} */
    double fallbackW(UnitView unit) {
        return bounds.fallbackW() * share(unit);
    }

    /** {@return what the cap of all together leaves to one inverter} */
    double ceilingW(UnitView unit) {
        return Math.min(bounds.installerCapW(), site.setpointW()) * share(unit);
    }

    boolean setpointBinds(UnitView unit) {
        double cap = Math.min(bounds.installerCapW() * share(unit), unit.settings().capW());
        double rated = unit.figures().known() ? unit.figures().ratedW() : cap;
        return site.setpointW() * share(unit) < Math.min(cap, rated);
    }

    /** As long as a rating is unknown, all share alike. */
    private double share(UnitView unit) {
        double rated = sharing.stream().mapToDouble(each -> each.figures().ratedW()).sum();
        return sharing.size() == 1 || Double.isNaN(rated)
                ? 1.0 / sharing.size()
                : unit.figures().ratedW() / rated;
    }
}
