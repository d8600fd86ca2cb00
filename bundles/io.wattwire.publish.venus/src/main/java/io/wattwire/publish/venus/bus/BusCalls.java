package io.wattwire.publish.venus.bus;

import java.util.Objects;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MessageFactory;
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

    static Message reply(MessageFactory factory, MethodCall call, BusAnswer answer)
            throws DBusException {
        String signature = answer.signature().isEmpty() ? null : answer.signature();
        Object[] value = signature == null ? new Object[0] : new Object[] {answer.value()};
        return answer.error().isEmpty()
                ? factory.createMethodReturn(call, signature, value)
                : factory.createError(
                        call.getSource(), answer.error(), call.getSerial(), signature, value);
    }

    private static String text(String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
