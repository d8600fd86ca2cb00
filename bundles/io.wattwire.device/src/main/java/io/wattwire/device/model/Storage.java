package io.wattwire.device.model;

/** Where a device keeps a written value. */
public enum Storage {
    /** In working memory: may be written again and again. */
    VOLATILE,
    /** In flash or EEPROM, which wears out: never written in a cycle. */
    FLASH
}
