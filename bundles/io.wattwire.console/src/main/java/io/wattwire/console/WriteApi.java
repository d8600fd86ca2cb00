package io.wattwire.console;

import io.wattwire.device.model.Json;
import io.wattwire.publish.control.ControlGate;
import io.wattwire.publish.control.ControlPoint;
import io.wattwire.publish.control.ControlRequest;
import io.wattwire.publish.control.ControlResult;
import io.wattwire.publish.control.ControlRules;
import io.wattwire.publish.http.serve.Answer;
import io.wattwire.publish.http.serve.Request;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Takes commands to the gate. Only JSON: a form of another page cannot send that, whatever a
 * browser thinks of origins.
 */
final class WriteApi {

    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;
    private static final int REFUSED = 422;
    private static final int TOO_MANY = 429;

    private final ControlGate gate;
    private final ControlRules rules;

    WriteApi(ControlGate gate, ControlRules rules) {
        this.gate = gate;
        this.rules = rules;
    }

    Answer write(Request request) {
        ControlPoint point = new ControlPoint(request.path().get(2), request.path().get(3));
        return write(request, point, "value");
    }

    /** Writes the member of the request's document to a point. */
    Answer write(Request request, ControlPoint point, String member) {
        if (rules.bounds(point).isEmpty()) {
            return Answer.error(
                    FORBIDDEN,
                    rules.points().isEmpty()
                            ? "control is off; the owner sets control.enabled and control.points"
                            : "this point is not commanded from outside; GET /api/controls tells"
                                    + " which are");
        }
        Object value;
        try {
            value = value(request, member);
        } catch (IllegalArgumentException wrong) {
            return Answer.error(400, wrong.getMessage());
        }
        if (value == null) {
            return Answer.error(400, "send {\"" + member + "\": …} with a number, text or boolean");
        }
        ControlResult result =
                gate.command(
                        new ControlRequest(
                                point.toString(), text(value), "REST " + request.from(), false));
        return result.done() ? done(point, value) : refused(result);
    }

    private static Answer refused(ControlResult result) {
        int status =
                switch (result.kind()) {
                    case UNLISTED -> FORBIDDEN;
                    case COMMANDED -> CONFLICT;
                    case TOO_MANY -> TOO_MANY;
                    case REFUSED, DONE -> REFUSED;
                };
        return Answer.error(status, result.reason());
    }

    private static Answer done(ControlPoint point, Object value) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("done", true);
        document.put("point", point.toString());
        document.put("value", value);
        return ReadApi.ok(document);
    }

    /** Null when there is none, or something besides. */
    private static Object value(Request request, String member) {
        String type = request.headers().getOrDefault("content-type", "");
        if (!type.toLowerCase(Locale.ROOT).matches("application/json(\\s*;.*)?")) {
            throw new IllegalArgumentException("send Content-Type: application/json");
        }
        String text =
                request.text()
                        .orElseThrow(() -> new IllegalArgumentException("the body is no UTF-8"));
        Map<String, Object> document = Json.object(text);
        if (document.size() != 1) {
            return null; // what is not understood might have been a condition
        }
        Object value = document.get(member);
        boolean plain =
                value instanceof BigDecimal || value instanceof String || value instanceof Boolean;
        return plain ? value : null;
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
