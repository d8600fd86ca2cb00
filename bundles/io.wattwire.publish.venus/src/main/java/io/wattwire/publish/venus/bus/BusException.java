package io.wattwire.publish.venus.bus;

import java.io.IOException;

/** The other side of the bus answered with an error. */
public final class BusException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String name;

    /**
     * Keeps what was answered.
     *
     * @param name of the error, such as {@code org.freedesktop.DBus.Error.ServiceUnknown}
     * @param text for people
     */
    public BusException(String name, String text) {
        super(text.isEmpty() ? name : text + " (" + name + ")");
        this.name = name;
    }

    /**
     * Tells which error it was.
     *
     * @return name of the error, with dots
     */
    public String name() {
        return name;
    }
}
