package io.wattwire.device.model;

/**
 * One model of a family.
 *
 * @param name lower case, as used in tables, settings and commands: {@code sdm230}
 * @param title for people: {@code Eastron SDM230}
 */
public record Model(String name, String title) {}
