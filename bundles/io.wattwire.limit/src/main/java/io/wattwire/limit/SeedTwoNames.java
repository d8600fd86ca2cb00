package io.wattwire.limit;

import io.wattwire.limit.law.Decision;
import io.wattwire.limit.law.LimitState;
import io.wattwire.limit.law.Phase;
import io.wattwire.limit.law.Reason;
import io.wattwire.limit.law.UnitState;

/**
 * What a dynamic generation limit for Victron systems (dbus-modbus-client with a Growatt)
 * published, in its words, for those who show its paths.
 */
final class SeedTwoNames {

    /** Less than this is what an inverter shows at night. */
    private static final double OFFLINE_W = 50;

    private SeedTwoNames() {}

    /** {@return the text of {@code dynamicGenerationStatus}} */
    static String status(Configured configured, Decision decision) {
        if (configured.settings().refused()) {
            return "Not Configured";
        }
        LimitState state = decision.state();
        boolean seen = state.units().stream().anyMatch(unit -> unit.inverter().last().present());
        double generated =
                state.units().stream()
                        .map(UnitState::inverter)
                        .filter(watch -> watch.last().present())
                        .mapToDouble(watch -> watch.last().value())
                        .sum();
        if (seen && generated < OFFLINE_W) {
            return "PV offline";
        }
        return limits(configured, decision) ? "Configured, limiting" : "Configured, not limiting";
    }

    private static boolean charges(LimitState state) {
        return !state.battery().full() && state.battery().power().last().value() > 0;
    }

    private static boolean limits(Configured configured, Decision decision) {
        if (configured.chosen().shadow()) {
            return false;
        }
        for (int number = 1; number <= decision.state().units().size(); number++) {
            boolean free =
                    decision.state().unit(number).phase() == Phase.REGULATING
                            && decision.command(number).reasons().contains(Reason.CAP_BINDS);
            if (!free) {
                return true;
            }
        }
        return false;
    }
}
