package io.wattwire.limit;

import java.util.List;

/** What the supervisor wants to know of the connection besides its power; read beside that. */
enum GridInput {
    POWER_L1("grid_power_l1"),
    POWER_L2("grid_power_l2"),
    POWER_L3("grid_power_l3"),
    CURRENT_L1("grid_current_l1"),
    CURRENT_L2("grid_current_l2"),
    CURRENT_L3("grid_current_l3"),
    CONNECTED("grid_connected");

    static final List<GridInput> POWERS = List.of(POWER_L1, POWER_L2, POWER_L3);
    static final List<GridInput> CURRENTS = List.of(CURRENT_L1, CURRENT_L2, CURRENT_L3);

    private final String channel;

    GridInput(String channel) {
        this.channel = channel;
    }

    String channel() {
        return channel;
    }
}
