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

    /** No reader gives up sooner; discoveries ask the same again although somebody answered. */
    private static final long LEAST_PATIENCE_MS = 250;

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

    /** A request with the time when it was sent, and what came before the next one. */
    private record Asked(Moment request, List<Moment> answers) {

        boolean isAnsweredLate() {
            return !answers.isEmpty()
                    && answers.get(0).millis() - request.millis() >= LEAST_PATIENCE_MS;
        }

        ReplayServer.Exchange exchange() {
            return new ReplayServer.Exchange(
                    request.bytes(), answers.stream().map(Moment::bytes).toList());
        }
    }

    /**
     * The frames as requests and what came back. A request that was repeated at once had waited too
     * long for its answer: what came all the same, too late to count, is left out with it, as a
     * reader of the replay does not ask twice.
     *
     * @return in order; bytes before the first request are left out
     */
    public List<ReplayServer.Exchange> exchanges() {
        List<Asked> all = asked();
        List<ReplayServer.Exchange> exchanges = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Asked one = all.get(i);
            boolean late =
                    i + 1 < all.size()
                            && one.isAnsweredLate()
                            && isRepeated(one.request(), all.get(i + 1).request());
            if (!late) {
                exchanges.add(one.exchange());
            }
        }
        return exchanges;
    }

    private List<Asked> asked() {
        List<Asked> all = new ArrayList<>();
        for (Moment moment : frames) {
            if (moment.sent() && (moment.unit() > 0 || !repliesToItself())) {
                all.add(new Asked(moment, new ArrayList<>()));
            } else if (!moment.sent() && !all.isEmpty()) {
                all.get(all.size() - 1).answers().add(moment);
            }
        }
        return all;
    }

    private boolean isRepeated(Moment request, Moment next) {
        return cycleAt(request.millis()) == cycleAt(next.millis())
                && ReplayServer.asksTheSame(link, request.bytes(), next.bytes());
    }

    private long cycleAt(long millis) {
        return cycles.stream().filter(cycle -> cycle.millis() <= millis).count();
    }

    /** Where the other end speaks by itself, what it is told has no unit and is no request. */
    private boolean repliesToItself() {
        return link.startsWith("solarman:") || link.startsWith("givenergy:");
    }
}
