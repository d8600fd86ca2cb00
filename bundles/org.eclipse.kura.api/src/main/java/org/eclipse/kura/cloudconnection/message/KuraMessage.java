package org.eclipse.kura.cloudconnection.message;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.kura.message.KuraPayload;

/** A payload with properties that say where it goes or came from. Not thread-safe. */
public class KuraMessage {
    private final KuraPayload payload;
    private final Map<String, Object> properties;

    /**
     * A message without properties.
     *
     * @param payload the payload; may be null
     */
    public KuraMessage(KuraPayload payload) {
        this(payload, Map.of());
    }

    /**
     * A message.
     *
     * @param payload the payload; may be null
     * @param properties the properties, not null; copied
     */
    public KuraMessage(KuraPayload payload, Map<String, Object> properties) {
        this.payload = payload;
        this.properties = new HashMap<>(properties);
    }

    /** {@return the properties; changes stay in this message} */
    public Map<String, Object> getProperties() {
        return properties;
    }

    /** {@return the payload, or null} */
    public KuraPayload getPayload() {
        return payload;
    }
}
