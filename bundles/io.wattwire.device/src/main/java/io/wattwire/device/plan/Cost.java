package io.wattwire.device.plan;

import java.time.Duration;
import java.util.Collection;

/**
 * What a read request costs on a link: a fixed part and a part for each word of the answer. A coil
 * counts as a bit of a word, in whole bytes.
 *
 * @param fixedMicros frames without data, silences and turnaround, in µs
 * @param perWordMicros each word of the answer, in µs
 */
public record Cost(double fixedMicros, double perWordMicros) {
    /** Unit, function, address, count, CRC; and unit, function, byte count, CRC. */
    private static final int RTU_FRAME_CHARS = 8 + 5;

    private static final double SILENT_CHARS = 3.5;

    /**
     * Modbus over Serial Line 2.5.1.1: silences are told in characters of 11 bits, also where a
     * line has 10.
     */
    private static final int SILENT_CHAR_BITS = 11;

    private static final int FAST_BAUD = 19_200;
    private static final double FAST_SILENCE_MICROS = 1750;

    /** Request and answer with their MBAP, TCP, IP and Ethernet headers, at 100 Mbit/s. */
    private static final double TCP_FRAMES_MICROS = 14;

    private static final double TCP_WORD_MICROS = 0.16;

    /**
     * Checks that both parts are finite and not negative. {@inheritDoc}
     *
     * @throws IllegalArgumentException if they are not
     */
    public Cost {
        if (!(fixedMicros >= 0
                && perWordMicros >= 0
                && Double.isFinite(fixedMicros + perWordMicros))) {
            throw new IllegalArgumentException(
                    "cost of " + fixedMicros + " µs + " + perWordMicros + " µs");
        }
    }

    /**
     * The cost on a serial line: request of 8 and answer of 5 + 2n characters, and a silence of 3.5
     * characters after each, which above 19 200 Bd is 1.75 ms.
     *
     * @param baud speed in Bd
     * @param bitsPerChar 10 for 8N1, 11 for 8E1, 8O1 and 8N2
     * @param turnaround time from the end of the request to the start of the answer
     * @return the cost
     * @throws IllegalArgumentException if an argument is not positive, turnaround may be zero
     */
    public static Cost rtu(int baud, int bitsPerChar, Duration turnaround) {
        if (baud < 1 || bitsPerChar < 1) {
            throw new IllegalArgumentException(
                    "a line of " + baud + " Bd and " + bitsPerChar + " bits per character");
        }
        double bit = 1e6 / baud;
        double character = bitsPerChar * bit;
        double silence =
                baud > FAST_BAUD ? FAST_SILENCE_MICROS : SILENT_CHARS * SILENT_CHAR_BITS * bit;
        return new Cost(
                RTU_FRAME_CHARS * character + 2 * silence + micros(turnaround), 2 * character);
    }

    /**
     * The cost on a local network, where words cost next to nothing.
     *
     * @param turnaround time from request to answer, the network's included
     * @return the cost
     * @throws IllegalArgumentException if the turnaround is negative
     */
    public static Cost tcp(Duration turnaround) {
        return new Cost(TCP_FRAMES_MICROS + micros(turnaround), TCP_WORD_MICROS);
    }

    private static double micros(Duration duration) {
        return duration.toNanos() / 1e3;
    }

    /**
     * The cost of one request.
     *
     * @param block the request
     * @return in µs
     */
    public double micros(Block block) {
        double words = block.kind().bits() ? (block.count() + 7) / 8 / 2.0 : block.count();
        return fixedMicros + words * perWordMicros;
    }

    /**
     * The cost of several requests.
     *
     * @param blocks the requests
     * @return in µs
     */
    public double micros(Collection<Block> blocks) {
        return blocks.stream().mapToDouble(this::micros).sum();
    }
}
