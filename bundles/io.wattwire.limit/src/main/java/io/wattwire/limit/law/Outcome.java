package io.wattwire.limit.law;

import java.util.Set;

/** What was decided for one inverter, before it is told. */
record Outcome(UnitState state, boolean emit, Set<Reason> reasons) {

    Command command(int number) {
        return new Command(number, state.limitW(), emit, reasons);
    }
}
