package io.wattwire.publish.venus.bus;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MessageFactory;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.messages.constants.Endian;
import org.freedesktop.dbus.messages.constants.Flags;

/**
 * One connection with a bus, logged in and greeted. When it ends it stays ended; {@link BusLink}
 * makes another. Thread-safe. Signals and calls arrive on its one reading thread, which may not
 * wait: {@link #call} is refused there.
 */
public final class BusConnection implements AutoCloseable {

    /** Name and interface of the bus itself. */
    public static final String BUS = "org.freedesktop.DBus";

    private static final long CALL_MILLIS = 5_000;
    private static final int DO_NOT_QUEUE = 4;
    private static final int OWNER = 1;
    private static final int ALREADY_OWNER = 4;

    private final MessageFactory factory = new MessageFactory(Endian.LITTLE);
    private final Pending pending = new Pending();
    private final Line line;
    private volatile BusObjects objects =
            call -> BusAnswer.error(BusAnswer.UNKNOWN_OBJECT, "there are no objects here");
    private volatile Consumer<BusSignal> listener = signal -> {};
    private volatile String name = "";

    private BusConnection(BusPlace place, String owner) {
        line = new Line(place, owner, this::received, pending::end);
    }

    /**
     * Connects, logs in and says hello; takes ten seconds at most.
     *
     * @param place of the bus
     * @param owner for whom, in names of threads
     * @return the connection
     * @throws IOException if there is no bus, or it does not let us in
     */
    public static BusConnection open(BusPlace place, String owner) throws IOException {
        BusConnection connection = new BusConnection(place, owner);
        try {
            connection.line.open();
            connection.name = String.valueOf(connection.ask("Hello", ""));
            return connection;
        } catch (IOException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    /**
     * Tells how the bus calls us.
     *
     * @return unique name, such as {@code :1.42}
     */
    public String name() {
        return name;
    }

    /**
     * Tells whether it can still be used.
     *
     * @return false after the bus went away or it was closed
     */
    public boolean isOpen() {
        return line.isOpen();
    }

    /**
     * Waits for the end of the connection.
     *
     * @param millis at most
     * @return why it ended; empty while it has not
     * @throws InterruptedException if the waiting thread is to stop
     */
    public String awaitEnd(long millis) throws InterruptedException {
        return line.awaitEnd(millis);
    }

    /**
     * Says who hears signals, all that {@link #watch} asked for.
     *
     * @param hears called on the reading thread; may not wait
     */
    public void onSignal(Consumer<BusSignal> hears) {
        listener = hears;
    }

    void serve(BusObjects served) {
        objects = served;
    }

    /**
     * Asks for signals.
     *
     * @param rule of the bus, such as {@code type='signal',member='ItemsChanged'}
     * @throws IOException if the bus refuses, or is gone
     */
    public void watch(String rule) throws IOException {
        ask("AddMatch", "s", rule);
    }

    /**
     * Lists who is on the bus.
     *
     * @return all names, unique ones among them
     * @throws IOException if the bus is gone
     */
    public List<String> names() throws IOException {
        return ask("ListNames", "") instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }

    /**
     * Finds who has a name, as signals bear unique names only.
     *
     * @param wanted a name, such as {@code com.victronenergy.system}
     * @return unique name
     * @throws IOException if nobody has it, or the bus is gone
     */
    public String ownerOf(String wanted) throws IOException {
        return String.valueOf(ask("GetNameOwner", "s", wanted));
    }

    /**
     * Takes a name, or none: it does not wait in a queue for it.
     *
     * @param wanted the name
     * @return whether it is ours now
     * @throws IOException if the bus refuses, or is gone
     */
    public boolean take(String wanted) throws IOException {
        Object answer = ask("RequestName", "su", wanted, DO_NOT_QUEUE);
        return Integer.valueOf(OWNER).equals(answer)
                || Integer.valueOf(ALREADY_OWNER).equals(answer);
    }

    /**
     * Gives a name back.
     *
     * @param ours the name
     * @throws IOException if the bus is gone
     */
    public void release(String ours) throws IOException {
        ask("ReleaseName", "s", ours);
    }

    /**
     * Reads all values of a service, as {@code GetItems} has them.
     *
     * @param service its name
     * @return for each path its value and text (and bounds of settings), by the bus's words {@code
     *     Value}, {@code Text}, {@code Min}, {@code Max}, {@code Default}
     * @throws IOException if it does not answer so, or the bus is gone
     */
    public Map<?, ?> items(String service) throws IOException {
        return call(service, "/", BusItems.INTERFACE, "GetItems", "") instanceof Map<?, ?> items
                ? items
                : Map.of();
    }

    private Object ask(String member, String signature, Object... arguments) throws IOException {
        return call(BUS, "/org/freedesktop/DBus", BUS, member, signature, arguments);
    }

    /**
     * Calls a method and waits for its answer, five seconds at most.
     *
     * @param destination who is called
     * @param path of its object
     * @param service interface
     * @param member method
     * @param signature of the arguments; empty for none
     * @param arguments plain values, one for each type
     * @return first value of the answer; null where there is none, or an invalid one
     * @throws IOException if there is no answer, a {@link BusException} if it is an error
     */
    public Object call(
            String destination,
            String path,
            String service,
            String member,
            String signature,
            Object... arguments)
            throws IOException {
        if (line.isReader()) {
            throw new IllegalStateException("the reading thread cannot wait for an answer");
        }
        try {
            Object[] packed = BusValues.packed(signature, Arrays.asList(arguments));
            String types = signature.isEmpty() ? null : signature;
            MethodCall call =
                    factory.createMethodCall(
                            destination, path, service, member, (byte) 0, types, packed);
            var answer = pending.expect(call.getSerial());
            line.send(call);
            List<Object> values = pending.await(call.getSerial(), answer, CALL_MILLIS);
            return values.isEmpty() ? null : values.get(0);
        } catch (DBusException wrong) {
            throw new IOException(member + " could not be written: " + wrong.getMessage(), wrong);
        }
    }

    /** Emits a signal; whoever is slow does not hold it up. */
    void emit(String path, String service, String member, String signature, Object packed)
            throws IOException {
        try {
            line.send(factory.createSignal(null, path, service, member, signature, packed));
        } catch (DBusException wrong) {
            throw new IOException(member + " could not be written: " + wrong.getMessage(), wrong);
        }
    }

    private void received(Message message) throws IOException, DBusException {
        if (message instanceof MethodCall call) {
            answer(call);
        } else if (message instanceof DBusSignal signal) {
            String type = signal.getInterface() + "." + signal.getName();
            List<Object> arguments = Pending.arguments(signal);
            listener.accept(new BusSignal(signal.getSource(), signal.getPath(), type, arguments));
        } else {
            pending.answered(message);
        }
    }

    private void answer(MethodCall call) throws IOException, DBusException {
        BusAnswer answer = objects.answer(BusCalls.of(call));
        if ((call.getFlags() & Flags.NO_REPLY_EXPECTED) != 0) {
            return;
        }
        line.send(BusCalls.reply(factory, call, answer));
    }

    @Override
    public void close() {
        line.close("closed");
    }
}
