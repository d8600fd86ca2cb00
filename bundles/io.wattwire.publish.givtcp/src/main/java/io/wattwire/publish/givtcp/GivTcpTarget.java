package io.wattwire.publish.givtcp;

import io.wattwire.publish.Delivery;
import io.wattwire.publish.Sample;
import io.wattwire.publish.Target;
import io.wattwire.publish.control.ControlPoint;
import io.wattwire.publish.control.Plant;
import io.wattwire.publish.givtcp.data.Fleet;
import io.wattwire.publish.givtcp.data.InfluxLines;
import io.wattwire.publish.givtcp.data.Snapshot;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps GivTCP's structure of each inverter and publishes it after each cycle of reading.
 *
 * <p>The topics have no place for values of the past, so that a broker that was away gets what
 * holds when it is there again; what came in meanwhile is counted as lost. InfluxDB gets every
 * cycle.
 */
final class GivTcpTarget implements Target {

    private static final Logger LOG = LoggerFactory.getLogger(GivTcpTarget.class);

    private static final int BATCH = 5000;

    /** An inverter and its batteries are several assets, which are read one after the other. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final String owner;
    private final GivTcpSettings settings;
    private final Fleet fleet;
    private final Doors doors;
    private final Map<String, Station> stations = new ConcurrentHashMap<>();
    private List<Sample> taken = List.of();
    private List<Snapshot> cycles = List.of();

    GivTcpTarget(String owner, GivTcpSettings settings, Plant plant) {
        this.owner = owner;
        this.settings = settings;
        fleet = new Fleet(settings.form(), settings.raw(), plant, System::nanoTime);
        doors = new Doors(owner, settings.doors(), new FleetInverters(fleet), plant, this::answer);
    }

    @Override
    public Delivery deliver(List<Sample> batch) throws IOException, InterruptedException {
        take(batch);
        Delivery delivery = send(batch.size());
        taken = List.of();
        cycles = List.of();
        return delivery;
    }

    /** What failed comes again, with more behind it: only that is news. */
    private void take(List<Sample> batch) {
        int known = taken.size();
        boolean again = batch.size() >= known && batch.subList(0, known).equals(taken);
        List<Snapshot> all = new ArrayList<>(again ? cycles : List.of());
        all.addAll(fleet.take(again ? batch.subList(known, batch.size()) : batch));
        cycles = all;
        taken = List.copyOf(batch);
    }

    private Delivery send(int samples) throws IOException, InterruptedException {
        if (settings.influx().isPresent()) {
            List<String> lines =
                    cycles.stream().map(InfluxLines::of).filter(it -> !it.isEmpty()).toList();
            return lines.isEmpty()
                    ? Delivery.COMPLETE
                    : new InfluxDoor(settings.influx().get()).write(lines, samples);
        }
        return settings.access().isPresent() ? toBroker(samples) : Delivery.COMPLETE;
    }

    private Delivery toBroker(int samples) throws InterruptedException {
        Map<String, Snapshot> latest = new LinkedHashMap<>();
        cycles.forEach(it -> latest.put(it.serial(), it));
        try {
            for (Snapshot snapshot : latest.values()) {
                stations.computeIfAbsent(snapshot.serial(), this::station).publish(snapshot);
            }
            return Delivery.COMPLETE;
        } catch (IOException away) {
            return new Delivery(samples, away.getMessage());
        }
    }

    private void answer(String serial, String command, String json) {
        Station station = stations.get(serial);
        if (station != null) {
            station.answer(command, json);
        }
    }

    private Station station(String serial) {
        return new Station(owner, settings, serial, doors, () -> commanded(serial));
    }

    /** The ports of REST that are open now. */
    List<Integer> ports() {
        return doors.ports();
    }

    private Set<String> commanded(String serial) {
        return settings.doors().rules().points().stream()
                .filter(it -> fleet.owns(serial, it.asset()))
                .map(ControlPoint::channel)
                .collect(Collectors.toSet());
    }

    @Override
    public int largestBatch() {
        return BATCH;
    }

    @Override
    public Duration linger() {
        return LINGER;
    }

    @Override
    public void retire() {
        try {
            for (Station station : stations.values()) {
                station.retire();
            }
        } catch (IOException lost) {
            LOG.warn(
                    "{}: descriptions stay at the broker, as it is not there: {}; remove its"
                            + " retained messages below GivEnergy/ of Home Assistant's prefix",
                    owner,
                    lost.getMessage());
        }
    }

    @Override
    public void close() {
        doors.close();
        stations.values().forEach(Station::close);
    }
}
