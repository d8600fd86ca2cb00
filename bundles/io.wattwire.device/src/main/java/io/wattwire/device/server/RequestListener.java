package io.wattwire.device.server;

/** Hears of requests; for status displays and for counting. */
@FunctionalInterface
public interface RequestListener {

    /**
     * Called before a request is carried out, in the thread of its connection; must be fast.
     *
     * @param client the client's address without its port, or the device of the serial line
     * @param unit unit id that was asked, one that the server has
     * @param requestPdu the request, a copy
     */
    void request(String client, int unit, byte[] requestPdu);
}
