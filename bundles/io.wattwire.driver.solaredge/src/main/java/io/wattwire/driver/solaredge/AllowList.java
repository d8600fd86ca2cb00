package io.wattwire.driver.solaredge;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Addresses and networks that may connect; an empty list allows all.
 *
 * @param text as it was written
 * @param networks what it means
 */
record AllowList(String text, List<Network> networks) implements Predicate<InetAddress> {

    private static final Pattern NUMERIC = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]{2,45}");

    /**
     * A network.
     *
     * @param address its bytes
     * @param bits how many of its bits count
     */
    record Network(List<Byte> address, int bits) {

        boolean contains(byte[] other) {
            if (other.length != address.size()) {
                return false;
            }
            for (int i = 0; i < bits; i++) {
                int mask = 0x80 >> i % 8;
                if (((address.get(i / 8) ^ other[i / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Reads a list.
     *
     * @param text {@code 192.168.1.20, 10.0.0.0/24}
     * @throws IllegalArgumentException if a part is neither an address nor a network
     */
    static AllowList parse(String text) {
        List<Network> networks = new ArrayList<>();
        for (String part : text.strip().split("[,\\s]+")) {
            if (!part.isEmpty()) {
                networks.add(network(part));
            }
        }
        return new AllowList(text.strip(), List.copyOf(networks));
    }

    private static Network network(String part) {
        int slash = part.indexOf('/');
        String host = slash < 0 ? part : part.substring(0, slash);
        try {
            byte[] bytes = NUMERIC.matcher(host).matches() ? address(host) : new byte[0];
            int most = bytes.length * 8;
            int bits = slash < 0 ? most : Integer.parseInt(part.substring(slash + 1));
            if (most > 0 && bits >= 0 && bits <= most) {
                Byte[] boxed = new Byte[bytes.length];
                Arrays.setAll(boxed, i -> bytes[i]);
                return new Network(List.of(boxed), bits);
            }
        } catch (UnknownHostException | NumberFormatException wrong) {
            // told below
        }
        throw new IllegalArgumentException(
                "'" + part + "' is no address; write for example 192.168.1.20 or 192.168.1.0/24");
    }

    private static byte[] address(String numeric) throws UnknownHostException {
        return InetAddress.getByName(numeric).getAddress();
    }

    @Override
    public boolean test(InetAddress client) {
        return networks.isEmpty()
                || networks.stream().anyMatch(network -> network.contains(client.getAddress()));
    }
}
