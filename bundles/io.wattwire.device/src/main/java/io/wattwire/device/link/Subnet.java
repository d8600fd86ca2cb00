package io.wattwire.device.link;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IPv4 network that somebody named for a search.
 *
 * @param first its first address as a number
 * @param bits length of its prefix, 8 to 32
 */
public record Subnet(long first, int bits) {

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
    private static final int LEAST_BITS = 8;
    private static final int ALL_BITS = 32;

    /**
     * Reads a network.
     *
     * @param text such as {@code 192.168.1.0/24}; 8 to 32 bits
     * @return the network
     * @throws IllegalArgumentException if it is no IPv4 network
     */
    public static Subnet parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw wrong(text);
        }
        long address = 0;
        for (int i = 1; i <= 4; i++) {
            int part = Integer.parseInt(form.group(i));
            if (part > 0xFF) {
                throw wrong(text);
            }
            address = address << 8 | part;
        }
        int bits = Integer.parseInt(form.group(5));
        if (bits < LEAST_BITS || bits > ALL_BITS) {
            throw wrong(text);
        }
        return new Subnet(address & -1L << ALL_BITS - bits, bits);
    }

    /**
     * The address that reaches all devices at once.
     *
     * @return dotted
     */
    public String broadcast() {
        return dotted(last());
    }

    /**
     * How many devices it has room for.
     *
     * @return 1 or more
     */
    public long size() {
        return bits >= ALL_BITS - 1 ? last() - first + 1 : last() - first - 1;
    }

    /**
     * The addresses of its devices, without those of the network itself and of all devices.
     *
     * @return dotted, ascending
     * @throws IllegalArgumentException if it has more than 65536
     */
    public List<String> hosts() {
        if (size() > 1 << 16) {
            throw new IllegalArgumentException(
                    dotted(first) + "/" + bits + " is too large to ask each address in it");
        }
        int around = bits >= ALL_BITS - 1 ? 0 : 1;
        List<String> hosts = new ArrayList<>();
        for (long host = first + around; host <= last() - around; host++) {
            hosts.add(dotted(host));
        }
        return hosts;
    }

    private long last() {
        return first | (1L << ALL_BITS - bits) - 1;
    }

    private static String dotted(long address) {
        return (address >> 24 & 0xFF)
                + "."
                + (address >> 16 & 0xFF)
                + "."
                + (address >> 8 & 0xFF)
                + "."
                + (address & 0xFF);
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "subnet '" + text + "' is no IPv4 network; write for example 192.168.1.0/24");
    }
}
