package io.wattwire.publish.line;

import io.wattwire.publish.Delivery;
import io.wattwire.publish.http.HttpCall;
import java.io.IOException;
import java.util.List;

/**
 * Writes lines to InfluxDB. Lines that the database will never take are found by halving what it
 * refused, so that one bad field does not cost its neighbours, and only those that are really
 * refused are counted: which they are, versions of the database tell differently or not at all.
 */
public final class LineWrite {

    private static final int LONGEST_REASON = 300;
    private static final int BAD = 400;
    private static final int TOO_LARGE = 413;
    private static final int UNPROCESSABLE = 422;

    /** One request with some lines. */
    public interface Post {

        /**
         * Posts lines.
         *
         * @param lines at least one
         * @return what the database answered
         * @throws IOException if there was no answer
         * @throws InterruptedException if the thread is to end
         */
        HttpCall.Answer send(List<Line> lines) throws IOException, InterruptedException;
    }

    /** What to say of an answer that is no refusal of lines. */
    public interface Problem {

        /**
         * Judges an answer.
         *
         * @param answer that is neither success nor about single lines
         * @return to be thrown, so that the lines are kept
         */
        IOException of(HttpCall.Answer answer);
    }

    private final Post post;
    private final Problem problem;

    /**
     * Makes a writer.
     *
     * @param post how lines are sent
     * @param problem what other failures mean
     */
    public LineWrite(Post post, Problem problem) {
        this.post = post;
        this.problem = problem;
    }

    /**
     * Writes lines; those that were taken may be sent again, which writes the same point over.
     *
     * @param lines at least one
     * @return what was refused for ever
     * @throws IOException if the lines are to be kept
     * @throws InterruptedException if the thread is to end
     */
    public Delivery write(List<Line> lines) throws IOException, InterruptedException {
        HttpCall.Answer answer = post.send(lines);
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return Delivery.COMPLETE;
        }
        boolean refused = status == BAD || status == UNPROCESSABLE || status == TOO_LARGE;
        if (!refused) {
            throw problem.of(answer);
        }
        if (lines.size() == 1) {
            return new Delivery(lines.get(0).samples(), reason(answer));
        }
        int middle = lines.size() / 2;
        Delivery low = write(lines.subList(0, middle));
        Delivery high = write(lines.subList(middle, lines.size()));
        return new Delivery(
                low.refused() + high.refused(),
                low.reason().isEmpty() ? high.reason() : low.reason());
    }

    /**
     * What the database said, fit for a log.
     *
     * @param answer of the database
     * @return one line of bounded length
     */
    public static String reason(HttpCall.Answer answer) {
        String text = answer.body().replaceAll("\\p{Cntrl}+", " ").strip();
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "…";
    }
}
