package io.wattwire.publish.line;

/**
 * One line of InfluxDB's line protocol.
 *
 * @param text without line end
 * @param samples how many samples are in it, or are lost with it
 */
public record Line(String text, int samples) {}
