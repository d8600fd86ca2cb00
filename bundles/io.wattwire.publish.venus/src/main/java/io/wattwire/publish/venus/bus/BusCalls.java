package io.wattwire.publish.venus.bus;

import java.util.Objects;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.MethodCall;

/** Calls as they arrive, as plain ones. Stateless. */
final class BusCalls {

    private BusCalls() {}

    static BusCall of(MethodCall call) throws DBusException {
        return new BusCall(
                text(call.getSource()),
                text(call.getPath()),
                text(call.getInterface()),
                text(call.getName()),
                text(call.getSig()),
                Pending.arguments(call));
    }

    private static String text(String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
