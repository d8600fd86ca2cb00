package io.wattwire.device.session;

import io.wattwire.device.link.LinkPool;
import io.wattwire.device.link.Tcp;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.FamilyBuilder;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.Answer;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.server.ModbusServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * Any family's device on a loopback port, with a bank of holding registers for each unit id, a
 * session with it, and time that stands still.
 */
final class DeviceBench implements AutoCloseable {

    static final int OWN = 1;
    private static final int NOWHERE = -1;

    final SimulatedClock clock = new SimulatedClock();
    final StateStore state = StateStore.inMemory();
    final LinkPool pool = new LinkPool();
    private final Map<Integer, MemoryBank> banks = new TreeMap<>();
    private final Map<Integer, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final DeviceFamily family;
    private UnaryOperator<SessionSettings.Builder> settings;

    /** What answers at all does so at once; only a busy machine needs this. */
    static final Duration PATIENT = Duration.ofSeconds(10);

    private final ModbusServer server;
    private volatile int refusedAddress = NOWHERE;
    private volatile int refusal;
    DeviceSession session;

    /**
     * @param units unit ids that answer
     */
    DeviceBench(
            FamilyBuilder family, UnaryOperator<SessionSettings.Builder> settings, int... units) {
        this.family = family.build();
        this.settings = settings;
        ModbusServer.Builder builder = ModbusServer.builder().tcp(0).misbehaviour(this::answer);
        for (int unit : units) {
            MemoryBank bank = new MemoryBank();
            banks.put(unit, bank);
            builder.unit(unit, bank);
        }
        try {
            server = builder.start();
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
        restart();
    }

    private Answer answer(int unit, byte[] pdu) {
        int[] words = new int[(pdu.length - 1) / 2];
        for (int i = 0; i < words.length; i++) {
            words[i] = (pdu[1 + 2 * i] & 0xff) << 8 | pdu[2 + 2 * i] & 0xff;
        }
        String what = pdu[0] == 3 ? "read" : pdu[0] == 6 ? "write" : "write16";
        requests.add(unit + " " + what + " " + words[0] + " " + words[1]);
        if (pdu[0] != 3 && words[0] == refusedAddress) {
            return Answer.exception(refusal);
        }
        return answers.getOrDefault(unit, Answer.normal());
    }

    /** From now on a unit answers so. */
    void answer(int unit, Answer answer) {
        answers.put(unit, answer);
    }

    /** From now on writes to an address are answered with an exception; 0: normally again. */
    void refuseWrites(int address, int code) {
        refusal = code;
        refusedAddress = code == 0 ? NOWHERE : address;
    }

    /** Begins a new session with the same device, as after a restart of the program. */
    DeviceSession restart() {
        if (session != null) {
            session.close();
        }
        return restartAfterCrash();
    }

    /** The same, with other settings. */
    DeviceSession restart(UnaryOperator<SessionSettings.Builder> other) {
        settings = other;
        return restart();
    }

    /** Begins a new session while nobody closed the old one. */
    DeviceSession restartAfterCrash() {
        session =
                new DeviceSession(
                        family,
                        settings.apply(SessionSettings.of(address(), OWN).readDeadline(PATIENT))
                                .build(),
                        "bench",
                        state,
                        pool,
                        clock::nanos,
                        clock::millis);
        return session;
    }

    Tcp address() {
        return new Tcp("127.0.0.1", server.port());
    }

    DeviceBench set(int unit, int address, int... words) {
        banks.get(unit).set(RegisterKind.HOLDING, address, words);
        return this;
    }

    int get(int unit, int address) {
        try {
            return banks.get(unit).read(RegisterKind.HOLDING, address, 1)[0];
        } catch (ModbusFault missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** What the device was asked since the last call: unit, what, address, count or value. */
    List<String> asked() {
        List<String> asked = new ArrayList<>(requests);
        requests.clear();
        return asked;
    }

    List<String> written() {
        return asked().stream().filter(request -> request.contains("write")).toList();
    }

    /** One read of one name, with a plan of its own. */
    Reading read(String name) {
        return session.prepare(List.of(name)).read().get(0);
    }

    void pass(int seconds) {
        clock.pass(Duration.ofSeconds(seconds));
    }

    @Override
    public void close() {
        session.close();
        server.close();
    }
}
