package io.wattwire.device.model;

/**
 * What the devices of a family speak. The engine asks all of them for words of registers; a link to
 * one that speaks no Modbus says which of the protocol's values stand for which words.
 */
public enum Protocol {
    /** Modbus, in any of its envelopes. */
    MODBUS,
    /** The serial protocol of CMS-2000, Orion and SunEzy inverters. */
    CMS,
    /** JSON documents over HTTP; the column {@code place} says where in them a register is. */
    HTTP
}
