package io.wattwire.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;

/**
 * How a publisher is doing.
 *
 * @param taken samples that came in by wire since the start
 * @param sent samples that arrived; fewer where they are thinned out
 * @param waiting records on disk
 * @param lost samples that will never arrive
 * @param lastLoss why, most recently; empty if none was lost
 * @param problem what keeps samples from arriving now; empty while nothing does
 * @param everArrived whether the target has taken anything since the start
 */
record Health(
        long taken,
        long sent,
        long waiting,
        long lost,
        String lastLoss,
        String problem,
        boolean everArrived) {

    private String state() {
        if (!problem.isEmpty()) {
            return "failing";
        }
        return everArrived ? "sending" : "waiting";
    }

    /** As a wire record, named like an asset's. */
    Map<String, TypedValue<?>> record(String pid, long wallMillis) {
        Map<String, TypedValue<?>> values = new LinkedHashMap<>();
        values.put("assetName", TypedValues.newStringValue(pid));
        values.put("assetTimestamp", TypedValues.newLongValue(wallMillis));
        values.put("publisher_state", TypedValues.newStringValue(state()));
        values.put("publisher_problem", TypedValues.newStringValue(problem));
        values.put("samples_taken", TypedValues.newLongValue(taken));
        values.put("samples_sent", TypedValues.newLongValue(sent));
        values.put("records_waiting", TypedValues.newLongValue(waiting));
        values.put("samples_lost", TypedValues.newLongValue(lost));
        values.put("last_loss", TypedValues.newStringValue(lastLoss));
        return values;
    }
}
