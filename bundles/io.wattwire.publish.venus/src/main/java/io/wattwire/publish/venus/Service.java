package io.wattwire.publish.venus;

import io.wattwire.publish.venus.bus.BusConnection;
import io.wattwire.publish.venus.bus.BusItem;
import io.wattwire.publish.venus.bus.BusItems;
import io.wattwire.publish.venus.bus.BusLink;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One service on the bus: its values, and its name, which it has only while there is a source and
 * all paths exist. Thread-safe.
 */
final class Service implements BusLink.User {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private static final long RETRY_NANOS = 10_000_000_000L;
    private static final int LONGEST_NAME = 64;
    private static final int BEATS = 256;

    private final String owner;
    private final VenusSettings settings;
    private final BusItems items = new BusItems();
    private final GxSettings kept;
    private final PowerLimit limit;
    private final LongSupplier clock;
    private final Runnable commanded;
    private final List<Row> later;
    private final Paths paths;
    private volatile boolean wanted;
    private volatile boolean named;
    private volatile String problem = "not on the bus yet";
    private long retryNanos;
    private int beats;

    /**
     * @param commanded called when the GX asks for another limit; may not wait
     */
    Service(
            String owner,
            VenusSettings settings,
            List<Row> rows,
            PowerLimit limit,
            LongSupplier clock,
            Runnable commanded) {
        this.owner = owner;
        this.settings = settings;
        this.kept = new GxSettings(settings);
        this.limit = limit;
        this.clock = clock;
        this.commanded = commanded;
        retryNanos = clock.getAsLong();
        paths = new Paths(items, settings);
        paths.mandatory(this::rename);
        switch (settings.kind()) {
            case GRID -> paths.grid();
            case PVINVERTER -> paths.inverter(this::move, this::limit);
            default -> paths.battery();
        }
        rows.stream().filter(Row::always).forEach(paths::add);
        later = rows.stream().filter(row -> !row.always()).toList();
    }

    private int rename(Object value) {
        if (!(value instanceof String name) || name.length() > LONGEST_NAME) {
            return BusItem.Writer.NOT_WRITABLE;
        }
        kept.keep("name", name);
        items.put(Map.of("/CustomName", name));
        return BusItem.Writer.ACCEPTED;
    }

    private int move(Object value) {
        if (!(value instanceof Integer position) || position < 0 || position > 2) {
            return BusItem.Writer.REFUSED;
        }
        kept.keep("position", position);
        items.put(Map.of("/Position", position));
        return BusItem.Writer.ACCEPTED;
    }

    private int limit(Object value) {
        if (!(value instanceof Number)) {
            return BusItem.Writer.NOT_WRITABLE;
        }
        long now = clock.getAsLong();
        if (!(items.value("/Ac/MaxPower") instanceof Number max) || !limit.ask(value, now)) {
            return BusItem.Writer.REFUSED;
        }
        items.put(Map.of("/Ac/PowerLimit", limit.watts(max.doubleValue(), now)));
        commanded.run();
        return BusItem.Writer.ACCEPTED;
    }

    /**
     * Shows values.
     *
     * @param values by path; null for invalid
     * @param present whether there is a source, so that the service has a name
     */
    void show(Map<String, Object> values, boolean present) {
        for (Row row : later) {
            if (values.get(row.path()) != null && !items.has(row.path())) {
                paths.add(row);
            }
        }
        Map<String, Object> all = new HashMap<>(values);
        all.put("/CustomName", kept.customName());
        if (settings.kind() == Kind.PVINVERTER) {
            all.put("/Position", kept.position());
        }
        if (present) {
            beats = (beats + 1) % BEATS;
            all.put("/UpdateIndex", beats);
        }
        items.put(all);
        wanted = present;
    }

    GxSettings kept() {
        return kept;
    }

    boolean isNamed() {
        return named;
    }

    /** {@return why it is not on the bus; empty where it is, or does not want to} */
    String problem() {
        return problem;
    }

    @Override
    public void connected(BusConnection connection) throws IOException {
        named = false;
        problem = "";
        retryNanos = clock.getAsLong();
        kept.attach(connection);
        kept.tend(connection, clock.getAsLong());
        items.put(Map.of("/DeviceInstance", kept.instance()));
        items.show(connection);
    }

    @Override
    public void tend(BusConnection connection) throws IOException {
        long now = clock.getAsLong();
        kept.tend(connection, now);
        int instance = kept.instance();
        boolean moved = !Integer.valueOf(instance).equals(items.value("/DeviceInstance"));
        if (named && (!wanted || moved)) {
            connection.release(settings.name());
            named = false;
            LOG.info(
                    "{}: {} is off the bus: {}",
                    owner,
                    settings.name(),
                    wanted ? "another instance" : "its source is silent");
        }
        items.put(Map.of("/DeviceInstance", instance));
        if (wanted && !named && now - retryNanos >= 0) {
            take(connection, now);
        }
    }

    private void take(BusConnection connection, long now) throws IOException {
        named = connection.take(settings.name());
        String before = problem;
        problem = named ? "" : settings.name() + " is already on the bus; set another id";
        if (named) {
            LOG.info("{}: {} is on the bus", owner, settings.name());
        } else {
            retryNanos = now + RETRY_NANOS;
            if (!problem.equals(before)) {
                LOG.warn("{}: {}", owner, problem);
            }
        }
    }

    @Override
    public void lost() {
        named = false;
        problem = "not on the bus";
        items.show(null);
    }
}
