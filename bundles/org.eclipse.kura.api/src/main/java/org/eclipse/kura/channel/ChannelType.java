package org.eclipse.kura.channel;

/** What may be done with a channel. */
public enum ChannelType {
    /** It is only read. */
    READ,

    /** It is read and written. */
    READ_WRITE,

    /** It is only written. */
    WRITE;

    /**
     * Finds a type by its name, upper or lower case.
     *
     * @param name the name of a constant
     * @return the type
     * @throws IllegalArgumentException if there is no such type, or the name is null
     */
    public static ChannelType getChannelType(String name) {
        for (ChannelType type : values()) {
            if (type.name().equalsIgnoreCase(name)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no channel type " + name);
    }
}
