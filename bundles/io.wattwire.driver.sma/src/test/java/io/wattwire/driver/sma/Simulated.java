package io.wattwire.driver.sma;

import io.wattwire.device.link.LinkPool;
import io.wattwire.device.link.Tcp;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.server.Answer;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.ModbusServer;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.SessionSettings;
import io.wattwire.device.session.StateStore;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Words behind a real Modbus server on unit 3, with its gateway on unit 1, and a session to it. */
final class Simulated implements AutoCloseable {

    private static final int UNIT = 3;
    private static final int GATEWAY = 1;
    private static final int FIRST_WRITE = 5;

    final StateStore state;
    private final MemoryBank device = new MemoryBank();
    private final MemoryBank gateway = new MemoryBank();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicLong skipped = new AtomicLong();
    private final ModbusServer server;
    private volatile Answer toWrites = Answer.normal();
    DeviceSession session;

    Simulated(StateStore state) throws IOException {
        this.state = state;
        server =
                ModbusServer.builder()
                        .unit(UNIT, device)
                        .unit(GATEWAY, gateway)
                        .tcp(InetAddress.getLoopbackAddress(), 0)
                        .misbehaviour(this::answer)
                        .start();
    }

    /** A Sunny Island 8.0H-13 as HomeBattery ran on, discharging with 1500 W. */
    static Simulated island() throws IOException {
        Simulated simulated = new Simulated(StateStore.inMemory());
        simulated.set(30051, 8007, 9476);
        simulated.set(30057, 3_001_234_567L, 0x03200804L);
        simulated.set(30201, 307).set(30231, 6_000).set(30775, 1_500).set(30845, 55);
        simulated.set(31061, 1129).set(40149, 0, 803, 0).set(40189, 5_000, 5_000);
        simulated.set(41187, 3053).set(41217, 4_000);
        simulated.gateway.set(RegisterKind.HOLDING, 42109, 0x8000, 1, 396, 3);
        return simulated.open(Setup.owner());
    }

    /** A Sunny Boy Storage 5.0 whose watchdog is as it leaves the factory: off. */
    static Simulated storage() throws IOException {
        Simulated simulated = new Simulated(StateStore.inMemory());
        simulated.set(30051, 8007, 9358).set(30231, 5_000).set(30775, 0).set(30845, 55);
        simulated.set(40149, 0, 803).set(41193, 2506, 600).set(41215, 0);
        return simulated.open(Setup.owner());
    }

    /** How a session is set up in these tests. */
    interface Setup {
        SessionSettings.Builder apply(SessionSettings.Builder builder);

        static Setup owner() {
            return builder -> builder.writable(WriteRole.OWNER);
        }
    }

    /** A session of its own; an earlier one stays as it is, as after kill -9. */
    Simulated open(Setup settings) {
        return open(settings, UNIT);
    }

    /** A session of somebody who took the gateway's unit id for the device's. */
    void openOnGateway() {
        session.close();
        open(Setup.owner(), GATEWAY);
    }

    private Simulated open(Setup settings, int unit) {
        session =
                new DeviceSession(
                        Bank.FAMILY,
                        settings.apply(
                                        SessionSettings.of(
                                                        new Tcp("127.0.0.1", server.port()), unit)
                                                .readDeadline(Duration.ofSeconds(5)))
                                .build(),
                        "test",
                        state,
                        new LinkPool(),
                        () -> System.nanoTime() + skipped.get(),
                        System::currentTimeMillis);
        return this;
    }

    private Answer answer(int unit, byte[] pdu) {
        requests.add(unit + " " + HexFormat.of().formatHex(pdu));
        return pdu[0] >= FIRST_WRITE ? toWrites : Answer.normal();
    }

    Simulated set(int address, long... values) {
        for (int i = 0; i < values.length; i++) {
            device.set(
                    RegisterKind.HOLDING,
                    address + 2 * i,
                    (int) (values[i] >>> 16) & 0xFFFF,
                    (int) values[i] & 0xFFFF);
        }
        return this;
    }

    void words(int address, int... words) {
        device.set(RegisterKind.HOLDING, address, words);
    }

    /** The unsigned value of 32 bits at an address. */
    long get(int address) throws Exception {
        int[] words = device.read(RegisterKind.HOLDING, address, 2);
        return (long) words[0] << 16 | words[1];
    }

    void toWrites(Answer answer) {
        toWrites = answer;
    }

    /** Unit and PDU of all requests since the last call. */
    List<String> requests() {
        List<String> seen = List.copyOf(requests);
        requests.clear();
        return seen;
    }

    /** PDUs of the writes since the last call. */
    List<String> writes() {
        return requests().stream()
                .map(request -> request.substring(request.indexOf(' ') + 1))
                .filter(pdu -> Integer.parseInt(pdu.substring(0, 2), 16) >= FIRST_WRITE)
                .toList();
    }

    Reading read(String name) {
        return session.prepare(List.of(name)).read().get(0);
    }

    /** Lets time pass, with a read each second as a graph does. */
    void poll(int seconds) {
        DeviceSession.Prepared prepared = session.prepare(List.of("battery_power"));
        for (int i = 0; i < seconds; i++) {
            skipped.addAndGet(Duration.ofSeconds(1).toNanos());
            prepared.read();
            session.tend();
        }
    }

    @Override
    public void close() {
        session.close();
        server.close();
    }
}
