package io.wattwire.limit.law;

import io.wattwire.limit.law.LimitSettings.Mode;
import java.util.List;

/**
 * The limits without a trusted meter. All together they are no more than may be exported: that is
 * safe whatever the house takes. They are shared by rating; as long as a rating is not known, all
 * share alike.
 */
final class FallBack {

    private final LimitSettings settings;
    private final List<UnitView> sharing;
    private final double ratedW;
    private final double totalW;
    private final double capW;

    FallBack(LimitSettings settings, SiteView site, List<UnitView> units) {
        this.settings = settings;
        this.sharing =
                units.stream().filter(unit -> unit.settings().mode() == Mode.REGULATE).toList();
        this.ratedW = sharing.stream().mapToDouble(unit -> unit.figures().ratedW()).sum();
        double allowed = Math.max(0, site.target().allowedW());
        this.capW = Math.min(settings.bounds().installerCapW(), site.setpointW());
        this.totalW = Math.min(settings.bounds().fallbackW(), allowed);
    }

    double limitW(UnitView unit) {
        double share =
                sharing.size() == 1 || Double.isNaN(ratedW)
                        ? 1.0 / sharing.size()
                        : unit.figures().ratedW() / ratedW;
        return Member.steps(settings, unit, capW * share).down(totalW * share);
    }
}
