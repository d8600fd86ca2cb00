package io.wattwire.publish.givtcp.data;

import java.util.Map;

/**
 * The structure of one inverter at one time.
 *
 * @param serial its serial number, letters, digits, underscore and hyphen only
 * @param asset through which it is commanded
 * @param timeMillis of the newest value in it, in ms since 1970
 * @param structure nested maps of {@link Long}, {@link Double}, {@link Boolean}, {@link String} and
 *     null
 */
public record Snapshot(
        String serial, String asset, long timeMillis, Map<String, Object> structure) {}
