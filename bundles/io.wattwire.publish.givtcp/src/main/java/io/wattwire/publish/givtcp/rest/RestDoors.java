package io.wattwire.publish.givtcp.rest;

import io.wattwire.publish.http.serve.DoorSettings;
import io.wattwire.publish.http.serve.FrontDoor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ports of REST: one, or one for each inverter as each instance of GivTCP had its own. A port
 * that others have is tried again; the values go on meanwhile.
 */
public final class RestDoors implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RestDoors.class);
    private static final long RETRY_SECONDS = 10;

    private final String owner;
    private final RestApi api;
    private final List<Wanted> wanted = new ArrayList<>();
    private final List<FrontDoor> open = new ArrayList<>();
    private final ScheduledExecutorService retry;
    private boolean told;
    private boolean closed;

    /** A door that is not open yet. */
    private record Wanted(DoorSettings settings, Optional<String> serial) {}

    /**
     * Opens the doors.
     *
     * @param owner the component's {@code kura.service.pid}
     * @param first where the first one is; the others are at the ports after it
     * @param serials the inverter of each port; empty for one port and whichever inverter there is
     * @param api who answers
     */
    public RestDoors(String owner, DoorSettings first, List<String> serials, RestApi api) {
        this.owner = owner;
        this.api = api;
        if (serials.isEmpty()) {
            wanted.add(new Wanted(first, Optional.empty()));
        }
        for (int i = 0; i < serials.size(); i++) {
            wanted.add(new Wanted(next(first, i), Optional.of(serials.get(i))));
        }
        retry =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread worker = new Thread(task, "wattwire-rest-" + owner);
                            worker.setDaemon(true);
                            return worker;
                        });
        openAll();
    }

    /** Where any port will do, any will do for the next one too. */
    private static DoorSettings next(DoorSettings first, int further) {
        return first.at(first.port() == 0 ? 0 : first.port() + further);
    }

    private synchronized void openAll() {
        if (closed) {
            return;
        }
        wanted.removeIf(this::opened);
        if (!wanted.isEmpty()) {
            retry.schedule(this::openAll, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private boolean opened(Wanted door) {
        try {
            FrontDoor opened = new FrontDoor(owner, door.settings(), api.routes(door.serial()));
            open.add(opened);
            LOG.info("{}: answers GivTCP's REST at port {}", owner, opened.port());
            return true;
        } catch (IOException taken) {
            if (!told) {
                LOG.error(
                        "{}: {}; tried again every {} s", owner, taken.getMessage(), RETRY_SECONDS);
            }
            told = true;
            return false;
        }
    }

    /**
     * Where it listens.
     *
     * @return the TCP ports that are open now
     */
    public synchronized List<Integer> ports() {
        return open.stream().map(FrontDoor::port).toList();
    }

    @Override
    public void close() {
        retry.shutdownNow();
        synchronized (this) {
            closed = true;
            open.forEach(FrontDoor::close);
            open.clear();
        }
    }
}
