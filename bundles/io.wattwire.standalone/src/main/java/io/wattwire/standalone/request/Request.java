package io.wattwire.standalone.request;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.kura.message.KuraPayload;

/**
 * A request from the cloud; nothing of it is believed yet.
 *
 * @param application whom it is for
 * @param method GET, PUT, POST, DEL or EXEC
 * @param resources the path of the resource
 * @param requester client id of who asks; a single level of a topic
 * @param id by which the requester knows the answer; a single level of a topic
 * @param payload metrics and body
 */
record Request(
        String application,
        String method,
        List<String> resources,
        String requester,
        String id,
        KuraPayload payload) {

    private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "DEL", "EXEC");
    private static final int LEAST_LEVELS = 2;

    /** What is sent to a topic made of it must not reach another one. */
    private static final Pattern LEVEL = Pattern.compile("[^/+#\\p{Cntrl}]{1,255}");

    /** Whether the rest of a topic, behind the gateway's own levels, is one of a request. */
    static boolean isRequest(String rest) {
        String[] levels = rest.split("/", -1);
        return levels.length >= LEAST_LEVELS && METHODS.contains(levels[1]);
    }

    /**
     * Reads a request.
     *
     * @param rest the topic behind the gateway's own levels
     * @return empty if it does not say whom to answer
     */
    static Optional<Request> of(String rest, KuraPayload payload) {
        List<String> levels = List.of(rest.split("/", -1));
        Optional<String> requester = level(payload, "requester.client.id");
        Optional<String> id = level(payload, "request.id");
        return requester.isEmpty() || id.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Request(
                                levels.get(0),
                                levels.get(1),
                                levels.subList(2, levels.size()),
                                requester.get(),
                                id.get(),
                                payload));
    }

    private static Optional<String> level(KuraPayload payload, String metric) {
        return payload.getMetric(metric) instanceof String text && LEVEL.matcher(text).matches()
                ? Optional.of(text)
                : Optional.empty();
    }
}
