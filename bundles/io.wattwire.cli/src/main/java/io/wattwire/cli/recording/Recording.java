package io.wattwire.cli.recording;

import io.wattwire.device.server.ReplayServer;
import java.util.ArrayList;
import java.util.List;

/**
 * A conversation with a device, as a file tells it.
 *
 * @param device what the command line calls the device
 * @param options options that tell how it was read, without its place
 * @param link text of its link's address
 * @param names what was read; empty for all
 * @param frames what went over the wire, in order
 * @param cycles what was read, in order
 */
public record Recording(
        String device,
        List<String> options,
        String link,
        List<String> names,
        List<Moment> frames,
        List<Cycle> cycles) {

    /**
     * Bytes on the wire.
     *
     * @param millis since the begin
     * @param sent whether we sent them
     * @param unit unit id, 0 where there is none
     * @param bytes the bytes
     */
    public record Moment(long millis, boolean sent, int unit, byte[] bytes) {}

    /**
     * What one reading of all names gave.
     *
     * @param millis when it began, since the begin
     * @param values one line per name, in order
     */
    public record Cycle(long millis, List<String> values) {}

    /**
     * The frames as requests and what came back.
     *
     * @return in order; bytes before the first request are left out
     */
    public List<ReplayServer.Exchange> exchanges() {
        List<ReplayServer.Exchange> exchanges = new ArrayList<>();
        byte[] request = null;
        List<byte[]> answers = new ArrayList<>();
        for (Moment moment : frames) {
            if (!moment.sent()) {
                answers.add(moment.bytes());
            } else if (moment.unit() > 0 || !repliesToItself()) {
                add(exchanges, request, answers);
                request = moment.bytes();
                answers = new ArrayList<>();
            }
        }
        add(exchanges, request, answers);
        return exchanges;
    }

    /** Where the other end speaks by itself, what it is told has no unit and is no request. */
    private boolean repliesToItself() {
        return link.startsWith("solarman:") || link.startsWith("givenergy:");
    }

    private static void add(
            List<ReplayServer.Exchange> exchanges, byte[] request, List<byte[]> answers) {
        if (request != null) {
            exchanges.add(new ReplayServer.Exchange(request, answers));
        }
    }
}
