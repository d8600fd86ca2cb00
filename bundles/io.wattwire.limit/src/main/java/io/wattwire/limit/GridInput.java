package io.wattwire.limit;

import java.util.List;

/** What only the supervisor wants to know of the connection; read beside its power. */
enum GridInput {
    CURRENT_L1("grid_current_l1"),
    CURRENT_L2("grid_current_l2"),
    CURRENT_L3("grid_current_l3");

    static final List<GridInput> CURRENTS = List.of(values());

    private final String channel;

    GridInput(String channel) {
        this.channel = channel;
    }

    String channel() {
        return channel;
    }
}
