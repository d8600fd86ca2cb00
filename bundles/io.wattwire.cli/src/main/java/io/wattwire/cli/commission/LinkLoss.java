package io.wattwire.cli.commission;

import java.util.List;

/** Closes our own link to the inverter for a while, as if the gateway had died. */
final class LinkLoss {

    static final String TITLE = "Loss of the gateway";

    private static final double OVER_W = 50;

    private final Subject subject;
    private final Observer observer;
    private final Plan plan;
    private final String claimed;

    LinkLoss(Subject subject, Observer observer, Plan plan, String claimed) {
        this.subject = subject;
        this.observer = observer;
        this.plan = plan;
        this.claimed = claimed;
    }

    /**
     * @param limitW the limit in force while the link is closed
     */
    Check run(double limitW) {
        if (claimed.equals("C")) {
            return notHeld();
        }
        if (limitW <= plan.safeW() + OVER_W) {
            return Check.notTried(
                    TITLE,
                    "the inverter generated no more than may be exported: nothing could have gone"
                            + " wrong. Try again with more sun");
        }
        double house = inverterAndGrid();
        subject.leave();
        List<Look> alone;
        try {
            alone = observer.watch(plan.away());
        } finally {
            subject.comeBack();
        }
        return claimed.equals("A") ? watchdog(limitW) : ownLoop(alone, house, limitW);
    }

    private double inverterAndGrid() {
        Look look = observer.look();
        return look.inverterW() + look.gridW();
    }

    private Check notHeld() {
        return new Check(
                TITLE,
                Check.Outcome.NOT_HELD,
                "class C: not fail-safe on loss of the gateway. The inverter keeps its last limit,"
                        + " or drops it, when this gateway dies. The limit is fail-safe only while"
                        + " it never exceeds the allowed export: set the installer's cap to "
                        + Text.watts(plan.safeW())
                        + " where that is required");
    }

    private Check watchdog(double limitW) {
        Look back = observer.look();
        boolean lowered = back.inverterW() <= plan.safeW() + OVER_W;
        return Check.of(
                lowered,
                TITLE,
                "class A: limited to "
                        + Text.watts(limitW)
                        + " and left alone for "
                        + Text.seconds(plan.away().toMillis() / 1e3)
                        + ", the inverter generated "
                        + Text.watts(back.inverterW())
                        + (lowered
                                ? ""
                                : ", above the allowed export of "
                                        + Text.watts(plan.safeW())
                                        + ": its watchdog is off, slower than that, or opens the"
                                        + " limit. Set it, or use class C"));
    }

    private Check ownLoop(List<Look> alone, double house, double limitW) {
        double bound = plan.allowedExportW() + OVER_W;
        long over = alone.stream().filter(look -> -look.gridW() > bound).count();
        if (house + plan.allowedExportW() > limitW) {
            return Check.notTried(
                    TITLE,
                    "class B: the house took what the inverter gave, so its own meter had nothing"
                            + " to do. Try again with less load");
        }
        boolean held = over * 10 <= alone.size();
        return Check.of(
                held,
                TITLE,
                "class B: left alone for "
                        + Text.seconds(plan.away().toMillis() / 1e3)
                        + ", the export was over the bound in "
                        + over
                        + " of "
                        + alone.size()
                        + " readings"
                        + (held ? "" : ": the inverter's own limit at the grid point is not set"));
    }
}
