package io.wattwire.device.server;

/**
 * What a Solarman logger or a GivEnergy dongle says to its clients without being asked; a dongle
 * has fewer things to say.
 */
public enum Chatter {
    /** It opens a session; a dongle tells its network. */
    HANDSHAKE,
    /** It pushes what its cloud gets; a dongle sends an answer with nothing in it. */
    DATA,
    /** It tells its firmware and its network. */
    INFO,
    /** It is alive. */
    HEARTBEAT,
    /** It reports; a dongle sends an answer whose tail is damaged. */
    REPORT,
    /** The answer to another client's request, of the same form but with other values. */
    OTHER_CLIENT
}
