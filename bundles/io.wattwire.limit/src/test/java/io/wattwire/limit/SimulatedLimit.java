package io.wattwire.limit;

import io.wattwire.device.wire.Gate;
import io.wattwire.limit.law.Decision;
import io.wattwire.limit.law.LimitSettings;
import io.wattwire.limit.law.LimitState;
import io.wattwire.limit.law.Readings;
import io.wattwire.limit.law.Slot;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;

/**
 * The limit as the component runs it, parsed settings, store, steps, gate and ports, without its
 * thread and with the clocks of a simulation.
 */
public final class SimulatedLimit {

    /** Where a simulation hears what the limit emits. */
    public interface Listener {

        /** A command for one of the inverters 1 to n. */
        void commanded(int number, double limitW);

        /** The status of port 0. */
        void told(Map<String, TypedValue<?>> status);
    }

    /** Limits in the same one know of each other. */
    public static final class Framework {

        private final Claims claims = new Claims();
    }

    private final ReadingStore<Slot> store = new ReadingStore<>();
    private final Gate gate = new Gate();
    private final LongSupplier nanos;
    private final LongSupplier wallMillis;
    private final LimitRun run;
    private final Claimant claimant;
    private Configured configured;

    /** A limit that has just been started, in a framework of its own. */
    public SimulatedLimit(
            Map<String, Object> properties,
            Listener listener,
            LongSupplier nanos,
            LongSupplier wallMillis) {
        this(new Framework(), properties, listener, nanos, wallMillis);
    }

    /** A limit that has just been started, maybe beside others. */
    public SimulatedLimit(
            Framework framework,
            Map<String, Object> properties,
            Listener listener,
            LongSupplier nanos,
            LongSupplier wallMillis) {
        this.nanos = nanos;
        this.wallMillis = wallMillis;
        this.configured = Configured.first(properties);
        store.listenTo(configured.sources());
        this.claimant = new Claimant(framework.claims, "limit", Set::of, commands -> {});
        this.run =
                new LimitRun(
                        "limit",
                        () -> configured,
                        () -> new Readings(store.samples()),
                        new StubGuard(),
                        Forgetful.WITNESS,
                        claimant,
                        new Heard(listener),
                        gate,
                        nanos,
                        wallMillis);
    }

    /** An envelope that arrives on the wires. */
    public boolean receive(String asset, Map<String, Object> values) {
        return store.accept(envelope(asset, values), nanos.getAsLong(), wallMillis.getAsLong());
    }

    /** One step of the limit's thread. */
    public void step() {
        run.run();
    }

    /** Another configuration, as the component takes it. */
    public void modify(Map<String, Object> properties) {
        configured = configured.next(properties);
        store.listenTo(configured.sources());
    }

    /** The end of the component. */
    public void stop() {
        run.ending().ask();
        run.run();
        claimant.leave();
        try {
            gate.shut(Duration.ZERO);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static WireEnvelope envelope(String asset, Map<String, Object> values) {
        Map<String, TypedValue<?>> typed = new HashMap<>();
        values.forEach((name, value) -> typed.put(name, TypedValues.newTypedValue(value)));
        typed.put("assetName", TypedValues.newStringValue(asset));
        return new WireEnvelope("emitter", List.of(new WireRecord(typed)));
    }

    /** Nothing is written down: thousands of days pass here. */
    private enum Forgetful implements Witness {
        WITNESS;

        @Override
        public LimitState resume(LimitState start) {
            return start;
        }

        @Override
        public void saw(
                LimitSettings settings,
                LimitState before,
                Readings readings,
                long nowNanos,
                Decision decision) {
            // the ledger's own tests replay what it saw
        }

        @Override
        public void note(String text, long nowNanos) {
            // as above
        }

        @Override
        public String problem() {
            return "";
        }
    }

    private record Heard(Listener listener) implements Ports {

        private static final Set<String> LIMITS =
                Set.of("inverter_power_limit", "grid_export_limit");

        @Override
        public void device(int port, Map<String, TypedValue<?>> command) {
            command.forEach(
                    (name, value) -> {
                        if (LIMITS.contains(name)) {
                            listener.commanded(port, (Double) value.getValue());
                        }
                    });
        }

        @Override
        public void status(Map<String, TypedValue<?>> status) {
            listener.told(status);
        }
    }
}
