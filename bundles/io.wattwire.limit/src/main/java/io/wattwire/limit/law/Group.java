package io.wattwire.limit.law;

import io.wattwire.limit.law.LimitSettings.Bounds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What all inverters together may do. They may generate what the house takes besides what may be
 * exported,
 *
 * <pre>sum of limits &lt;= sum of inverters + grid + allowed export - margin</pre>
 *
 * <p>with all powers of the same moment; where each phase is bounded, on each of them. An inverter
 * sample older than the grid's may show power that a cut has taken away since; counting on it would
 * open the limit again. So of the last sample and the limit in force the lower counts. One that
 * ignores its limit, is refused or dead counts with its own power as the meter sees it, and with
 * what its limit would let it add; the others share the rest.
 */
final class Group {

    /**
     * Samples this close together are a pair. More than half a second, so that of two devices that
     * are read once a second one sample always finds its neighbour.
     */
    private static final long PAIRED_NANOS = 600_000_000;

    /** An inverter that is read once a second has its next sample within this time. */
    private static final long NEXT_PAIR_NANOS = 1_500_000_000;

    private final LimitSettings settings;
    private final SiteView site;
    private final List<Member> members;
    private final List<Member> sharing;
    private final List<Double> roomsW;
    private final Map<Integer, Double> wantedW;
    private final Map<Integer, Double> mostW;
    private final Map<Integer, Double> ceilingW = new HashMap<>();

    private Group(LimitSettings settings, SiteView site, List<Member> members) {
        this.settings = settings;
        this.site = site;
        this.members = members;
        this.sharing = members.stream().filter(Member::claims).toList();
        this.roomsW = site.roomsW(settings.bounds().marginW());
        this.wantedW = shared(roomsW, Member::estimateW);
        this.mostW = shared(mostRoomsW(), member -> member.seen().inverter().last().value());
    }

    static Group of(
            LimitSettings settings, LimitState before, SiteView site, List<UnitView> units) {
        FallBack fallBack = new FallBack(settings, site, units);
        List<Member> members =
                units.stream()
                        .map(
                                unit ->
                                        Member.of(
                                                settings,
                                                site,
                                                unit,
                                                before.unit(unit.number()),
                                                fallBack.limitW(unit)))
                        .toList();
        Group group = new Group(settings, site, members);
        group.shareCap();
        return group;
    }

    /** Since the oldest sample that counts, so that power gained meanwhile is not missed. */
    private List<Double> mostRoomsW() {
        long oldest = site.grid().total().last().takenNanos();
        for (Member member : sharing) {
            long taken = member.seen().inverter().last().takenNanos();
            oldest = taken - oldest < 0 ? taken : oldest;
        }
        return site.mostRoomsW(settings.bounds().marginW(), oldest);
    }

    private Map<Integer, Double> shared(List<Double> rooms, ToDoubleFunction<Member> powerW) {
        Map<Integer, Double> parts = new HashMap<>();
        for (int phase = 0; phase < rooms.size(); phase++) {
            double total = rooms.get(phase);
            for (Member member : members) {
                double counts = member.claims() ? powerW.applyAsDouble(member) : -member.reserveW();
                double fraction = member.fraction(phase, rooms.size());
                total += fraction == 0 ? 0 : fraction * counts;
            }
            shareRoom(parts, phase, rooms.size(), total);
        }
        return parts;
    }

    private void shareRoom(Map<Integer, Double> wanted, int phase, int phases, double totalW) {
        List<Member> here =
                sharing.stream().filter(member -> member.fraction(phase, phases) > 0).toList();
        double[] parts =
                Share.of(
                        totalW,
                        here.stream()
                                .map(
                                        member ->
                                                member.claim(settings)
                                                        .scaled(member.fraction(phase, phases)))
                                .toList(),
                        settings.site().sharing());
        for (int i = 0; i < parts.length; i++) {
            Member member = here.get(i);
            wanted.merge(member.number(), parts[i] / member.fraction(phase, phases), Math::min);
        }
    }

    private void shareCap() {
        Bounds bounds = settings.bounds();
        double cap = Math.min(bounds.installerCapW(), site.setpointW());
        if (Double.isInfinite(cap)) {
            return;
        }
        for (Member member : members) {
            cap -= member.claims() || member.delegated() ? 0 : member.takesW();
        }
        double[] parts =
                Share.of(
                        Math.max(0, cap),
                        sharing.stream().map(member -> member.claim(settings)).toList(),
                        settings.site().sharing());
        for (int i = 0; i < parts.length; i++) {
            ceilingW.put(sharing.get(i).number(), parts[i]);
        }
    }

    /** Whether this evaluation brought something to judge. Cut off from the grid, nothing does. */
    boolean news() {
        boolean late = site.doubts().contains(Reason.GRID_LATE);
        boolean fresh = site.grid().total().fresh();
        return !site.grid().islanded()
                && (fresh || !late && sharing.stream().anyMatch(this::pairs));
    }

    /** Whether this is the first sample of the inverter after the grid's, and close to it. */
    private boolean pairs(Member member) {
        Sample grid = site.grid().total().last();
        Watch inverter = member.seen().inverter();
        return inverter.fresh()
                && member.paired()
                && inverter.last().takenNanos() - grid.takenNanos() < PAIRED_NANOS
                && member.was().inverter().last().isOlderThan(grid);
    }

    /**
     * A reading of the grid that comes just before the inverter's is judged when that has come:
     * while the inverter's power rises, its sample of a second ago would say that there is no room.
     */
    boolean awaitsPair() {
        long grid = site.grid().total().last().takenNanos();
        return sharing.stream()
                .mapToLong(member -> grid - member.seen().inverter().last().takenNanos())
                .anyMatch(behind -> behind > PAIRED_NANOS && behind < NEXT_PAIR_NANOS);
    }

    /** {@return what the law wants of one inverter that takes part} */
    Law law(UnitView unit) {
        Bounds bounds = settings.bounds();
        double ignored = Math.min(bounds.deadBandW(), bounds.marginW()) / sharing.size();
        return new Law(
                wantedW.get(unit.number()),
                mostW.getOrDefault(unit.number(), Double.NaN),
                sharing.stream().allMatch(Member::paired),
                roomsW.stream().anyMatch(room -> room < 0),
                ignored,
                bounds.deadBandW());
    }

    /** {@return its limit while the law is not in charge of it} */
    double closedW(UnitView unit) {
        return members.get(unit.number() - 1).closedW();
    }

    /** {@return the limits that it can follow} */
    Steps steps(UnitView unit) {
        return Member.steps(
                settings, unit, ceilingW.getOrDefault(unit.number(), Double.POSITIVE_INFINITY));
    }

    /** {@return whether it is the incoming limit that keeps it down} */
    boolean setpointBinds(UnitView unit) {
        Double ceiling = ceilingW.get(unit.number());
        return ceiling != null
                && site.setpointW() < settings.bounds().installerCapW()
                && ceiling < Math.min(unit.settings().capW(), unit.figures().ratedW());
    }
}
