package io.wattwire.publish.mqtt;

/**
 * A message to publish.
 *
 * @param topic without wildcards
 * @param payload its text
 * @param retained whether the broker keeps it for those who come later
 */
public record Message(String topic, String payload, boolean retained) {}
