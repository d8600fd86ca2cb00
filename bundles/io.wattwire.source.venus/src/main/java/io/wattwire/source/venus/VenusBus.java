package io.wattwire.source.venus;

import io.wattwire.device.source.Emission;
import io.wattwire.publish.venus.bus.BusConnection;
import io.wattwire.publish.venus.bus.BusException;
import io.wattwire.publish.venus.bus.BusItems;
import io.wattwire.publish.venus.bus.BusLink;
import io.wattwire.publish.venus.bus.BusPlace;
import io.wattwire.publish.venus.bus.BusSignal;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a GX on its D-Bus: what every service has when it is met, then what changes. It only ever
 * asks; it writes nothing and takes no name.
 */
final class VenusBus implements BusLink.User, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VenusBus.class);

    private static final long BEAT_MILLIS = 400;
    private static final long LOOK_SECONDS = 5;
    private static final String OWNERS = BusConnection.BUS + ".NameOwnerChanged";
    private static final String ITEMS = BusItems.INTERFACE + ".ItemsChanged";
    private static final String PROPERTIES = BusItems.INTERFACE + ".PropertiesChanged";
    private static final String NO_METHOD = "org.freedesktop.DBus.Error.UnknownMethod";

    private final String owner;
    private final House house;
    private final Outlet outlet;
    private final Unreadable unreadable;
    private final Guests guests;
    private final Promptness promptness = new Promptness();
    private final BusLink link;
    private final ScheduledExecutorService beat;
    private final ScheduledExecutorService scan;
    private volatile BusConnection connection;

    VenusBus(String owner, BusPlace place, VenusSettings settings, Emission emission) {
        this.owner = owner;
        house = new House(settings.choices(), news -> LOG.info("{}: {}", owner, news));
        guests = new Guests(settings.choices());
        outlet = new Outlet(owner, house, emission);
        unreadable = new Unreadable(text -> LOG.warn("{}: {}", owner, text));
        link = new BusLink(owner, place, this);
        beat = Outlet.thread("wattwire-venus-beat-" + owner);
        scan = Outlet.thread("wattwire-venus-scan-" + owner);
        link.start();
        beat.scheduleWithFixedDelay(this::beat, 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
        scan.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void connected(BusConnection made) throws IOException {
        house.forget();
        promptness.forget();
        guests.clear();
        made.onSignal(signal -> heard(made, signal));
        made.watch("type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged'");
        made.watch("type='signal',interface='" + BusItems.INTERFACE + "'");
        for (String name : made.names()) {
            meet(made, name);
        }
        house.settle();
        connection = made;
    }

    @Override
    public void lost() {
        connection = null;
    }

    /** Asks a service for all that it has; one that does not answer is asked again later. */
    private void meet(BusConnection bus, String name) throws IOException {
        if (!guests.wanted(name)) {
            return;
        }
        try {
            String sender = bus.ownerOf(name);
            Map<?, ?> items = all(bus, name);
            Map<String, Double> values = Items.of(items);
            Optional<Service> come =
                    guests.come(name, sender, values.get(Items.INSTANCE), this::told);
            come.ifPresent(
                    service -> {
                        complain(service, items);
                        values.forEach((path, value) -> house.know(new Path(service, path), value));
                    });
        } catch (IOException silent) {
            if (!bus.isOpen()) {
                throw silent;
            }
            told(name + " does not tell its values: " + silent.getMessage());
        }
    }

    private static Map<?, ?> all(BusConnection bus, String name) throws IOException {
        try {
            return bus.items(name);
        } catch (BusException old) {
            if (!old.name().equals(NO_METHOD)) {
                throw old;
            }
            return bus.call(name, "/", BusItems.INTERFACE, "GetValue", "") instanceof Map<?, ?> all
                    ? all
                    : Map.of();
        }
    }

    private void told(String news) {
        LOG.info("{}: {}", owner, news);
    }

    /** On the reading thread, which may not wait. */
    private void heard(BusConnection bus, BusSignal signal) {
        boolean bySelf = signal.sender().equals(BusConnection.BUS);
        if (bySelf && signal.type().equals(OWNERS) && signal.arguments().size() == 3) {
            moved(bus, String.valueOf(signal.arguments().get(0)));
            return;
        }
        Service service = guests.of(signal.sender());
        if (service == null || signal.arguments().isEmpty()) {
            return;
        }
        if (signal.type().equals(ITEMS)) {
            take(service, signal.arguments().get(0));
        } else if (signal.type().equals(PROPERTIES)) {
            take(service, Map.of(signal.path(), signal.arguments().get(0)));
        }
    }

    /** A name has another owner, or none: its values are of somebody else. */
    private void moved(BusConnection bus, String name) {
        Service service = guests.go(name);
        if (service != null) {
            house.gone(service);
        }
        if (guests.wanted(name) && !scan.isShutdown()) {
            scan.execute(() -> again(bus, name));
        }
    }

    private void again(BusConnection bus, String name) {
        try {
            if (bus.names().contains(name)) {
                meet(bus, name);
                house.look();
            }
        } catch (IOException gone) {
            LOG.debug("{}: the bus is gone", owner, gone);
        }
    }

    private void complain(Service service, Object items) {
        Items.texts(items)
                .forEach(
                        path -> unreadable.tell(new Path(service, path), "its value is no number"));
    }

    private void take(Service service, Object items) {
        complain(service, items);
        Map<String, Double> values = Items.of(items);
        boolean prompt = promptness.prompt(System.nanoTime());
        long now = System.currentTimeMillis();
        boolean fresh = false;
        for (Map.Entry<String, Double> value : values.entrySet()) {
            Path path = new Path(service, value.getKey());
            fresh |= house.take(path, value.getValue(), prompt, now);
        }
        if (fresh) {
            outlet.plan();
        }
    }

    /** What comes behind the bus's answer was sent after our question. */
    private void beat() {
        BusConnection bus = connection;
        if (bus == null) {
            return;
        }
        try {
            String sent = promptness.send(System.nanoTime());
            bus.ownerOf(bus.name());
            promptness.back(sent);
        } catch (IOException late) {
            LOG.debug("{}: the bus does not answer", owner, late);
        } catch (RuntimeException defect) { // else there would be no beat any more
            LOG.error("{}: a defect in the source, please report it", owner, defect);
        }
    }

    /** Meets those that did not answer. */
    private void look() {
        BusConnection bus = connection;
        if (bus == null) {
            return;
        }
        try {
            for (String name : bus.names()) {
                if (!guests.knows(name)) {
                    meet(bus, name);
                }
            }
            house.look();
        } catch (IOException gone) {
            LOG.debug("{}: the bus is gone", owner, gone);
        } catch (RuntimeException defect) { // else there would be no look any more
            LOG.error("{}: a defect in the source, please report it", owner, defect);
        }
    }

    @Override
    public void close() {
        beat.shutdownNow();
        scan.shutdownNow();
        link.close();
        outlet.close();
    }
}
