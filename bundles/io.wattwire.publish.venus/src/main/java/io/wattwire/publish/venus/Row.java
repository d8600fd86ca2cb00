package io.wattwire.publish.venus;

/**
 * Which channel becomes which path.
 *
 * @param channel of the asset
 * @param path on the bus
 * @param decimals in its text
 * @param unit in its text
 * @param always whether the path is there before its first value
 */
record Row(String channel, String path, int decimals, String unit, boolean always) {}
