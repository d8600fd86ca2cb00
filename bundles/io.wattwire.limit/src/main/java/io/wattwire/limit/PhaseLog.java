package io.wattwire.limit;

import io.wattwire.limit.law.Command;
import io.wattwire.limit.law.Decision;
import io.wattwire.limit.law.LimitSettings.Unit;
import io.wattwire.limit.law.LimitState;
import io.wattwire.limit.law.Phase;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One log line for each change of state that a person would want to know. */
final class PhaseLog {

    private static final Logger LOG = LoggerFactory.getLogger(LimitRun.class);

    private final String pid;

    PhaseLog(String pid) {
        this.pid = pid;
    }

    /** {@return whether a phase changed} */
    boolean changes(List<Unit> units, LimitState before, Decision decision) {
        boolean changed = false;
        for (Unit unit : units) {
            Phase was = before.unit(unit.number()).phase();
            Phase is = decision.state().unit(unit.number()).phase();
            if (was != is) {
                changed = true;
                say(units.size() == 1 ? pid : pid + " " + unit.name(), was, is, decision, unit);
            }
        }
        return changed;
    }

    private static void say(String who, Phase was, Phase is, Decision decision, Unit unit) {
        Command command = decision.command(unit.number());
        String why = StatusRecord.reasons(decision.siteReasons(), command.reasons());
        if (is == Phase.ALARM) {
            LOG.error("{}: alarm, limit {} W: {}", who, command.limitW(), why);
        } else if (is == Phase.FALL_BACK) {
            LOG.warn("{}: fall-back, limit {} W: {}", who, command.limitW(), why);
        } else if (is != Phase.HOLDING && was != Phase.HOLDING) {
            LOG.info("{}: {}, limit {} W {}", who, is.text(), command.limitW(), why);
        }
    }
}
