package io.wattwire.device.session;

import io.wattwire.device.link.LinkPool;
import io.wattwire.device.link.Tcp;
import io.wattwire.device.model.BlockRules;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.FamilyBuilder;
import io.wattwire.device.model.Identification;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import io.wattwire.device.server.Answer;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.server.ModbusServer;
import io.wattwire.device.server.RegisterBank;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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

    private static final String REGISTERS =
            """
            name,kind,address,type,scale,unit,invalid,rate,access,min,max,step,role,storage,expiry,labels
            power,holding,0,S32,0.1,W,,fast,R,,,,,,,
            voltage,holding,2,U16,0.1,V,0xFFFF,fast,R,,,,,,,
            energy,holding,10,U32,0.1,kWh,,slow,R,,,,,,,
            serial,holding,20,STR4,,,,static,R,,,,,,,
            rated,holding,24,U16,1,W,,static,R,,,,,,,
            rate,holding,30,U16,1,%,,slow,RW,0,100,1,installer,volatile,,
            memory,holding,31,ENUM,,,,slow,RW,,,,installer,flash,,0=volatile|1=stored
            upper,holding,35,U16,1,,,slow,RW,0,9,1,owner,volatile,,
            lower,holding,36,U16,1,,,slow,RW,0,9,1,owner,volatile,,
            export_limit,holding,40,U16,1,W,,slow,RW,0,5000,10,owner,flash,,
            charge,holding,45,S16,1,W,,fast,RW,-5000,5000,1,owner,volatile,20,
            grid_code,holding,50,U16,1,,,slow,RW,0,9,,never,flash,,
            type_code,holding,60,U16,1,,,static,R,,,,,,,
            """;

    private static final String POINTS =
            """
            name,value,unit,write
            inverter_power,power,W,
            inverter_voltage_l1,voltage,V,
            inverter_energy_total,energy,kWh,
            inverter_rated_power,rated,W,
            inverter_power_limit,,W,code
            grid_export_limit,export_limit,W,export_limit
            battery_power_setpoint,charge,W,charge
            """;

    final SimulatedClock clock = new SimulatedClock();
    final MemoryBank bank = new MemoryBank();
    final BenchState state = new BenchState();
    final List<String> requests = new CopyOnWriteArrayList<>();
    final LinkPool pool = new LinkPool();
    volatile Answer answer = Answer.normal();
    private final Set<Integer> silent = new CopyOnWriteArraySet<>();
    private final Set<Integer> missing = new CopyOnWriteArraySet<>();
    private volatile Answer next;
    private volatile boolean writesAreIgnored;
    private volatile int writeRefusal;
    private final ModbusServer server;
    private final DeviceFamily family;
    private final UnaryOperator<SessionSettings.Builder> settings;
    DeviceSession session;

    Bench(UnaryOperator<SessionSettings.Builder> settings) {
        this(settings, family(false));
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
                            .unit(1, new Forgetful())
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
        return new Bench(settings, family(true));
    }

    private static DeviceFamily family(boolean asks) {
        FamilyBuilder family =
                DeviceFamily.of("bench", Tables.of(REGISTERS, POINTS))
                        .title("the bench")
                        .model("one", "The one")
                        .model("two", "The other")
                        .rules(BlockRules.standard())
                        .sleepsAtNight()
                        .control(new Limit());
        return (asks ? family.identification(new ByType()) : family).build();
    }

    /** The next request is answered so, those after it normally. */
    void answerOnce(Answer once) {
        answer = once;
        next = Answer.normal();
    }

    /** From now on the device confirms writes and forgets them at once. */
    void ignoreWrites() {
        writesAreIgnored = true;
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

    /** The bank, or one that takes writes without keeping them. */
    private final class Forgetful implements RegisterBank {

        @Override
        public int[] read(RegisterKind kind, int address, int count) throws ModbusFault {
            int[] words = new int[count];
            for (int i = 0; i < count; i++) {
                words[i] = word(kind, address + i);
            }
            return words;
        }

        /** Addresses between registers hold 0, as in most devices. */
        private int word(RegisterKind kind, int address) {
            try {
                return bank.read(kind, address, 1)[0];
            } catch (ModbusFault gap) {
                return 0;
            }
        }

        @Override
        public void write(RegisterKind kind, int address, int[] words) throws ModbusFault {
            if (!writesAreIgnored) {
                bank.write(kind, address, words);
            }
        }
    }

    /** Keeps texts over restarts of the session, until it is told to fail. */
    static final class BenchState implements StateStore {

        private final StateStore store = StateStore.inMemory();
        private volatile String failure = "";

        @Override
        public Optional<String> load(String name) throws IOException {
            return store.load(name);
        }

        @Override
        public void save(String name, String text) throws IOException {
            if (!failure.isEmpty()) {
                throw new IOException(failure);
            }
            store.save(name, text);
        }

        @Override
        public void delete(String name) throws IOException {
            store.delete(name);
        }
    }

    private static final class ByType implements Identification {

        @Override
        public List<String> registers() {
            return List.of("type_code", "serial");
        }

        @Override
        public Identity identify(Values values) {
            int code = (int) values.number("type_code").orElse(0);
            String serial = values.get("serial").map(Object::toString).orElse("");
            String model = code == 5100 ? "one" : code == 5200 ? "two" : "";
            return new Identity(model, serial, "", OptionalDouble.empty(), !model.isEmpty());
        }

        @Override
        public Map<String, Map<String, Object>> examples() {
            return Map.of(
                    "one", Map.of("type_code", 5100),
                    "two", Map.of("type_code", 5200));
        }
    }

    /** Percent of the rated power in a volatile register, once memory is switched off. */
    private static final class Limit implements PointControl {

        @Override
        public String point() {
            return "inverter_power_limit";
        }

        @Override
        public FailSafeClass failSafeClass() {
            return FailSafeClass.C;
        }

        @Override
        public String failSafeNote() {
            return "keeps it";
        }

        @Override
        public Set<String> inputs() {
            return Set.of("rated", "memory");
        }

        @Override
        public OptionalDouble step(Values known) {
            return percent(1, known);
        }

        @Override
        public OptionalDouble minimum(Values known) {
            return percent(2, known);
        }

        @Override
        public OptionalDouble maximum(Values known) {
            return percent(100, known);
        }

        private static OptionalDouble percent(double percent, Values known) {
            OptionalDouble rated = known.number("rated");
            return rated.isPresent()
                    ? OptionalDouble.of(percent * rated.getAsDouble() / 100)
                    : rated;
        }

        @Override
        public List<RegisterWrite> commands(double wanted, Values known) {
            double rated =
                    known.number("rated")
                            .orElseThrow(() -> new IllegalArgumentException("rated is unknown"));
            double percent = Math.floor(wanted * 100 / rated + 1e-6);
            return List.of(
                    new RegisterWrite("memory", "volatile", true),
                    new RegisterWrite("rate", percent, false));
        }

        @Override
        public OptionalDouble readBack(Values known) {
            OptionalDouble rate = known.number("rate");
            return rate.isPresent() ? percent(rate.getAsDouble(), known) : rate;
        }

        @Override
        public Set<String> readBackRegisters() {
            return Set.of("rate");
        }

        @Override
        public Set<String> saved() {
            return Set.of("rate", "memory");
        }
    }
}
