package io.wattwire.device.server;

import java.io.IOException;

/** Answers the clients of an endpoint. */
interface Servant {

    /**
     * Serves a peer until it hangs up, talks nonsense or the server stops.
     *
     * @throws IOException if the connection is lost
     */
    void serve(Peer peer) throws IOException;
}
