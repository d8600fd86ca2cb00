package io.wattwire.device.server;

/** Decides for each request how the server answers it; the hook for fault injection. */
@FunctionalInterface
public interface Misbehaviour {

    /** Answers everything as a good device does. */
    Misbehaviour NONE = (unit, pdu) -> Answer.normal();

    /**
     * Called before the request is carried out, in the thread of its connection.
     *
     * @param unit unit id that was asked, one that the server has
     * @param requestPdu the request, a copy
     * @return how to answer
     */
    Answer on(int unit, byte[] requestPdu);
}
