package io.wattwire.standalone.component;

import io.wattwire.standalone.monitor.Faults;
import io.wattwire.standalone.util.Properties;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireRecord;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.wireadmin.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Emits the time at a fixed rate, as Kura's Timer of type SIMPLE. The whole graph behind it runs on
 * its thread; ticks that a slow graph misses come later, one after the other. Type CRON is refused.
 */
@Component(
        name = Timer.PID,
        service = {
            ConfigurableComponent.class,
            WireComponent.class,
            WireEmitter.class,
            Producer.class
        },
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = "kura.ui.service.hide:Boolean=true")
public final class Timer extends Wired implements WireEmitter, ConfigurableComponent {
    /** The component's name, as in Kura. */
    static final String PID = "org.eclipse.kura.wire.Timer";

    private static final Logger LOG = LoggerFactory.getLogger(Timer.class);
    private static final String SIMPLE = "SIMPLE";
    private static final String INTERVAL = "simple.interval";
    private static final String UNIT = "simple.time.unit";
    private static final String FIRST_POLICY = "simple.first.tick.policy";
    private static final String FIRST = "simple.custom.first.tick.interval";

    private final ScheduledExecutorService thread;

    /**
     * Begins to tick, unless its settings are refused.
     *
     * @param helper makes the wire support
     * @param faults hears of settings that are refused
     * @param context of the component
     * @param properties its settings
     */
    @Activate
    public Timer(
            @Reference WireHelperService helper,
            @Reference Faults faults,
            ComponentContext context,
            Map<String, Object> properties) {
        super(helper, context);
        Properties settings = new Properties(properties);
        thread =
                Executors.newSingleThreadScheduledExecutor(
                        task -> new Thread(task, "WiresTimer_" + settings.pid()));
        try {
            start(settings);
        } catch (IllegalArgumentException e) {
            faults.report(settings.pid(), e.getMessage(), "no tick is emitted until then");
        }
    }

    private void start(Properties settings) {
        String type = settings.text("type", SIMPLE);
        if (!SIMPLE.equalsIgnoreCase(type)) {
            throw new IllegalArgumentException(
                    "type " + type + " needs a real Kura; write SIMPLE for the run without it");
        }
        TimeUnit unit = settings.unit(UNIT, TimeUnit.SECONDS, TimeUnit.MILLISECONDS);
        int interval = settings.number(INTERVAL, 10, 1, Integer.MAX_VALUE);
        boolean custom = "CUSTOM".equalsIgnoreCase(settings.text(FIRST_POLICY, "DEFAULT"));
        int first = custom ? settings.number(FIRST, 0, 0, Integer.MAX_VALUE) : interval;
        thread.scheduleAtFixedRate(
                this::tick, unit.toMillis(first), unit.toMillis(interval), TimeUnit.MILLISECONDS);
    }

    private void tick() {
        try {
            wires.emit(
                    List.of(
                            new WireRecord(
                                    Map.of(
                                            "TIMER",
                                            TypedValues.newLongValue(
                                                    System.currentTimeMillis())))));
        } catch (RuntimeException | Error e) { // else the executor would tick no more
            LOG.error("Tick failed", e);
        }
    }

    /** No further tick begins. */
    @Deactivate
    public void stop() {
        thread.shutdownNow();
    }
}
