package io.wattwire.simulator;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that goes wrong with a device.
 *
 * <p>As text: {@code kind[:parameter][:length][@start]}, for example {@code silence:10s}, {@code
 * delay:300ms}, {@code exception:4:30s@20s}, {@code restart:5s@1min}. Without length it stays until
 * it is cleared; without start it begins at once.
 *
 * @param kind what goes wrong
 * @param start when, after the fault was handed in
 * @param length how long, {@link Duration#ZERO} until cleared
 * @param delay by how much answers come later; only for {@link Kind#DELAY}, else zero
 * @param exceptionCode Modbus exception code for {@link Kind#EXCEPTION}, the logger's code for
 *     {@link Kind#LOGGER_ERROR}, else 0
 */
public record Fault(Kind kind, Duration start, Duration length, Duration delay, int exceptionCode) {

    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|min)");
    private static final String FORM =
            "; write kind[:parameter][:length][@start], for example silence:10s, delay:300ms,"
                    + " exception:4:30s or restart:5s@20s";

    /** What can go wrong. */
    public enum Kind {
        /** Requests are not heard. */
        SILENCE,
        /** What is asked is done, but the answer gets lost. */
        LOST_ANSWER,
        /** Answers come later. */
        DELAY,
        /** Answers are noise. */
        GARBAGE,
        /** Requests are answered by an exception. */
        EXCEPTION,
        /** The device reboots: silent, then with the settings that it stored. */
        RESTART,
        /** Answers carry the unit id of another device. */
        WRONG_UNIT,
        /** Writes are acknowledged and have no effect. */
        IGNORE_WRITES,
        /** Values stay what they were. */
        FROZEN,
        /** Answers come one byte every 450 ms, which never trips a time-out per byte of 500 ms. */
        DRIP,
        /** A logger says before and behind each answer that it is alive, as it may at any time. */
        HEARTBEAT,
        /** A logger pushes to its clients what its cloud gets, and opens sessions. */
        PUSH,
        /** A logger shows its clients the answers to another one. */
        OTHER_CLIENT,
        /** A logger has no answer of the device and says so. */
        LOGGER_ERROR,
        /** A logger puts a checksum over the checksum behind each answer. */
        DOUBLE_CHECKSUM,
        /** An HTTP device answers with a page for people. */
        NOT_JSON;

        /**
         * Its name in the text form of a fault.
         *
         * @return lower case, for example {@code wrong-unit}
         */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Checks the values.
     *
     * @param kind what goes wrong
     * @param start when
     * @param length how long
     * @param delay by how much answers come later
     * @param exceptionCode Modbus exception code
     * @throws IllegalArgumentException when they do not fit each other
     */
    public Fault {
        Objects.requireNonNull(kind, "kind");
        if (start.isNegative() || length.isNegative() || delay.isNegative()) {
            throw new IllegalArgumentException("times of a fault may not be negative");
        }
        boolean coded = kind == Kind.EXCEPTION || kind == Kind.LOGGER_ERROR;
        if (coded && (exceptionCode < 1 || exceptionCode > 0xFF)) {
            throw new IllegalArgumentException("exception and logger error codes must be 1 to 255");
        }
        if (kind == Kind.RESTART && length.isZero()) {
            throw new IllegalArgumentException("a restart needs a length, for example restart:5s");
        }
    }

    /**
     * A fault that begins at once and stays until it is cleared.
     *
     * @param kind what goes wrong; not one that needs a parameter
     * @return the fault
     * @throws IllegalArgumentException when the kind needs a parameter
     */
    public static Fault of(Kind kind) {
        return new Fault(kind, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);
    }

    /**
     * Reads the text form.
     *
     * @param text for example {@code silence:10s}
     * @return the fault
     * @throws IllegalArgumentException when it is no fault; the message shows the right form
     */
    public static Fault parse(String text) {
        String[] parts = text.strip().split("@", -1);
        if (parts.length > 2) {
            throw wrong(text, "has more than one start");
        }
        Duration start = parts.length == 2 ? time(text, parts[1]) : Duration.ZERO;
        String[] words = parts[0].split(":", -1);
        Kind kind = kind(text, words[0]);
        boolean coded = kind == Kind.EXCEPTION || kind == Kind.LOGGER_ERROR;
        boolean parameter = kind == Kind.DELAY || coded;
        int lengthAt = parameter ? 2 : 1;
        if (words.length > lengthAt + 1 || (parameter && words.length < 2)) {
            throw wrong(text, "has the wrong number of parts for " + kind.text());
        }
        Duration length = words.length > lengthAt ? time(text, words[lengthAt]) : Duration.ZERO;
        Duration delay = kind == Kind.DELAY ? time(text, words[1]) : Duration.ZERO;
        int code = coded ? code(text, words[1]) : 0;
        return new Fault(kind, start, length, delay, code);
    }

    private static Kind kind(String text, String word) {
        for (Kind kind : Kind.values()) {
            if (kind.text().equals(word)) {
                return kind;
            }
        }
        StringBuilder known = new StringBuilder();
        for (Kind kind : Kind.values()) {
            known.append(known.length() == 0 ? "" : ", ").append(kind.text());
        }
        throw wrong(text, "names no kind of fault (" + known + ")");
    }

    private static int code(String text, String word) {
        if (!word.matches("\\d{1,3}")) {
            throw wrong(text, "needs an exception code of 1 to 255");
        }
        return Integer.parseInt(word);
    }

    private static Duration time(String text, String word) {
        Matcher matcher = TIME.matcher(word);
        if (!matcher.matches()) {
            throw wrong(text, "has '" + word + "' for a time, which is a number with ms, s or min");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }

    private static IllegalArgumentException wrong(String text, String cause) {
        return new IllegalArgumentException("fault '" + text + "' " + cause + FORM);
    }

    /**
     * The same fault at another time.
     *
     * @param newStart when, after it was handed in
     * @return a new fault
     */
    public Fault at(Duration newStart) {
        return new Fault(kind, newStart, length, delay, exceptionCode);
    }
}
