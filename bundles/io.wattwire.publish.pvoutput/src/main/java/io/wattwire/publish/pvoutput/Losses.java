package io.wattwire.publish.pvoutput;

import io.wattwire.publish.Delivery;
import io.wattwire.publish.pvoutput.api.DeadLetters;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/** Counts values that PVOutput will never have, and keeps entries that it refused. */
final class Losses {

    private final DeadLetters letters;
    private int values;
    private String why = "";

    Losses(DeadLetters letters) {
        this.letters = letters;
    }

    void add(int number, String reason) {
        values += number;
        why = reason;
    }

    /** A status that was refused. */
    void status(Status status, String reason, long nowMillis) throws IOException {
        keep("status", status.row(), reason, nowMillis);
        add(status.slot().values().size(), reason);
    }

    /** A day that was refused; its values have arrived as statuses. */
    void output(Map<String, String> fields, String reason, long nowMillis) throws IOException {
        String row =
                "%s,%s,%s,%s,%s,,%s,%s,,%s,,,,%s"
                        .formatted(
                                fields.get("d"),
                                fields.get("g"),
                                fields.getOrDefault("e", ""),
                                fields.getOrDefault("pp", ""),
                                fields.getOrDefault("pt", ""),
                                fields.getOrDefault("tm", ""),
                                fields.getOrDefault("tx", ""),
                                fields.getOrDefault("ip", ""),
                                fields.getOrDefault("c", ""));
        keep("output", row.replaceAll(",+$", ""), reason, nowMillis);
        why = reason;
    }

    private void keep(String kind, String row, String reason, long nowMillis) throws IOException {
        letters.add(new DeadLetters.Letter(Instant.ofEpochMilli(nowMillis), kind, row, reason));
    }

    /** What to count with a batch; the rest is counted with the next. */
    Delivery delivery(int batch) {
        int some = Math.min(values, batch);
        values -= some;
        return some == 0 ? Delivery.COMPLETE : new Delivery(some, why);
    }
}
