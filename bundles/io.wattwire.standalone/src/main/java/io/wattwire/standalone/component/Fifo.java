package io.wattwire.standalone.component;

import io.wattwire.standalone.monitor.Faults;
import io.wattwire.standalone.util.Properties;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireReceiver;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands envelopes on from a thread of its own, in order, so that a slow receiver does not hold up a
 * Timer. When the queue is full the emitter waits or, with {@code discard.envelopes}, the new
 * envelope is lost.
 */
@Component(
        name = Fifo.PID,
        service = {
            ConfigurableComponent.class,
            WireComponent.class,
            WireEmitter.class,
            WireReceiver.class,
            Producer.class,
            Consumer.class
        },
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = "kura.ui.service.hide:Boolean=true")
public final class Fifo extends Wired implements WireEmitter, WireReceiver, ConfigurableComponent {
    /** The component's name, as in Kura. */
    static final String PID = "org.eclipse.kura.wire.Fifo";

    private static final Logger LOG = LoggerFactory.getLogger(Fifo.class);
    private static final int DEFAULT_CAPACITY = 50;
    private static final int MAX_CAPACITY = 1_000_000;
    private static final long LOOK_AGAIN_MS = 100;

    private final BlockingQueue<WireEnvelope> queue;
    private final boolean discard;
    private final Thread thread;
    private final String pid;
    private final Faults faults;
    private volatile boolean running = true;

    /**
     * Begins to hand on.
     *
     * @param helper makes the wire support
     * @param faults hears of lost envelopes and of settings that are refused
     * @param context of the component
     * @param properties {@code queue.capacity} and {@code discard.envelopes}
     */
    @Activate
    public Fifo(
            @Reference WireHelperService helper,
            @Reference Faults faults,
            ComponentContext context,
            Map<String, Object> properties) {
        super(helper, context);
        this.faults = faults;
        Properties settings = new Properties(properties);
        pid = settings.pid();
        discard = settings.flag("discard.envelopes", false);
        queue = new ArrayBlockingQueue<>(capacity(settings, faults));
        thread = new Thread(this::run, pid + "-EmitterThread");
        thread.start();
    }

    private static int capacity(Properties settings, Faults faults) {
        try {
            return settings.number("queue.capacity", DEFAULT_CAPACITY, 1, MAX_CAPACITY);
        } catch (IllegalArgumentException e) {
            faults.report(settings.pid(), e.getMessage(), DEFAULT_CAPACITY + " is used");
            return DEFAULT_CAPACITY;
        }
    }

    @Override
    public void onWireReceive(WireEnvelope envelope) {
        if (discard) {
            if (!queue.offer(envelope)) {
                faults.report(
                        pid,
                        "queue full, envelopes are lost",
                        "raise queue.capacity or make the receivers faster");
            }
            return;
        }
        try {
            boolean taken = false;
            while (running && !taken) { // a stop must not leave the emitter waiting
                taken = queue.offer(envelope, LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running) {
            try {
                wires.emit(queue.take().getRecords());
            } catch (InterruptedException e) {
                return; // stopped
            } catch (RuntimeException | Error e) { // else nothing would be handed on any more
                LOG.error("{}: envelope not handed on", pid, e);
            }
        }
    }

    /** Hands on no further envelope; those in the queue are lost, as in Kura. */
    @Deactivate
    public void stop() {
        running = false;
        thread.interrupt();
    }
}
