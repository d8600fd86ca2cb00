package io.wattwire.device.session;

/**
 * The health of a link at one moment.
 *
 * @param state what is known of the link
 * @param lastError why the last exchange that failed did so; empty when none failed yet
 * @param roundTripMillis smoothed time from request to answer in ms; 0 before the first answer
 * @param ageMillis ms since the last good exchange, or since the session was opened when there was
 *     none
 * @param restarts how often the device was found to have forgotten a set-point, as after a restart
 */
public record Health(
        LinkState state, String lastError, double roundTripMillis, long ageMillis, int restarts) {}
