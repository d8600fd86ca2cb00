package io.wattwire.device.plan;

import java.time.Duration;

/**
 * What a read request costs on a link.
 *
 * @param fixedMicros microseconds that every request takes, whatever it reads
 * @param perWordMicros microseconds for each word read
 */
public record Cost(double fixedMicros, double perWordMicros) {

    /**
     * Cost on a serial line.
     *
     * @param baud bits per second
     * @param bitsPerChar bits per byte on the wire
     * @param turnaround time from the last byte of the request to the first byte of the answer
     * @return the cost
     */
    public static Cost rtu(int baud, int bitsPerChar, Duration turnaround) {
        double micros = 1e6 * bitsPerChar / baud;
        return new Cost(20 * micros + turnaround.toNanos() / 1e3, 2 * micros);
    }

    /**
     * Cost over TCP.
     *
     * @param turnaround time from request to answer
     * @return the cost
     */
    public static Cost tcp(Duration turnaround) {
        return new Cost(turnaround.toNanos() / 1e3, 0.2);
    }
}
