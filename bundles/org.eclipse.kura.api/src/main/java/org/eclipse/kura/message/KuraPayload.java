package org.eclipse.kura.message;

import java.util.Collections;
import java.util.Date;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Metrics, a body, a time and a place, all optional. Metrics stay in the order in which they were
 * added here; Kura promises no order. Names and values are not checked before the payload is sent.
 * Not thread-safe.
 */
public class KuraPayload {
    private final Map<String, Object> metrics = new LinkedHashMap<>();
    private Date timestamp;
    private KuraPosition position;
    private byte[] body;

    /** An empty payload. */
    public KuraPayload() {}

    /** {@return when the values were captured, or null} */
    public Date getTimestamp() {
        return timestamp;
    }

    /**
     * Sets when the values were captured.
     *
     * @param timestamp the time, not copied; may be null
     */
    public void setTimestamp(Date timestamp) {
        this.timestamp = timestamp;
    }

    /** {@return where the values were captured, or null} */
    public KuraPosition getPosition() {
        return position;
    }

    /**
     * Sets where the values were captured.
     *
     * @param position the place; may be null
     */
    public void setPosition(KuraPosition position) {
        this.position = position;
    }

    /**
     * Finds a metric.
     *
     * @param name the name
     * @return its value, or null if there is none
     */
    public Object getMetric(String name) {
        return metrics.get(name);
    }

    /**
     * Adds or replaces a metric.
     *
     * @param name the name
     * @param value the value: Boolean, byte[], Double, Float, Integer, Long or String can be sent
     */
    public void addMetric(String name, Object value) {
        metrics.put(name, value);
    }

    /**
     * Removes a metric; does nothing if there is none.
     *
     * @param name the name
     */
    public void removeMetric(String name) {
        metrics.remove(name);
    }

    /** Removes all metrics. */
    public void removeAllMetrics() {
        metrics.clear();
    }

    /** {@return the names of the metrics, unmodifiable and live} */
    public Set<String> metricNames() {
        return Collections.unmodifiableSet(metrics.keySet());
    }

    /** {@return an iterator over the names, whose {@code remove} removes the metric} */
    public Iterator<String> metricsIterator() {
        return metrics.keySet().iterator();
    }

    /** {@return the metrics by name, unmodifiable and live} */
    public Map<String, Object> metrics() {
        return Collections.unmodifiableMap(metrics);
    }

    /** {@return the body, not copied, or null} */
    public byte[] getBody() {
        return body;
    }

    /**
     * Sets the body.
     *
     * @param body the bytes, not copied; may be null
     */
    public void setBody(byte[] body) {
        this.body = body;
    }
}
