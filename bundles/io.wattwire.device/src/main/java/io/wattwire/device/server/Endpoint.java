package io.wattwire.device.server;

import java.io.IOException;

/** Where a server listens. */
interface Endpoint extends AutoCloseable {

    /** Opens the endpoint and serves it in threads of its own until it is closed. */
    void start(Conversant conversant) throws IOException;

    /** TCP port, 0 if there is none. */
    int port();

    /** Why nobody can be heard at present; empty when all is well. */
    default String problem() {
        return "";
    }

    @Override
    void close();
}
