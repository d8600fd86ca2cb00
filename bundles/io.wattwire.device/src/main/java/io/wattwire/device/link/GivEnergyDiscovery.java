package io.wattwire.device.link;

import io.wattwire.device.frame.GivEnergyFrame;
import io.wattwire.device.model.RegisterKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Looks for GivEnergy dongles, on demand only. Dongles answer no broadcast, so each address is
 * asked for its inverter's model code.
 */
public final class GivEnergyDiscovery {

    /** Most addresses in one search. */
    public static final int MOST = 1024;

    private static final int AT_ONCE = 32;
    private static final int INVERTER = 0x11;

    private GivEnergyDiscovery() {}

    /**
     * A dongle that answered.
     *
     * @param host address that was asked
     * @param dongle serial of the dongle
     * @param inverter serial of the inverter behind it
     * @param modelCode the inverter's own code of its model, 0 to 65535, usually written in hex
     */
    public record Dongle(String host, String dongle, String inverter, int modelCode) {}

    /**
     * Asks each address once.
     *
     * @param hosts addresses, 1024 at most
     * @param port TCP port, usually 8899
     * @param wait how long one address may take for connection and answer
     * @return who answered as a dongle does, in the order of the addresses
     * @throws IllegalArgumentException if there are more addresses
     */
    public static List<Dongle> ask(Collection<String> hosts, int port, Duration wait) {
        if (hosts.size() > MOST) {
            throw new IllegalArgumentException(
                    hosts.size()
                            + " addresses are too many at once; name a network of /22 or less");
        }
        LinkPool pool = new LinkPool();
        ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Optional<Dongle>>> asked = new ArrayList<>();
            hosts.forEach(host -> asked.add(askers.submit(() -> ask(pool, host, port, wait))));
            List<Dongle> found = new ArrayList<>();
            for (Future<Optional<Dongle>> one : asked) {
                one.get().ifPresent(found::add);
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException defect) {
            throw new IllegalStateException(defect.getCause());
        } finally {
            askers.shutdownNow();
        }
    }

    private static Optional<Dongle> ask(LinkPool pool, String host, int port, Duration wait) {
        byte[] question = ModbusPdu.readRequest(RegisterKind.HOLDING, 0, 1);
        try (LinkLease lease =
                pool.acquire(new GivEnergy(host, port), "discovery", LinkTiming.NONE)) {
            byte[] answer =
                    lease.exchange(INVERTER, question, Priority.FAST, Deadline.in(wait), wait);
            int code = ModbusPdu.parseRead(RegisterKind.HOLDING, 1, answer)[0];
            List<Frame> frames = lease.trace().frames();
            return frames.stream()
                    .filter(frame -> !frame.sent() && frame.unit() == INVERTER)
                    .map(frame -> dongle(host, frame.bytes(), code))
                    .reduce((earlier, last) -> last);
        } catch (LinkException nobody) {
            return Optional.empty();
        }
    }

    private static Dongle dongle(String host, byte[] frame, int code) {
        String dongle = printable(GivEnergyFrame.dongle(frame));
        return new Dongle(host, dongle, printable(GivEnergyFrame.inverter(frame)), code);
    }

    private static String printable(String serial) {
        return serial.replaceAll("[^\\x21-\\x7e]", "?");
    }
}
