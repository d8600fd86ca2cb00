package org.eclipse.kura.cloudconnection.request;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.kura.cloudconnection.publisher.CloudNotificationPublisher;

/** Who makes a request, and how to tell them about its progress. Immutable. */
public class RequestHandlerContext {
    private final CloudNotificationPublisher notificationPublisher;
    private final Map<String, String> contextProperties;

    /**
     * A context.
     *
     * @param notificationPublisher tells about progress; may be null
     * @param contextProperties facts about the requester, not null; copied
     */
    public RequestHandlerContext(
            CloudNotificationPublisher notificationPublisher,
            Map<String, String> contextProperties) {
        this.notificationPublisher = notificationPublisher;
        this.contextProperties = Collections.unmodifiableMap(new HashMap<>(contextProperties));
    }

    /** {@return who tells about progress, or null} */
    public CloudNotificationPublisher getNotificationPublisher() {
        return notificationPublisher;
    }

    /** {@return facts about the requester, unmodifiable} */
    public Map<String, String> getContextProperties() {
        return contextProperties;
    }
}
