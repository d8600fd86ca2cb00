package io.wattwire.publish;

/**
 * Numbers as text, quickly: what devices measure has at most three digits behind the point, which
 * needs no search for the shortest text.
 */
public final class Decimals {

    private static final double MOST = 1e12;
    private static final long THOUSAND = 1000;
    private static final long HUNDRED = 100;
    private static final long TEN = 10;

    private Decimals() {}

    /**
     * Appends a text that reads back as the same number; the one of {@link Double#toString} for
     * what has three digits behind the point or fewer and lies below 10^7.
     *
     * @param text where to
     * @param number any
     */
    public static void append(StringBuilder text, double number) {
        long thousandths = Math.round(number * THOUSAND);
        // a quotient is rounded as a reader rounds its decimal text, so that equal means the same
        boolean exact =
                Math.abs(number) < MOST
                        && thousandths / (double) THOUSAND == number
                        && thousandths != 0;
        if (!exact) {
            text.append(number);
            return;
        }
        if (thousandths < 0) {
            text.append('-');
        }
        long size = Math.abs(thousandths);
        text.append(size / THOUSAND).append('.');
        long behind = size % THOUSAND;
        text.append((char) ('0' + behind / HUNDRED));
        if (behind % HUNDRED != 0) {
            text.append((char) ('0' + behind / TEN % TEN));
        }
        if (behind % TEN != 0) {
            text.append((char) ('0' + behind % TEN));
        }
    }
}
