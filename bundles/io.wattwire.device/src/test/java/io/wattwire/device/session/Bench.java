package io.wattwire.device.session;

import io.wattwire.device.link.LinkPool;
import io.wattwire.device.link.Tcp;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.Answer;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.server.ModbusServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.UnaryOperator;

/** An inverter on a loopback port, a session with it, and time that stands still. */
final class Bench implements AutoCloseable {

    static final int POWER = 0;
    static final int VOLTAGE = 2;
    static final int ENERGY = 10;
    static final int SERIAL = 20;
    static final int RATED = 24;
    static final int RATE = 30;
    static final int MEMORY = 31;
    static final int UPPER = 35;
    static final int EXPORT = 40;
    static final int CHARGE = 45;
    static final int GRID_CODE = 50;
    static final int TYPE = 60;

    final SimulatedClock clock = new SimulatedClock();
    final MemoryBank bank = new MemoryBank();
    final BenchState state = new BenchState();
    final List<String> requests = new CopyOnWriteArrayList<>();
    final LinkPool pool = new LinkPool();
    volatile Answer answer = Answer.normal();
    private final Set<Integer> silent = new CopyOnWriteArraySet<>();
    private final Set<Integer> missing = new CopyOnWriteArraySet<>();
    private volatile Answer next;
    private final ForgetfulBank forgetful = new ForgetfulBank(bank);
    private volatile int writeRefusal;
    private final ModbusServer server;
    private final DeviceFamily family;
    private final UnaryOperator<SessionSettings.Builder> settings;
    DeviceSession session;

    Bench(UnaryOperator<SessionSettings.Builder> settings) {
        this(settings, BenchFamily.of(false));
    }

    private Bench(UnaryOperator<SessionSettings.Builder> settings, DeviceFamily family) {
        this.settings = settings;
        this.family = family;
        set(POWER, 0, 10_000);
        set(VOLTAGE, 2301);
        set(ENERGY, 0, 12345);
        set(SERIAL, 'A' << 8 | 'B', 'C' << 8 | 'D', 0, 0);
        set(RATED, 4200);
        set(RATE, 100);
        set(MEMORY, 1);
        set(UPPER, 1, 2);
        set(EXPORT, 3000);
        set(CHARGE, 0);
        set(GRID_CODE, 7);
        set(TYPE, 5100);
        try {
            server =
                    ModbusServer.builder()
                            .unit(1, forgetful)
                            .tcp(0)
                            .misbehaviour(this::answer)
                            .start();
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
        restart();
    }

    /** A bench whose device is asked for its model; code 5100 is the known one. */
    static Bench identifying(UnaryOperator<SessionSettings.Builder> settings) {
        return new Bench(settings, BenchFamily.of(true));
    }

    /** The next request is answered so, those after it normally. */
    void answerOnce(Answer once) {
        answer = once;
        next = Answer.normal();
    }

    /** From now on the device confirms writes and forgets them at once. */
    void ignoreWrites() {
        forgetful.ignoresWrites = true;
    }

    /** From now on the device answers writes with an exception; 0: normally again. */
    void refuseWrites(int code) {
        writeRefusal = code;
    }

    /** From now on the state directory takes nothing. */
    void failSaving(String why) {
        state.failure = why;
    }

    /** From now on the device does not have these registers. */
    void remove(int... addresses) {
        for (int address : addresses) {
            missing.add(address);
        }
    }

    /** From now on requests from this address on are not answered. */
    void silenceAt(int address) {
        silent.add(address);
    }

    private Answer answer(int unit, byte[] pdu) {
        int address = (pdu[1] & 0xff) << 8 | pdu[2] & 0xff;
        int second = (pdu[3] & 0xff) << 8 | pdu[4] & 0xff;
        boolean read = pdu[0] == 3;
        requests.add((read ? "read " : "write ") + address + " " + second);
        if (read && missing.stream().anyMatch(gone -> gone >= address && gone < address + second)) {
            return Answer.exception(ModbusFault.ILLEGAL_ADDRESS);
        }
        if (!read && writeRefusal > 0) {
            return Answer.exception(writeRefusal);
        }
        if (silent.contains(address)) {
            return Answer.silent();
        }
        Answer now = answer;
        if (next != null) {
            answer = next;
            next = null;
        }
        return now;
    }

    /** Begins a new session with the same device, as after a restart of the program. */
    DeviceSession restart() {
        close(session);
        SessionSettings.Builder builder =
                SessionSettings.of(address(), 1).model("one").readDeadline(DeviceBench.PATIENT);
        session =
                new DeviceSession(
                        family,
                        settings.apply(builder).build(),
                        "bench",
                        state,
                        pool,
                        clock::nanos,
                        clock::millis);
        return session;
    }

    /** One more session with the same device over the same wire, by another owner. */
    DeviceSession another() {
        return new DeviceSession(
                family,
                settings.apply(
                                SessionSettings.of(address(), 1)
                                        .model("one")
                                        .readDeadline(DeviceBench.PATIENT))
                        .build(),
                "another",
                StateStore.inMemory(),
                pool,
                clock::nanos,
                clock::millis);
    }

    ServiceUnits units() {
        return new ServiceUnits(family, SessionSettings.of(address(), 1).build());
    }

    Tcp address() {
        return new Tcp("127.0.0.1", server.port());
    }

    void set(int address, int... words) {
        bank.set(RegisterKind.HOLDING, address, words);
    }

    int get(int address) {
        try {
            return bank.read(RegisterKind.HOLDING, address, 1)[0];
        } catch (ModbusFault missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** What the device was asked since the last call. */
    List<String> asked() {
        List<String> asked = List.copyOf(requests);
        requests.clear();
        return asked;
    }

    List<String> written() {
        return asked().stream().filter(request -> request.startsWith("write")).toList();
    }

    /** One read of one name, with a plan of its own. */
    Reading read(String name) {
        return session.prepare(List.of(name)).read().get(0);
    }

    void pass(int seconds) {
        clock.pass(Duration.ofSeconds(seconds));
    }

    private static void close(DeviceSession session) {
        if (session != null) {
            session.close();
        }
    }

    @Override
    public void close() {
        close(session);
        server.close();
    }
}
