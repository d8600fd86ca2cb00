package io.wattwire.simulator;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkAddress;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.LinkLease;
import io.wattwire.device.link.LinkPool;
import io.wattwire.device.link.LinkTiming;
import io.wattwire.device.link.ModbusPdu;
import io.wattwire.device.link.Priority;
import io.wattwire.device.model.RegisterKind;
import java.time.Duration;

/** Asks a simulation as a driver would; a deadline bounds each call. */
final class Client implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LinkLease lease;

    Client(LinkAddress address) throws LinkException {
        lease =
                new LinkPool()
                        .acquire(address, "test", new LinkTiming(Duration.ZERO, Duration.ZERO));
    }

    int[] read(int unit, RegisterKind kind, int address, int count) throws LinkException {
        return read(unit, kind, address, count, PATIENCE);
    }

    int[] read(int unit, RegisterKind kind, int address, int count, Duration patience)
            throws LinkException {
        byte[] request = ModbusPdu.readRequest(kind, address, count);
        byte[] answer = lease.exchange(unit, request, Priority.FAST, Deadline.in(patience));
        return ModbusPdu.parseRead(kind, count, answer);
    }

    void write(int unit, int address, int word, Duration patience) throws LinkException {
        byte[] request = ModbusPdu.writeSingle(address, word);
        lease.exchange(unit, request, Priority.CONTROL, Deadline.in(patience));
    }

    void write(int unit, int address, int word) throws LinkException {
        write(unit, address, word, PATIENCE);
    }

    @Override
    public void close() {
        lease.close();
    }
}
