package io.wattwire.standalone.cloud;

import io.wattwire.standalone.Backlog;
import io.wattwire.standalone.monitor.Faults;
import io.wattwire.standalone.monitor.Publications;
import io.wattwire.standalone.util.Properties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.KuraStoreException;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.system.SystemService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages, keeps them on disk and brings them to the broker, with Kura's name and settings.
 * Unlike Kura's it sends in the order of arrival and knows no priorities. It connects once somebody
 * has told it what to say at the beginning and end of a connection.
 */
@Component(
        name = DataService.PID,
        service = {DataService.class, ConfigurableComponent.class},
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = "kura.ui.service.hide:Boolean=true")
public final class DataService implements ConfigurableComponent {
    /** The component's name, as in Kura. */
    static final String PID = "org.eclipse.kura.data.DataService";

    private static final Logger LOG = LoggerFactory.getLogger(DataService.class);

    private final DataSettings settings;
    private final Transport transport;
    private final Publications publications;
    private final Faults faults;
    private final MessageStore store;

    /** Ids go on growing over restarts, since the store keeps messages over them. */
    private final AtomicLong ids = new AtomicLong(System.currentTimeMillis() * 1000);

    private volatile Sender sender;

    /**
     * Opens the store.
     *
     * @param transport connects to the broker
     * @param system knows the data directory
     * @param publications counts messages
     * @param faults hears of lost messages and connections
     * @param properties its settings
     */
    @Activate
    public DataService(
            @Reference(name = "DataTransportService") Transport transport,
            @Reference SystemService system,
            @Reference Publications publications,
            @Reference Faults faults,
            Map<String, Object> properties) {
        this(
                DataSettings.of(new Properties(properties), faults),
                Path.of(system.getKuraDataDirectory(), "messages"),
                transport,
                publications,
                faults);
    }

    DataService(
            DataSettings settings,
            Path directory,
            Transport transport,
            Publications publications,
            Faults faults) {
        this.settings = settings;
        this.transport = transport;
        this.publications = publications;
        this.faults = faults;
        try {
            store =
                    new MessageStore(
                            settings.pid(),
                            directory.resolve(settings.pid()),
                            settings.capacity(),
                            faults,
                            this::wake);
        } catch (IOException e) {
            faults.report(
                    settings.pid(),
                    "the store of messages does not open: " + e.getMessage(),
                    "see to the data directory; nothing is published");
            throw new UncheckedIOException(e);
        }
        publications.queue(settings.pid(), this::backlog);
    }

    private void wake() {
        Sender current = sender;
        if (current != null) {
            current.wake();
        }
    }

    private Backlog backlog() {
        return new Backlog(isConnected(), store.waiting(), store.dropped());
    }

    /** How many messages would outlive the process now. */
    long onDisk() {
        return store.queue().waiting();
    }

    /** Ends the connection and closes the store. */
    @Deactivate
    public void stop() {
        close();
        publications.queue(settings.pid(), null);
        try {
            store.close();
        } catch (IOException e) {
            faults.report(settings.pid(), "the store does not close: " + e, "see to the disk");
        }
    }

    /** Begins to send. */
    synchronized void open(Lifecycle lifecycle) {
        close();
        sender = new Sender(settings, transport, store, lifecycle, publications, faults);
        sender.start();
    }

    /** Disconnects cleanly and ends to send; further messages are only kept. */
    synchronized void close() {
        Sender old = sender;
        sender = null;
        if (old != null) {
            old.stop();
        }
    }

    void want(boolean connection) {
        Sender current = sender;
        if (current != null) {
            current.want(connection);
        }
    }

    boolean isConnected() {
        Sender current = sender;
        return current != null && current.isEstablished();
    }

    String account() {
        return transport.account();
    }

    String clientId() {
        return transport.clientId();
    }

    /** Hears of messages below a level; what is sent does not depend on it. */
    void hear(String level, Transport.Inbox inbox) {
        try {
            transport.subscribe(
                    level + "#",
                    (topic, payload, retained) -> {
                        if (topic.startsWith(level)) { // a filter also means the level itself
                            inbox.arrived(topic.substring(level.length()), payload, retained);
                        }
                    });
        } catch (IOException e) {
            faults.report(
                    settings.pid(),
                    "requests are not heard: " + e.getMessage(),
                    "see to the broker's access list, or set enable.default.subscriptions to false");
        }
    }

    /** Sends at once or not at all: an answer that comes hours later is none. */
    void answer(Message message) {
        try {
            if (isConnected()) {
                transport.publish(message, arrived -> {});
            }
        } catch (IOException e) {
            LOG.debug("{}: an answer is not sent: {}", settings.pid(), e.getMessage());
        }
    }

    /** An id that no other message has. */
    long nextId() {
        return ids.incrementAndGet();
    }

    /** Takes a message over. Never waits. */
    void publish(Message message) throws KuraException {
        if (message.payload().length > settings.maxPayload()) {
            throw new KuraException(
                    KuraErrorCode.INVALID_PARAMETER,
                    "payload of %d bytes, maximum.payload.size is %d"
                            .formatted(message.payload().length, settings.maxPayload()));
        }
        if (!store.offer(message)) {
            throw new KuraStoreException("message lost");
        }
        publications.accepted(message.topic());
    }
}
