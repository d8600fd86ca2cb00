package io.wattwire.publish.pvoutput.api;

import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What PVOutput said.
 *
 * @param status the HTTP code
 * @param body the text
 * @param remaining requests that the key has left; empty where it is not told
 * @param limit requests that the key has in an hour; empty where it is not told
 * @param reset when it has them again, in s since 1970; empty where it is not told
 */
public record PvOutputAnswer(
        int status, String body, OptionalLong remaining, OptionalLong limit, OptionalLong reset) {

    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int LONGEST_REASON = 200;

    /** {@code Bad request 400: <reason>} and the like. */
    private static final Pattern PREFIX = Pattern.compile("^[A-Za-z ]{2,30}\\d{3}: ?");

    static PvOutputAnswer of(int status, String body, UnaryOperator<String> header) {
        return new PvOutputAnswer(
                status,
                body,
                number(header.apply("x-rate-limit-remaining")),
                number(header.apply("x-rate-limit-limit")),
                number(header.apply("x-rate-limit-reset")));
    }

    private static OptionalLong number(String text) {
        return text.matches("\\d{1,12}")
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }

    /**
     * Tells whether the request was taken.
     *
     * @return true for 200
     */
    public boolean good() {
        return status == OK;
    }

    /**
     * Tells whether the key has no request left.
     *
     * @return true also where only the text says so
     */
    public boolean usedUp() {
        boolean refused = status == FORBIDDEN || status == TOO_MANY;
        boolean none = remaining.isPresent() && remaining.getAsLong() == 0;
        return refused && (none || status == TOO_MANY || body.contains("Exceeded"));
    }

    /**
     * Gives the text for a log.
     *
     * @return one line without the code, at most 200 characters
     */
    public String reason() {
        String line = body.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        String text = PREFIX.matcher(line).replaceFirst("");
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "…";
    }
}
