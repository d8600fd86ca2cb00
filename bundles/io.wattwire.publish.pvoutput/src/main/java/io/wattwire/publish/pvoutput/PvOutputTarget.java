package io.wattwire.publish.pvoutput;

import io.wattwire.publish.Delivery;
import io.wattwire.publish.Sample;
import io.wattwire.publish.Target;
import io.wattwire.publish.pvoutput.Composer.Made;
import io.wattwire.publish.pvoutput.api.PvOutputAnswer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells PVOutput each interval when it is over: one by itself, a backlog oldest first by 30. What
 * came in and was not told yet is on disk when a batch is dealt with.
 */
final class PvOutputTarget implements Target {

    /** What PVOutput takes without a donation. */
    static final int BATCH = 30;

    private static final long SETTLE_MS = 10_000;
    private static final long AHEAD_MS = 3_600_000;

    private final Plan plan;
    private final Caller caller;
    private final Timekeeper time;
    private final BookFile file;
    private final Losses losses;
    private final Composer composer;
    private Book book;

    PvOutputTarget(Plan plan, Caller caller, Timekeeper time, BookFile file, Losses losses) {
        this.plan = plan;
        this.caller = caller;
        this.time = time;
        this.file = file;
        this.losses = losses;
        composer = new Composer(plan, losses);
    }

    @Override
    public Delivery deliver(List<Sample> batch) throws IOException, InterruptedException {
        if (book == null) {
            book = file.load();
        }
        take(batch);
        // of a batch that is full the rest of its newest interval may come with the next
        boolean behind = batch.size() >= largestBatch();
        long settled = behind ? Long.MIN_VALUE : time.wallMillis() - SETTLE_MS;
        List<Made> next = next(settled);
        while (!next.isEmpty()) {
            send(next);
            next = next(settled);
        }
        while (!book.outputs().isEmpty()) {
            sendOutput(book.outputs().get(0));
        }
        book.trim();
        file.save(book);
        return losses.delivery(batch.size());
    }

    private void take(List<Sample> batch) {
        long latest = time.wallMillis() + AHEAD_MS;
        int ahead = book.forgetAfter(latest);
        for (Sample sample : batch) {
            if (sample.timeMillis() > latest) {
                ahead++;
            } else if (sample.value() instanceof Number number) {
                long start = plan.start(sample.series(), sample.timeMillis());
                book.put(start, sample.series(), number.doubleValue());
            }
        }
        if (ahead > 0) {
            losses.add(ahead, "its time is more than an hour ahead of the gateway's clock");
        }
    }

    /** The oldest that can be told with one request; what can never be is dealt with. */
    private List<Made> next(long settled) {
        List<Made> next = new ArrayList<>();
        Set<String> labels = new HashSet<>();
        Day day = book.day();
        for (Slot slot : book.ripe(plan, settled, time.wallMillis())) {
            Made made = composer.status(slot, day);
            Status status = made.status();
            if (!status.isEssential()) {
                if (next.isEmpty()) { // else in the next round
                    losses.add(slot.values().size(), "no energy or power in their interval");
                    book.done(status, plan);
                    day = book.day();
                }
                continue;
            }
            // in autumn an hour comes twice
            if (next.size() == BATCH || !labels.add(status.date() + status.clock())) {
                break;
            }
            next.add(made);
            Day dated = day.of(status.time().toLocalDate());
            day = dated.date().equals(status.time().toLocalDate()) ? dated.with(status) : dated;
        }
        return next;
    }

    private void send(List<Made> next) throws IOException, InterruptedException {
        if (next.size() == 1) {
            sendOne(next.get(0).status());
        } else {
            sendBatch(next.stream().map(Made::status).toList());
        }
        for (Made made : next) {
            composer.count(made);
            book.done(made.status(), plan);
        }
        file.save(book);
    }

    private void sendOne(Status status) throws IOException, InterruptedException {
        Map<String, String> fields = flags(status.fields());
        PvOutputAnswer answer = caller.call(client -> client.addStatus(fields));
        if (!answer.good()) {
            losses.status(status, answer.reason(), time.wallMillis());
        } else if (!answer.body().startsWith("OK 200")) {
            throw caller.strange(answer);
        }
    }

    private void sendBatch(List<Status> statuses) throws IOException, InterruptedException {
        String data = String.join(";", statuses.stream().map(Status::row).toList());
        Map<String, String> fields = flags(new LinkedHashMap<>(Map.of("data", data)));
        PvOutputAnswer answer = caller.call(client -> client.addBatchStatus(fields));
        Map<String, Boolean> added = BatchAnswer.parse(answer.body());
        if (answer.good() && added.isEmpty()) {
            throw caller.strange(answer);
        }
        for (Status status : statuses) {
            if (!answer.good()) {
                losses.status(status, answer.reason(), time.wallMillis());
            } else if (!added.getOrDefault(status.date() + "," + status.clock(), false)) {
                losses.status(status, "not added; PVOutput gives no reason", time.wallMillis());
            }
        }
    }

    private Map<String, String> flags(Map<String, String> fields) {
        if (plan.cumulative() > 0) {
            fields.put("c1", Integer.toString(plan.cumulative()));
        }
        if (plan.net()) {
            fields.put("n", "1");
        }
        return fields;
    }

    private void sendOutput(Map<String, String> fields) throws IOException, InterruptedException {
        PvOutputAnswer answer = caller.call(client -> client.addOutput(fields));
        if (!answer.good()) {
            losses.output(fields, answer.reason(), time.wallMillis());
        } else if (!answer.body().startsWith("OK 200")) {
            throw caller.strange(answer);
        }
        book.outputs().remove(0);
        file.save(book);
    }

    @Override
    public int largestBatch() {
        return BATCH * plan.values();
    }

    @Override
    public Duration linger() {
        return time.linger();
    }

    @Override
    public void close() {
        time.end();
    }
}
