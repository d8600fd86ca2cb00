package io.wattwire.device.link;

import io.wattwire.device.link.LinkException.Reason;
import io.wattwire.device.model.Documents;
import io.wattwire.serial.SerialPorts;
import io.wattwire.serial.SerialSettings;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * All links of this process, one per endpoint, so that drivers on one RS-485 line or one TCP
 * connection share it. Thread-safe.
 */
public final class LinkPool {

    private static final LinkPool SHARED = new LinkPool();

    private final PortWire.Opener ports;
    private final Duration latestAnswer;
    private final Map<String, Link> links = new HashMap<>();
    private final Set<FrameListener> listeners = new CopyOnWriteArraySet<>();
    private final Attendant attendant = new Attendant();

    /** Makes a pool of its own, for tests and tools; drivers use {@link #shared()}. */
    public LinkPool() {
        this(SerialPorts::open);
    }

    LinkPool(PortWire.Opener ports) {
        this(ports, Orphans.LATEST_ANSWER);
    }

    LinkPool(PortWire.Opener ports, Duration latestAnswer) {
        this.ports = ports;
        this.latestAnswer = latestAnswer;
    }

    /**
     * Gives the pool that everybody in this process shares.
     *
     * @return always the same pool
     */
    public static LinkPool shared() {
        return SHARED;
    }

    /**
     * Takes a share of the link to an endpoint; nothing is connected yet.
     *
     * @param address the endpoint
     * @param owner name for messages and for fair turns, usually the driver's {@code
     *     kura.service.pid}
     * @param timing the breaks that the owner's devices need
     * @return the lease, to be closed by its owner
     * @throws LinkException with reason BUSY if the endpoint is in use with other line settings or
     *     another framing; the message names the first owner
     */
    public LinkLease acquire(LinkAddress address, String owner, LinkTiming timing)
            throws LinkException {
        return acquire(address, owner, timing, Documents.none());
    }

    /**
     * The same for devices that may speak in documents.
     *
     * @param address the endpoint
     * @param owner name for messages and for fair turns
     * @param timing the breaks that the owner's devices need
     * @param documents where the owner's words are in the documents of an HTTP device
     * @return the lease, to be closed by its owner
     * @throws LinkException with reason BUSY if the endpoint is in use otherwise
     */
    public LinkLease acquire(
            LinkAddress address, String owner, LinkTiming timing, Documents documents)
            throws LinkException {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(documents, "documents");
        Objects.requireNonNull(timing, "timing");
        synchronized (links) {
            Link link = links.computeIfAbsent(endpoint(address), key -> link(address));
            if (!sameLine(link.address(), address)) {
                throw new LinkException(
                        Reason.BUSY,
                        address.text()
                                + " is already in use as "
                                + link.address().text()
                                + " by "
                                + link.firstOwner()
                                + "; give both the same settings");
            }
            Lease lease = new Lease(link, address, owner, timing, documents);
            link.leases().add(lease);
            return lease;
        }
    }

    /**
     * Adds a listener that hears of every frame on every link. It is called in the thread that
     * talks to the device and must return at once; what it throws is dropped.
     *
     * @param listener the listener; adding it twice is adding it once
     */
    public void addFrameListener(FrameListener listener) {
        listeners.add(listener);
    }

    /**
     * Removes a listener.
     *
     * @param listener the listener
     */
    public void removeFrameListener(FrameListener listener) {
        listeners.remove(listener);
    }

    void release(Link link, Lease lease) {
        synchronized (links) {
            link.leases().remove(lease);
        }
        closeIfUnused(link);
    }

    /**
     * Closes a link that nobody has a lease on; one that is busy comes here again when its last
     * exchange has ended.
     */
    void closeIfUnused(Link link) {
        synchronized (links) {
            if (link.leases().isEmpty() && link.idle()) {
                links.values().remove(link);
                attendant.remove(link);
                link.disconnect();
            }
        }
    }

    private Link link(LinkAddress address) {
        FrameRecorder recorder = new FrameRecorder(address.text(), listeners);
        Link link = new Link(address, this, speech(address, recorder), recorder.trace());
        if (link.speaksByItself()) {
            attendant.add(link);
        }
        return link;
    }

    /** What is spoken at an address. */
    private Speech speech(LinkAddress address, FrameRecorder recorder) {
        if (address instanceof Http http) {
            Wire wire = new SocketWire(hostPort(http), "check address and port of the device");
            return new HttpSpeech(http.text(), new HttpConversation(http, wire, recorder));
        }
        Envelope envelope = envelope(address);
        Line line = new Line(address.text(), wire(address, envelope), envelope, recorder);
        return isCms(address)
                ? new CmsSpeech(line)
                : new Conversation(line, new Orphans(latestAnswer));
    }

    private Wire wire(LinkAddress address, Envelope envelope) {
        SerialSettings port = port(address);
        if (port != null) {
            return new PortWire(port, ports);
        }
        return new SocketWire(hostPort(address), envelope.refusedRemedy());
    }

    private static boolean isCms(LinkAddress address) {
        return address instanceof Cms || address instanceof CmsTcp;
    }

    /** The serial port of an address; null where there is none. */
    private static SerialSettings port(LinkAddress address) {
        if (address instanceof Rtu rtu) {
            return rtu.settings();
        }
        return address instanceof Cms cms ? cms.settings() : null;
    }

    private static HostPort hostPort(LinkAddress address) {
        if (address instanceof RtuTcp bridge) {
            return new HostPort(bridge.host(), bridge.port());
        }
        if (address instanceof Solarman logger) {
            return new HostPort(logger.host(), logger.port());
        }
        if (address instanceof Http http) {
            return new HostPort(http.host(), http.port());
        }
        if (address instanceof CmsTcp server) {
            return new HostPort(server.host(), server.port());
        }
        if (address instanceof GivEnergy dongle) {
            return new HostPort(dongle.host(), dongle.port());
        }
        Tcp tcp = (Tcp) address;
        return new HostPort(tcp.host(), tcp.port());
    }

    private static Envelope envelope(LinkAddress address) {
        if (address instanceof Rtu rtu) {
            return new RtuEnvelope(rtu.settings().baud(), rtu.settings().bitsPerChar());
        }
        if (address instanceof Solarman logger) {
            return new SolarmanEnvelope(logger.loggerSerial());
        }
        if (address instanceof Cms cms) {
            return new CmsEnvelope(cms.settings().baud(), cms.settings().bitsPerChar());
        }
        if (address instanceof CmsTcp) {
            return CmsEnvelope.behindServer();
        }
        if (address instanceof GivEnergy dongle) {
            return new GivEnergyEnvelope(dongle.serial());
        }
        return address instanceof RtuTcp ? RtuEnvelope.behindBridge() : new MbapEnvelope();
    }

    /** What can be open only once: the device file behind all its names, or host and port. */
    private static String endpoint(LinkAddress address) {
        if (port(address) != null) {
            return deviceFile(port(address).device());
        }
        return hostPort(address).text().toLowerCase(Locale.ROOT);
    }

    private static String deviceFile(String device) {
        try {
            return Path.of(device).toRealPath().toString();
        } catch (IOException | InvalidPathException e) {
            return device; // not there now; opening it will say so
        }
    }

    private static boolean sameLine(LinkAddress first, LinkAddress second) {
        boolean alike = first.getClass() == second.getClass();
        if (alike && port(first) != null) {
            return port(first).line().equals(port(second).line());
        }
        if (first instanceof Solarman one && second instanceof Solarman other) {
            return one.loggerSerial() == other.loggerSerial();
        }
        if (first instanceof GivEnergy one && second instanceof GivEnergy other) {
            return one.serial().equals(other.serial());
        }
        if (first instanceof Http one && second instanceof Http other) {
            return one.credential().equals(other.credential());
        }
        return alike;
    }
}
