package io.wattwire.driver.solaredge.meter;

import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.server.RegisterBank;
import io.wattwire.device.session.StateStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One meter that is not there: takes a source's values, and shows them as the meter would, as long
 * as they are fresh. Thread-safe.
 */
public final class EmulatedMeter implements RegisterBank, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmulatedMeter.class);

    private static final String MEMORY = "registers";
    private static final String TOTAL_TIME = "total_time";
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double WINDOW = 15;

    /** A master that writes again and again must not wear the storage out. */
    private static final long SAVE_NANOS = Duration.ofSeconds(60).toNanos();

    private final MeterSettings settings;
    private final Map<String, Double> presets;
    private final Storing storing;
    private final LongSupplier clock;
    private final long started;
    private final Memory memory = new Memory();
    private final SourceWatch watch;
    private final Latest latest;
    private final Demand demand = new Demand();
    private final Energies energies;
    private final MeterImage image;

    private Map<String, Double> quantities = Map.of();
    private double secondsBefore;
    private volatile String savedMemory;
    private long savedMemoryAt;
    private long acceptedAt;
    private Freshness.State told = Freshness.State.SILENT_NO_VALUE;

    /**
     * Makes a meter that is silent until it has a value, and saves on the thread that gives values.
     *
     * @param settings how it presents itself
     * @param store where energies and written registers outlive a restart
     * @param clock monotonic time in nanoseconds
     */
    public EmulatedMeter(MeterSettings settings, StateStore store, LongSupplier clock) {
        this(settings, store, clock, Runnable::run);
    }

    /**
     * Makes a meter that is silent until it has a value.
     *
     * @param settings how it presents itself
     * @param store where energies and written registers outlive a restart
     * @param clock monotonic time in nanoseconds
     * @param executor saves, one after the other; it must have ended when the meter is closed
     */
    public EmulatedMeter(
            MeterSettings settings, StateStore store, LongSupplier clock, Executor executor) {
        this.settings = settings;
        presets = settings.figures();
        storing = new Storing(store, MEMORY, executor);
        this.clock = clock;
        started = clock.getAsLong();
        watch = new SourceWatch(settings.exportControl(), settings.frozenAfter());
        latest = new Latest(watch);
        energies = new Energies(store, executor, started);
        image = new MeterImage(settings.kind(), memory, presets, this::figures, demand::zero);
        savedMemory = storing.load();
        memory.load(savedMemory);
        secondsBefore = memory.distance(TOTAL_TIME);
    }

    /**
     * Takes a source's values; those of one moment belong into one call.
     *
     * @param values each within its quantity's bounds
     */
    public synchronized void accept(Map<Quantity, Double> values) {
        long now = clock.getAsLong();
        latest.accept(now, values);
        if (values.keySet().stream().noneMatch(Quantity::vital)) {
            return;
        }
        boolean gap = watch.state(now) != Freshness.State.ANSWERING;
        Duration flowed = gap ? Duration.ZERO : Duration.ofNanos(now - acceptedAt);
        acceptedAt = now;
        watch.accept(now, measured(values));
        Map<String, Double> known = SinglePhase.fill(latest.known(now));
        Map<String, Double> complete = Derivation.complete(known, settings.phaseOffset());
        energies.accept(known, complete, flowed);
        energies.save(now);
        show(now, complete);
        if (now - savedMemoryAt > SAVE_NANOS) {
            saveMemory(now);
        }
        tell(now);
    }

    private static Map<String, Double> measured(Map<Quantity, Double> values) {
        Map<String, Double> measured = new HashMap<>();
        values.forEach(
                (quantity, value) -> {
                    if (!quantity.lifetime()) {
                        measured.put(quantity.key(), value);
                    }
                });
        return measured;
    }

    private void show(long now, Map<String, Double> complete) {
        Map<String, Double> whole = new HashMap<>(complete);
        whole.putAll(energies.shown());
        Derivation.addNetEnergies(whole);
        long minutes = (long) (image.kept("dem_per_mins", "") + 0.5);
        Duration window = Duration.ofMinutes(minutes == 0 ? (long) WINDOW : minutes);
        demand.after(now, complete, window).forEach(whole::putIfAbsent);
        quantities = Map.copyOf(whole);
    }

    private Map<String, Double> figures() {
        Map<String, Double> figures = new HashMap<>(quantities);
        figures.putAll(presets);
        double uptime = Math.floor((clock.getAsLong() - started) / NANOS_PER_SECOND);
        figures.put("uptime", uptime);
        figures.put(TOTAL_TIME, uptime + secondsBefore);
        return figures;
    }

    /**
     * Whether a request may be answered now.
     *
     * @return false while the meter has reason to be silent
     */
    public synchronized boolean answers() {
        tell(clock.getAsLong());
        return told == Freshness.State.ANSWERING;
    }

    @Override
    public synchronized int[] read(RegisterKind kind, int address, int count) throws ModbusFault {
        return image.read(kind, address, count);
    }

    @Override
    public synchronized void write(RegisterKind kind, int address, int[] words) throws ModbusFault {
        image.write(kind, address, words);
    }

    @Override
    public byte[] serverId() {
        return image.serverId();
    }

    /** One line for each change: a silent meter is the owner's first sign of a dead source. */
    private void tell(long now) {
        Freshness.State state = watch.state(now);
        if (state == told) {
            return;
        }
        told = state;
        if (state == Freshness.State.ANSWERING) {
            LOG.info("meter {}: the source is fresh, the meter answers", settings.unit());
        } else {
            LOG.warn(
                    "meter {}: {} ({} is {} ms old, {} ms allowed); the inverter gets no answer and"
                            + " falls back by itself",
                    settings.unit(),
                    state.text(),
                    watch.name(now),
                    watch.age(now).toMillis(),
                    watch.limit(now).toMillis());
        }
    }

    /**
     * Whether it answers, and why not.
     *
     * @return {@code answering}, {@code silent-no-value}, {@code silent-stale} or {@code
     *     silent-frozen}
     */
    public synchronized String state() {
        tell(clock.getAsLong());
        return told.text();
    }

    /**
     * How old its value is.
     *
     * @return ms since the last real power came, since the start where none came
     */
    public synchronized long valueAgeMillis() {
        long now = clock.getAsLong();
        boolean none = told == Freshness.State.SILENT_NO_VALUE;
        return none ? Duration.ofNanos(now - started).toMillis() : watch.age(now).toMillis();
    }

    private void saveMemory(long now) {
        savedMemoryAt = now;
        String text = memoryText();
        if (!text.equals(savedMemory)) {
            storing.later(text, () -> savedMemory = text);
        }
    }

    private String memoryText() {
        memory.preset(TOTAL_TIME, 0, figures().get(TOTAL_TIME));
        return memory.text();
    }

    /** Saves what must outlive a restart. */
    @Override
    public synchronized void close() {
        energies.saveNow();
        String text = memoryText();
        storing.now(text, () -> savedMemory = text);
    }
}
