package io.wattwire.device.server;

import java.time.Duration;

/**
 * How a request is answered. Start with {@link #normal()}, {@link #silent()}, {@link
 * #exception(int)}, {@link #garbage(byte[])} or {@link #hangUp()} and bend it further, for example
 * {@code Answer.normal().delayed(ofSeconds(1)).dripping(ofMillis(450))}. Immutable.
 */
public final class Answer {

    /** What the answer is made of. */
    enum Body {
        NORMAL,
        EXCEPTION,
        GARBAGE,
        HANG_UP
    }

    private final Body body;
    private final int code;
    private final byte[] bytes;
    private final int times;
    private final Duration delay;
    private final Duration drip;
    private final int unit;
    private final int transactionShift;

    private Answer(
            Body body,
            int code,
            byte[] bytes,
            int times,
            Duration delay,
            Duration drip,
            int unit,
            int shift) {
        this.body = body;
        this.code = code;
        this.bytes = bytes;
        this.times = times;
        this.delay = delay;
        this.drip = drip;
        this.unit = unit;
        this.transactionShift = shift;
    }

    private static Answer of(Body body, int code, byte[] bytes, int times) {
        return new Answer(body, code, bytes, times, Duration.ZERO, Duration.ZERO, -1, 0);
    }

    /**
     * The right answer, at once.
     *
     * @return the answer
     */
    public static Answer normal() {
        return of(Body.NORMAL, 0, new byte[0], 1);
    }

    /**
     * The request is carried out, no answer comes.
     *
     * @return the answer
     */
    public static Answer silent() {
        return normal().times(0);
    }

    /**
     * The request is not carried out, an exception answer comes.
     *
     * @param code Modbus exception code, 1 to 255
     * @return the answer
     */
    public static Answer exception(int code) {
        return of(Body.EXCEPTION, code, new byte[0], 1);
    }

    /**
     * The request is not carried out, these bytes come without any framing.
     *
     * @param bytes raw bytes
     * @return the answer
     */
    public static Answer garbage(byte[] bytes) {
        return of(Body.GARBAGE, 0, bytes.clone(), 1);
    }

    /**
     * The request is not carried out and the connection is closed; on a serial line this is
     * silence.
     *
     * @return the answer
     */
    public static Answer hangUp() {
        return of(Body.HANG_UP, 0, new byte[0], 0);
    }

    /**
     * Sends the same answer several times.
     *
     * @param count how often, 0 for never
     * @return the changed answer
     */
    public Answer times(int count) {
        return new Answer(body, code, bytes, count, delay, drip, unit, transactionShift);
    }

    /**
     * Waits before the answer. The connection takes no other request meanwhile.
     *
     * @param wait how long
     * @return the changed answer
     */
    public Answer delayed(Duration wait) {
        return new Answer(body, code, bytes, times, wait, drip, unit, transactionShift);
    }

    /**
     * Sends the answer byte by byte.
     *
     * @param gap wait before each byte
     * @return the changed answer
     */
    public Answer dripping(Duration gap) {
        return new Answer(body, code, bytes, times, delay, gap, unit, transactionShift);
    }

    /**
     * Puts another unit id into the answer.
     *
     * @param id unit id, 0 to 255
     * @return the changed answer
     */
    public Answer fromUnit(int id) {
        return new Answer(body, code, bytes, times, delay, drip, id, transactionShift);
    }

    /**
     * Adds to the transaction number of a Modbus TCP answer; RTU has none.
     *
     * @param difference what is added
     * @return the changed answer
     */
    public Answer shiftTransaction(int difference) {
        return new Answer(body, code, bytes, times, delay, drip, unit, difference);
    }

    Body body() {
        return body;
    }

    int code() {
        return code;
    }

    byte[] bytes() {
        return bytes;
    }

    int times() {
        return times;
    }

    Duration delay() {
        return delay;
    }

    Duration drip() {
        return drip;
    }

    int unitOr(int asked) {
        return unit < 0 ? asked : unit;
    }

    int transaction(int asked) {
        return asked + transactionShift & 0xFFFF;
    }
}
