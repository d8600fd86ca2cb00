package io.wattwire.limit.supervisor;

import java.util.Map;

/**
 * A configuration after the seal was applied.
 *
 * @param properties the configuration to use, with the sealed values in it
 * @param notice what a person should know, one sentence; empty when the configuration agrees with
 *     the seal or there is none
 * @param damaged whether there is a seal that cannot be read: then nobody knows what was agreed,
 *     and the configuration is to be refused with the notice as the reason
 */
public record SealedConfiguration(Map<String, Object> properties, String notice, boolean damaged) {}
