package io.wattwire.device.link;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * What is known of one inverter on a line. Its address stays the same as long as this line is in
 * use, also over nights; the layouts are asked for after each registration.
 */
final class CmsInverter {

    /** So long the values of one status answer serve requests for other ones of them. */
    private static final long SHARED_NANOS = 500_000_000;

    final byte[] serialNumber;
    final int address;

    /** Whether it takes the address in two bytes; found out when one byte was not answered. */
    boolean wide;

    boolean registered;
    int silences;
    byte[] version;
    byte[] statusLayout;
    byte[] parameterLayout;

    private int[] status;
    private long statusNanos;
    private final BitSet served = new BitSet();

    CmsInverter(byte[] serialNumber, int address) {
        this.serialNumber = serialNumber;
        this.address = address;
    }

    String name() {
        return new String(serialNumber, StandardCharsets.ISO_8859_1).strip();
    }

    /** It has no address any more, and may be another device behind the same number. */
    void forget() {
        registered = false;
        silences = 0;
        version = null;
        forgetLayouts();
    }

    void forgetLayouts() {
        statusLayout = null;
        parameterLayout = null;
        status = null;
    }

    void keep(int[] words, long nowNanos) {
        status = words;
        statusNanos = nowNanos;
        served.clear();
    }

    /**
     * Values that came a moment ago with others and have not been handed out yet: each is handed
     * out once, so that two reads of one value are two questions.
     *
     * @return null if there are none
     */
    int[] atHand(int from, int count, long nowNanos) {
        boolean fresh = status != null && nowNanos - statusNanos < SHARED_NANOS;
        int next = served.nextSetBit(from);
        boolean unused = next < 0 || next >= from + count;
        if (!fresh || !unused) {
            return null;
        }
        served.set(from, from + count);
        return CmsWords.block(status, from, count);
    }
}
