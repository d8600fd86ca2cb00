package io.wattwire.publish.http.serve;

import java.net.Socket;
import java.util.concurrent.ScheduledExecutorService;

/** What all visits to one door share. */
record Visits(
        String owner,
        DoorSettings settings,
        Guard guard,
        Routes routes,
        int deadlineMs,
        ScheduledExecutorService clock) {

    Visit begin(Socket socket) {
        return new Visit(this, socket);
    }
}
