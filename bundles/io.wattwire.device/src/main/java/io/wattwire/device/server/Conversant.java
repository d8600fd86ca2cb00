package io.wattwire.device.server;

import java.io.IOException;

/** One who answers what peers ask. */
interface Conversant {

    /** Serves a peer until it hangs up, talks nonsense or the server stops. */
    void serve(Peer peer) throws IOException;
}
