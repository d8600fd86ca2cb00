package io.wattwire.publish.venus.bus;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Where a bus is.
 *
 * @param text as it was written, for messages
 * @param path of the unix socket; empty for TCP
 * @param host for TCP
 * @param port for TCP
 * @param uid who we are to the bus (0 is root); empty: who the socket says we are
 */
public record BusPlace(String text, String path, String host, int port, OptionalInt uid) {

    /** Port of the bus of a GX that was opened to its network. */
    public static final int PORT = 78;

    private static final int LONGEST_PATH = 100;
    private static final int LONGEST_HOST = 253;
    private static final int HIGHEST_PORT = 65_535;

    /**
     * Reads an address as D-Bus has it, or a host with its port.
     *
     * @param text {@code unix:path=/run/dbus/system_bus_socket}, {@code tcp:host=gx,port=78},
     *     {@code gx:78} or {@code gx}
     * @param uid who we are to the bus; empty: who the socket says we are
     * @return the place
     * @throws IllegalArgumentException saying what is wrong
     */
    public static BusPlace parse(String text, OptionalInt uid) {
        if (text.startsWith("unix:")) {
            return socket(text, uid);
        }
        if (text.startsWith("tcp:")) {
            Map<String, String> keys = keys(text.substring("tcp:".length()));
            String port = keys.getOrDefault("port", String.valueOf(PORT));
            return tcp(text, keys.getOrDefault("host", ""), port, uid);
        }
        int colon = text.lastIndexOf(':');
        boolean lone = colon < 0 || text.endsWith("]");
        String host = lone ? text : text.substring(0, colon);
        return tcp(text, host, lone ? String.valueOf(PORT) : text.substring(colon + 1), uid);
    }

    private static BusPlace socket(String text, OptionalInt uid) {
        String path = keys(text.substring("unix:".length())).getOrDefault("path", "");
        if (!path.startsWith("/") || path.length() > LONGEST_PATH) {
            throw wrong(text);
        }
        return new BusPlace(text, path, "", 0, uid);
    }

    private static BusPlace tcp(String text, String host, String port, OptionalInt uid) {
        boolean ok =
                host.matches("[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\]")
                        && host.length() <= LONGEST_HOST
                        && port.matches("[0-9]{1,5}");
        int number = ok ? Integer.parseInt(port) : 0;
        if (number < 1 || number > HIGHEST_PORT) {
            throw wrong(text);
        }
        return new BusPlace(text, "", host, number, uid);
    }

    private static Map<String, String> keys(String list) {
        Map<String, String> keys = new HashMap<>();
        for (String pair : list.split(",")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                keys.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return keys;
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "'"
                        + text
                        + "' is no address of a bus; write tcp:host=NAME,port=78 or"
                        + " unix:path=/run/dbus/system_bus_socket");
    }

    /**
     * Tells how it is reached.
     *
     * @return whether by a socket of this machine
     */
    public boolean isLocal() {
        return !path.isEmpty();
    }

    SocketAddress address() {
        return isLocal() ? UnixDomainSocketAddress.of(path) : new InetSocketAddress(host, port);
    }

    @Override
    public String toString() {
        return text;
    }
}
