package io.wattwire.device.session;

import java.util.Locale;

/** How a device's link is doing. */
public enum LinkState {
    /** The last exchange was good. */
    CONNECTED,
    /**
     * No exchange yet, or the last ones failed but not for long: it is still tried at the normal
     * pace.
     */
    WAITING,
    /** No answer for half a minute or longer: it is tried seldom. */
    DEAD,
    /**
     * As {@link #DEAD}, of a PV inverter that was hardly generating when it fell silent: the sun is
     * down.
     */
    ASLEEP;

    /**
     * The word that the health point {@code link_state} shows.
     *
     * @return the name in lower case
     */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
