package io.wattwire.bench.encoders;

/** Our encoders against the vendors' Java clients, 10^5 points each. */
public final class EncoderBench {

    private EncoderBench() {}

    /**
     * Prints the table.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        Contest contest = new Contest(Points.COUNT, System.out);
        InfluxLines.run(contest);
        PrometheusPage.run(contest);
        System.out.printf("(%d characters)%n", contest.swallowed());
    }
}
