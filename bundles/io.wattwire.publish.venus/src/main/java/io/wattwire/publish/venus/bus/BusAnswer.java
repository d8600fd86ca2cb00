package io.wattwire.publish.venus.bus;

/**
 * What one of our objects answers.
 *
 * @param error name of the error; empty for none
 * @param signature of the value; empty for no value
 * @param value as dbus-java packs it
 */
record BusAnswer(String error, String signature, Object value) {

    static final String UNKNOWN_METHOD = "org.freedesktop.DBus.Error.UnknownMethod";
    static final String UNKNOWN_OBJECT = "org.freedesktop.DBus.Error.UnknownObject";
    static final String INVALID_ARGUMENTS = "org.freedesktop.DBus.Error.InvalidArgs";

    static BusAnswer nothing() {
        return new BusAnswer("", "", null);
    }

    static BusAnswer of(String signature, Object value) {
        return new BusAnswer("", signature, value);
    }

    static BusAnswer error(String name, String text) {
        return new BusAnswer(name, "s", text);
    }
}
