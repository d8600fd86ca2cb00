package io.wattwire.device.server;

/** What a Solarman logger says to its clients without being asked. */
public enum Chatter {
    /** It opens a session. */
    HANDSHAKE,
    /** It pushes what its cloud gets. */
    DATA,
    /** It tells its firmware and its network. */
    INFO,
    /** It is alive. */
    HEARTBEAT,
    /** It reports. */
    REPORT,
    /** The answer to another client's request, of the same form but with other values. */
    OTHER_CLIENT
}
