package io.wattwire.publish.venus.bus;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All values of one service, as Venus has them: each at its path, answered and told on a
 * connection. Paths are added before the service takes its name. Thread-safe; never waits.
 */
public final class BusItems {

    /** Interface of every value. */
    public static final String INTERFACE = "com.victronenergy.BusItem";

    private static final Logger LOG = LoggerFactory.getLogger(BusItems.class);

    private static final String CHANGES = "a{sv}";
    private static final String ITEMS = "a{sa{sv}}";

    private final TreeMap<String, BusItem> items = new TreeMap<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private BusConnection connection;

    /** A service without values. */
    public BusItems() {
        // values are added
    }

    /**
     * Adds a value.
     *
     * @param path such as {@code /Ac/Power}
     * @param item how it behaves
     * @param value its first value; null for invalid
     * @throws IllegalArgumentException if it is no path
     */
    public synchronized void add(String path, BusItem item, Object value) {
        if (!path.matches("(/[A-Za-z0-9_]+)+")) {
            throw new IllegalArgumentException("'" + path + "' is no path of a bus");
        }
        items.put(path, Objects.requireNonNull(item, "item"));
        values.put(path, value);
    }

    /**
     * Knows whether a value was added.
     *
     * @param path such as {@code /Ac/Power}
     * @return whether there is such a path
     */
    public synchronized boolean has(String path) {
        return items.containsKey(path);
    }

    /**
     * Sets several values and tells who listens about those that changed, in one signal for all and
     * one for each.
     *
     * @param changes by path; null for invalid; paths that were not added are left out
     */
    public synchronized void put(Map<String, ?> changes) {
        Map<String, Object> told = new LinkedHashMap<>();
        changes.forEach(
                (path, value) -> {
                    if (items.containsKey(path) && !Objects.equals(values.get(path), value)) {
                        values.put(path, value);
                        told.put(path, state(path));
                    }
                });
        tell(told);
    }

    /**
     * Reads a value.
     *
     * @param path such as {@code /Ac/Power}
     * @return null for invalid, or no such path
     */
    public synchronized Object value(String path) {
        return values.get(path);
    }

    /**
     * From now on the values are answered and told there.
     *
     * @param shown the connection; null: nowhere
     */
    public void show(BusConnection shown) {
        synchronized (this) {
            connection = shown;
        }
        if (shown != null) {
            shown.serve(new BusItemCalls(this)::answer);
        }
    }

    private void tell(Map<String, Object> changed) {
        if (connection == null || changed.isEmpty() || !connection.isOpen()) {
            return;
        }
        try {
            connection.emit("/", INTERFACE, "ItemsChanged", ITEMS, changed);
            for (Map.Entry<String, Object> item : changed.entrySet()) {
                connection.emit(
                        item.getKey(), INTERFACE, "PropertiesChanged", CHANGES, item.getValue());
            }
        } catch (IOException gone) { // the link says so and makes another
            LOG.debug("changes were not told", gone);
        }
    }

    private Map<String, Object> state(String path) {
        Object value = values.get(path);
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("Value", BusValues.packed(value));
        state.put("Text", BusValues.packed(items.get(path).textOf(value)));
        return state;
    }

    synchronized BusItem item(String path) {
        return items.get(path);
    }

    synchronized Map<String, Object> states() {
        Map<String, Object> states = new LinkedHashMap<>();
        for (String path : items.keySet()) {
            states.put(path, state(path));
        }
        return states;
    }

    /** All below a node, by their path from there; empty where there is no such node. */
    synchronized Map<String, Object> below(String node, boolean asText) {
        String start = node.equals("/") ? node : node + "/";
        Map<String, Object> below = new LinkedHashMap<>();
        for (String path : items.tailMap(start).keySet()) {
            if (!path.startsWith(start)) {
                break;
            }
            Object value = values.get(path);
            below.put(
                    path.substring(start.length()),
                    BusValues.packed(asText ? items.get(path).textOf(value) : value));
        }
        return below;
    }

    int write(String path, Object value) {
        BusItem item = item(path);
        return item == null || item.writer() == null
                ? BusItem.Writer.NOT_WRITABLE
                : item.writer().write(value);
    }
}
