package io.wattwire.cli;

import io.wattwire.device.model.LinkDefaults;
import io.wattwire.simulator.LineTiming;
import java.time.Duration;

/**
 * How particular a device is about who talks to it over TCP.
 *
 * @param link what its family says
 */
record Habits(LinkDefaults link) {

    private static final int CLIENTS = 16;
    private static final int EIGHT_N_ONE = 10;

    /** How long it answers nothing after connecting; who waits as told began to count earlier. */
    Duration deafness() {
        return link.connectDelay().multipliedBy(9).dividedBy(10);
    }

    /** Clients at a time: what wants time after connecting has proved to serve one. */
    int clients() {
        return link.connectDelay().isZero() ? CLIENTS : 1;
    }

    /** How slowly it answers. */
    LineTiming timing() {
        return new LineTiming(0, EIGHT_N_ONE, link.turnaround());
    }
}
