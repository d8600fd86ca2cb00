package io.wattwire.site;

import io.wattwire.device.wire.Gate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.kura.type.TypedValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One step of the site after another: add up, emit, tell. Only the site's thread is here. */
final class SiteRun implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SiteRun.class);

    private final String pid;
    private final Supplier<Configured> configuration;
    private final Supplier<Readings> readings;
    private final Consumer<Map<String, TypedValue<?>>> port;
    private final Gate gate;
    private final LongSupplier nanos;
    private final LongSupplier wallMillis;
    private final Rounds rounds = new Rounds();

    private Configured told = Configured.NOTHING;
    private Set<String> missing = Set.of();

    SiteRun(
            String pid,
            Supplier<Configured> configuration,
            Supplier<Readings> readings,
            Consumer<Map<String, TypedValue<?>>> port,
            Gate gate,
            LongSupplier nanos,
            LongSupplier wallMillis) {
        this.pid = pid;
        this.configuration = configuration;
        this.readings = readings;
        this.port = port;
        this.gate = gate;
        this.nanos = nanos;
        this.wallMillis = wallMillis;
    }

    @Override
    public void run() {
        Configured configured = configuration.get();
        Readings now = readings.get();
        long nowNanos = nanos.getAsLong();
        List<SiteValue> values = SiteSums.of(configured.settings(), now, nowNanos);
        boolean changed = logs(configured, values);
        if (changed || rounds.due(configured.settings(), now, nowNanos)) {
            rounds.emitted(now, nowNanos);
            Map<String, TypedValue<?>> all =
                    SiteRecord.of(pid, configured, values, now, nowNanos, wallMillis.getAsLong());
            gate.pass(() -> port.accept(all));
        }
    }

    /** {@return whether something changed that a person would want to know} */
    private boolean logs(Configured configured, List<SiteValue> values) {
        // by name: the reason of a silent device may read different at each try
        Set<String> missingNow =
                values.stream()
                        .filter(SiteValue::outage)
                        .map(SiteValue::name)
                        .collect(Collectors.toSet());
        boolean otherMissing = !missingNow.equals(missing);
        boolean changed = otherMissing || !configured.equals(told);
        if (otherMissing && missingNow.isEmpty()) {
            LOG.info("{}: complete", pid);
        } else if (otherMissing) {
            LOG.warn("{}: incomplete: {}", pid, SiteRecord.missing(values));
        }
        missing = missingNow;
        told = configured;
        return changed;
    }
}
