package io.wattwire.driver.solaredge.meter;

import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.server.RegisterBank;
import io.wattwire.device.session.StateStore;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private static final String TOTAL = "power_active";
    private static final List<String> PHASES =
            List.of("l1_power_active", "l2_power_active", "l3_power_active");
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double WINDOW = 15;

    /** Values that a limiter does not act on may be read more rarely than the powers. */
    private static final long SLOW_NANOS = Duration.ofSeconds(60).toNanos();

    private record Given(double value, long nanos) {}

    private final MeterSettings settings;
    private final Map<String, Double> presets;
    private final StateStore store;
    private final LongSupplier clock;
    private final long started;
    private final Memory memory = new Memory();
    private final Freshness freshness;
    private final Demand demand = new Demand();
    private final Energies energies;
    private final MeterImage image;
    private final Map<String, Given> given = new HashMap<>();

    private Map<String, Double> quantities = Map.of();
    private double secondsBefore;
    private String savedMemory = "";
    private long savedMemoryAt;
    private Freshness.State told = Freshness.State.SILENT_NO_VALUE;

    /**
     * Makes a meter that is silent until it has a value.
     *
     * @param settings how it presents itself
     * @param store where energies and written registers outlive a restart
     * @param clock monotonic time in nanoseconds
     */
    public EmulatedMeter(MeterSettings settings, StateStore store, LongSupplier clock) {
        this.settings = settings;
        presets = settings.figures();
        this.store = store;
        this.clock = clock;
        started = clock.getAsLong();
        freshness = new Freshness(settings.exportControl(), settings.frozenAfter());
        energies = new Energies(store, started);
        image = new MeterImage(settings.kind(), memory, presets, this::figures, demand::zero);
        loadMemory();
    }

    private void loadMemory() {
        try {
            savedMemory = store.load(MEMORY).orElse("");
            memory.load(savedMemory);
            secondsBefore = memory.distance(TOTAL_TIME);
        } catch (IOException problem) {
            LOG.error("what was written to the meter before cannot be read", problem);
        }
    }

    /**
     * Takes a source's values; those of one moment belong into one call.
     *
     * @param values each within its quantity's bounds
     */
    public synchronized void accept(Map<Quantity, Double> values) {
        long now = clock.getAsLong();
        values.forEach((quantity, value) -> given.put(quantity.key(), new Given(value, now)));
        if (values.keySet().stream().noneMatch(Quantity::vital)) {
            return;
        }
        Duration since = freshness.age(now);
        boolean gap = since.compareTo(freshness.limit()) > 0;
        Map<String, Double> measured = new HashMap<>();
        values.forEach(
                (quantity, value) -> {
                    if (!quantity.lifetime()) {
                        measured.put(quantity.key(), value);
                    }
                });
        freshness.accept(now, measured);
        Map<String, Double> known = SinglePhase.fill(known(now));
        Map<String, Double> complete = Derivation.complete(known, settings.phaseOffset());
        energies.accept(known, complete, gap ? Duration.ZERO : since);
        energies.save(now, false);
        show(now, complete);
        if (now - savedMemoryAt > SLOW_NANOS) {
            saveMemory(now);
        }
        tell(now);
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

    /** Powers of now; other values as long as they may be old; energies for ever. */
    private Map<String, Double> known(long now) {
        Map<String, Double> known = new HashMap<>();
        long vital = freshness.limit().toNanos();
        given.forEach(
                (key, value) -> {
                    Quantity quantity = Quantities.of(key);
                    long most = quantity.vital() ? vital : SLOW_NANOS;
                    if (quantity.lifetime() || now - value.nanos <= most) {
                        known.put(key, value.value);
                    }
                });
        dropOlderPowers(known);
        return known;
    }

    /**
     * The total and the phases must be of one moment; three sources of one phase each are one only
     * together.
     */
    private void dropOlderPowers(Map<String, Double> known) {
        if (!known.containsKey(TOTAL)) {
            return;
        }
        long total = given.get(TOTAL).nanos;
        boolean whole = known.keySet().containsAll(PHASES);
        boolean newer = PHASES.stream().anyMatch(it -> known.containsKey(it) && at(it) > total);
        if (whole && newer) {
            known.remove(TOTAL);
        } else {
            PHASES.stream()
                    .filter(known::containsKey)
                    .filter(it -> at(it) < total)
                    .forEach(known::remove);
        }
    }

    private long at(String key) {
        return given.get(key).nanos;
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
        Freshness.State state = freshness.state(now);
        if (state == told) {
            return;
        }
        told = state;
        if (state == Freshness.State.ANSWERING) {
            LOG.info("meter {}: the source is fresh, the meter answers", settings.unit());
        } else {
            LOG.warn(
                    "meter {}: {} (last value {} ms old, {} ms allowed); the inverter gets no"
                            + " answer and falls back by itself",
                    settings.unit(),
                    state.text(),
                    freshness.age(now).toMillis(),
                    freshness.limit().toMillis());
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
        return none ? Duration.ofNanos(now - started).toMillis() : freshness.age(now).toMillis();
    }

    /** A master that writes again and again must not wear the storage out. */
    private void saveMemory(long now) {
        savedMemoryAt = now;
        String text = memory.text();
        if (text.equals(savedMemory)) {
            return;
        }
        try {
            store.save(MEMORY, text);
            savedMemory = text;
        } catch (IOException problem) {
            LOG.debug("what was written to the meter cannot be saved", problem);
        }
    }

    /** Saves what must outlive a restart. */
    @Override
    public synchronized void close() {
        long now = clock.getAsLong();
        energies.save(now, true);
        memory.preset(TOTAL_TIME, 0, figures().get(TOTAL_TIME));
        saveMemory(now);
    }
}
