package io.wattwire.publish.venus.bus;

/**
 * The objects that a connection offers. Asked on the connection's reading thread, so it may not
 * wait.
 */
@FunctionalInterface
interface BusObjects {

    /** Answers a call. */
    BusAnswer answer(BusCall call);
}
