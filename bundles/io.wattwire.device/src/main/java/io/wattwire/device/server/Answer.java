package io.wattwire.device.server;

import java.time.Duration;
import java.util.List;

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
        HANG_UP,
        NOT_REACHED
    }

    /** What only a logger does. */
    private record Logger(List<Chatter> before, List<Chatter> after, boolean summedTwice) {
        static final Logger QUIET = new Logger(List.of(), List.of(), false);
    }

    private final Body body;
    private final int code;
    private final byte[] bytes;
    private final int times;
    private final Duration delay;
    private final Duration drip;
    private final int unit;
    private final int transactionShift;
    private final Logger logger;

    private Answer(
            Body body,
            int code,
            byte[] bytes,
            int times,
            Duration delay,
            Duration drip,
            int unit,
            int shift,
            Logger logger) {
        this.body = body;
        this.code = code;
        this.bytes = bytes;
        this.times = times;
        this.delay = delay;
        this.drip = drip;
        this.unit = unit;
        this.transactionShift = shift;
        this.logger = logger;
    }

    private static Answer of(Body body, int code, byte[] bytes, int times) {
        return new Answer(
                body, code, bytes, times, Duration.ZERO, Duration.ZERO, -1, 0, Logger.QUIET);
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
     * The request does not reach the device, and a logger says so; others stay silent.
     *
     * @param code what the logger reports, 0 to 255; 5 and 6 have been seen
     * @return the answer
     */
    public static Answer notReached(int code) {
        return of(Body.NOT_REACHED, code, new byte[0], 1);
    }

    /**
     * Sends the same answer several times.
     *
     * @param count how often, 0 for never
     * @return the changed answer
     */
    public Answer times(int count) {
        return new Answer(body, code, bytes, count, delay, drip, unit, transactionShift, logger);
    }

    /**
     * Waits before the answer. The connection takes no other request meanwhile.
     *
     * @param wait how long
     * @return the changed answer
     */
    public Answer delayed(Duration wait) {
        return new Answer(body, code, bytes, times, wait, drip, unit, transactionShift, logger);
    }

    /**
     * Sends the answer byte by byte.
     *
     * @param gap wait before each byte
     * @return the changed answer
     */
    public Answer dripping(Duration gap) {
        return new Answer(body, code, bytes, times, delay, gap, unit, transactionShift, logger);
    }

    /**
     * Puts another unit id into the answer.
     *
     * @param id unit id, 0 to 255
     * @return the changed answer
     */
    public Answer fromUnit(int id) {
        return new Answer(body, code, bytes, times, delay, drip, id, transactionShift, logger);
    }

    /**
     * Adds to the transaction number of a Modbus TCP answer; RTU has none.
     *
     * @param difference what is added
     * @return the changed answer
     */
    public Answer shiftTransaction(int difference) {
        return new Answer(body, code, bytes, times, delay, drip, unit, difference, logger);
    }

    /**
     * Lets a logger say something before the answer, in the same segment.
     *
     * @param kinds what, in order
     * @return the changed answer
     */
    public Answer after(Chatter... kinds) {
        return with(new Logger(List.of(kinds), logger.after, logger.summedTwice));
    }

    /**
     * Lets a logger say something behind the answer, in the same segment.
     *
     * @param kinds what, in order
     * @return the changed answer
     */
    public Answer before(Chatter... kinds) {
        return with(new Logger(logger.before, List.of(kinds), logger.summedTwice));
    }

    /**
     * Puts the checksum of frame and checksum behind the frame, two zeros, as some loggers do.
     *
     * @return the changed answer
     */
    public Answer doubleChecksum() {
        return with(new Logger(logger.before, logger.after, true));
    }

    private Answer with(Logger changed) {
        return new Answer(body, code, bytes, times, delay, drip, unit, transactionShift, changed);
    }

    List<Chatter> chatterBefore() {
        return logger.before;
    }

    List<Chatter> chatterAfter() {
        return logger.after;
    }

    boolean summedTwice() {
        return logger.summedTwice;
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
