package io.wattwire.publish.venus.bus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MessageFactory;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.messages.constants.Endian;

/** One that is connected with a {@link VirtualBus}. */
final class Seat {

    private static final String BUS = BusConnection.BUS;

    private final MessageFactory factory = new MessageFactory(Endian.LITTLE);
    private final VirtualBus bus;
    private final String name;
    private final SocketChannel channel;
    private boolean watches;

    Seat(VirtualBus bus, String name, SocketChannel channel) {
        this.bus = bus;
        this.name = name;
        this.channel = channel;
    }

    void start() {
        Thread thread = new Thread(this::run, "bus" + name);
        thread.setDaemon(true);
        thread.start();
    }

    void end() {
        try {
            channel.close();
        } catch (IOException gone) {
            // that was wanted
        }
    }

    private void run() {
        try {
            login();
            bus.owners().put(name, this);
            Frames frames = new Frames(channel);
            while (true) {
                carry(frames.read());
            }
        } catch (IOException | DBusException gone) {
            bus.seats().remove(this);
            List<String> names = new ArrayList<>(bus.owners().keySet());
            names.forEach(it -> give(it));
        }
    }

    private void give(String owned) {
        if (bus.owners().remove(owned, this)) {
            Object[] change = {owned, name, ""};
            try {
                broadcast(factory.createSignal(BUS, "/", BUS, "NameOwnerChanged", "sss", change));
            } catch (DBusException wrong) {
                throw new IllegalStateException(wrong);
            }
        }
    }

    private void login() throws IOException {
        String line = line();
        while (!line.equals("BEGIN")) {
            String answer = line.startsWith("AUTH EXTERNAL") ? "DATA" : "OK 1234deadbeef";
            channel.write(StandardCharsets.US_ASCII.encode(answer + "\r\n"));
            line = line();
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (one.get(0) != '\n') {
            one.clear();
            if (channel.read(one) < 0) {
                throw new IOException("gone");
            }
            line.append((char) one.get(0));
        }
        return line.toString().strip();
    }

    private void carry(Message message) throws DBusException {
        if (message instanceof MethodCall call && BUS.equals(call.getDestination())) {
            answer(call);
        } else if (message instanceof DBusSignal) {
            message.setSource(name);
            broadcast(message);
        } else {
            message.setSource(name);
            Seat other = bus.owners().get(message.getDestination());
            if (other == null) {
                Object[] text = {"nobody is " + message.getDestination()};
                long serial = message.getSerial();
                send(
                        factory.createError(
                                BUS, name, BUS + ".Error.ServiceUnknown", serial, "s", text));
            } else {
                other.send(message);
            }
        }
    }

    private void broadcast(Message message) {
        for (Seat seat : bus.seats()) {
            if (seat.watches) {
                seat.send(message);
            }
        }
    }

    private synchronized void send(Message message) {
        try {
            new Frames(channel).write(Frames.bytes(message));
        } catch (IOException left) {
            end();
        }
    }

    private void answer(MethodCall call) throws DBusException {
        Object first = call.getSig() == null ? "" : call.getParameters()[0];
        switch (call.getName()) {
            case "Hello" -> reply(call, "s", name);
            case "AddMatch" -> {
                watches = true;
                reply(call, null);
            }
            case "RequestName" -> {
                Seat before = bus.owners().putIfAbsent(String.valueOf(first), this);
                reply(call, "u", before == null ? 1 : before == this ? 4 : 3);
            }
            case "ReleaseName" -> {
                give(String.valueOf(first));
                reply(call, "u", 1);
            }
            case "ListNames" -> reply(call, "as", List.copyOf(bus.owners().keySet()));
            default -> reply(call, "s", bus.owners().get(String.valueOf(first)).name);
        }
    }

    private void reply(MethodCall call, String signature, Object... values) throws DBusException {
        Message reply = factory.createMethodReturn(BUS, call, signature, values);
        send(reply);
    }
}
