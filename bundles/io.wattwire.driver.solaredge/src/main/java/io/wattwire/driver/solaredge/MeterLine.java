package io.wattwire.driver.solaredge;

import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.Answer;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.server.ModbusServer;
import io.wattwire.device.server.RegisterBank;
import io.wattwire.driver.solaredge.meter.EmulatedMeter;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One endpoint with all the meters on it. An endpoint that cannot be opened is tried again until it
 * can: a port that another program holds must not need a restart. Thread-safe.
 */
final class MeterLine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MeterLine.class);

    private static final int BROADCAST = 0;
    private static final long RETRY_SECONDS = 5;

    /**
     * A meter's place on the line.
     *
     * @param owner the driver instance
     * @param meter what is shown
     * @param polls who asks it
     */
    record Seat(String owner, EmulatedMeter meter, Polls polls) {}

    private final LineAddress address;
    private final Map<Integer, Seat> seats = new ConcurrentHashMap<>();
    private final ScheduledExecutorService retries;
    private ModbusServer server;
    private String problem = "";
    private boolean closed;

    MeterLine(LineAddress address) {
        this.address = address;
        retries =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread thread = new Thread(task, "wattwire-meter-" + address.key());
                            thread.setDaemon(true);
                            return thread;
                        });
        retries.scheduleWithFixedDelay(this::open, 0, RETRY_SECONDS, TimeUnit.SECONDS);
    }

    LineAddress address() {
        return address;
    }

    Map<Integer, Seat> seats() {
        return seats;
    }

    private synchronized void open() {
        if (server != null || closed) {
            return;
        }
        try {
            server = start();
            if (!problem.isEmpty()) {
                LOG.info("{} is open now", address);
            }
            problem = "";
        } catch (IOException | RuntimeException cannot) {
            if (problem.isEmpty()) {
                LOG.error("{} cannot be opened, tried again: {}", address, cannot.getMessage());
            }
            problem = String.valueOf(cannot.getMessage());
        }
    }

    private ModbusServer start() throws IOException {
        ModbusServer.Builder builder =
                ModbusServer.builder()
                        .units(this::bank)
                        .listener((client, unit, pdu) -> heard(client, unit))
                        .misbehaviour(
                                (unit, pdu) ->
                                        unit == BROADCAST ? Answer.silent() : Answer.normal());
        if (address instanceof LineAddress.Tcp tcp) {
            builder.clients(tcp.clients());
            return (tcp.rtu()
                            ? builder.rtuOverTcp(tcp.address(), tcp.port())
                            : builder.tcp(tcp.address(), tcp.port()))
                    .start();
        }
        return builder.serial(((LineAddress.Serial) address).settings()).start();
    }

    /** A foreign unit may be another, real meter on the line, and a silent one is not here. */
    private RegisterBank bank(int unit) {
        if (unit == BROADCAST) {
            return new Broadcast();
        }
        Seat seat = seats.get(unit);
        return seat != null && seat.meter.answers() ? seat.meter : null;
    }

    private void heard(String client, int unit) {
        Seat seat = seats.get(unit);
        if (seat != null) {
            seat.polls.heard(client);
        }
    }

    /** What is written to all meters; nobody answers it. */
    private final class Broadcast implements RegisterBank {

        @Override
        public int[] read(RegisterKind kind, int address, int count) throws ModbusFault {
            throw new ModbusFault(ModbusFault.ILLEGAL_FUNCTION, "a broadcast cannot be read");
        }

        @Override
        public void write(RegisterKind kind, int address, int[] words) throws ModbusFault {
            for (Seat seat : seats.values()) {
                try {
                    seat.meter.write(kind, address, words);
                } catch (ModbusFault refused) {
                    LOG.debug("{} refuses a broadcast", seat.owner, refused); // others may take it
                }
            }
        }
    }

    /** Why the endpoint is not open; empty when it is. */
    synchronized String problem() {
        return problem.isEmpty() && server != null ? server.problem() : problem;
    }

    /** The TCP port, 0 while it is not open and on a serial line. */
    synchronized int port() {
        return server == null ? 0 : server.port();
    }

    @Override
    public synchronized void close() {
        closed = true;
        retries.shutdown();
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
