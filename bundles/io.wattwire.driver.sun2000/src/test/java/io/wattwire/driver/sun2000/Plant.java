package io.wattwire.driver.sun2000;

import io.wattwire.device.link.LinkPool;
import io.wattwire.device.link.Tcp;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.server.Answer;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.server.ModbusServer;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.SessionSettings;
import io.wattwire.device.session.StateStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A SUN2000-6KTL-M1 with a meter and a LUNA2000 behind a real Modbus server: it imports 500 W, and
 * it hangs up like a real one when its meter is asked for while it is offline.
 */
final class Plant implements AutoCloseable {

    private static final int UNIT = 1;
    private static final int READ = 3;

    final MemoryBank words = new MemoryBank();
    final List<String> hangUps = new CopyOnWriteArrayList<>();
    volatile int busy;
    private final List<String> writes = new CopyOnWriteArrayList<>();
    private final AtomicLong skipped = new AtomicLong();
    private final StateStore state = StateStore.inMemory();
    private final LinkPool pool = new LinkPool();
    private final ModbusServer server;
    DeviceSession session;

    Plant() throws IOException {
        holding(30000, text("SUN2000-6KTL-M1", 15));
        holding(30015, text("XX0000000000", 10));
        holding(30035, text("V200R001C00", 15));
        holding(30050, text("V200R001C00SPC130", 15));
        holding(30073, 0, 6_000, 0, 6_600);
        holding(32064, new int[32]);
        holding(32080, 0, 1_500);
        holding(32089, 512, 0);
        holding(37000, new int[70]);
        holding(37006, 4);
        holding(37046, 0, 2_500, 0, 5_000);
        holding(37100, 1).holding(37101, new int[38]).holding(37113, 0xFFFF, 0xFE0C);
        holding(37760, 420, 0, 2, 4_500, 0, 0, 0);
        holding(40125, 1_000, 0, 6_600).holding(42014, 1);
        holding(47000, 2);
        holding(47083, 30, 0, 0, 0, 2, 0);
        holding(47100, 0, 800).holding(47246, 1, 0, 3_000, 0, 4_000);
        holding(47415, 0, 0, 0, 0);
        server =
                ModbusServer.builder()
                        .unit(UNIT, words)
                        .tcp(0)
                        .misbehaviour((unit, pdu) -> answer(pdu))
                        .start();
        restart(settings -> settings);
    }

    private static int[] text(String text, int count) {
        byte[] bytes = Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), 2 * count);
        int[] words = new int[count];
        for (int i = 0; i < count; i++) {
            words[i] = bytes[2 * i] << 8 | bytes[2 * i + 1];
        }
        return words;
    }

    private Answer answer(byte[] pdu) {
        int address = word(pdu, 1);
        int second = word(pdu, 3);
        if (busy > 0) {
            return Answer.exception(busy);
        }
        if (pdu[0] != READ) {
            int[] words = new int[pdu.length > 5 ? second : 1];
            for (int i = 0; i < words.length; i++) {
                words[i] = pdu.length > 5 ? word(pdu, 6 + 2 * i) : second;
            }
            writes.add(address + "=" + Arrays.toString(words));
        } else if (get(37100) == 0 && address <= 37138 && address + second > 37101) {
            hangUps.add("read " + address + " " + second);
            return Answer.hangUp();
        }
        return Answer.normal();
    }

    private static int word(byte[] pdu, int at) {
        return (pdu[at] & 0xFF) << 8 | pdu[at + 1] & 0xFF;
    }

    /** Begins a session, as after a start of the program; the one before is closed. */
    void restart(UnaryOperator<SessionSettings.Builder> settings) {
        if (session != null) {
            session.close();
        }
        begin(settings);
    }

    /** Begins a session while nobody closed the one before. */
    void begin(UnaryOperator<SessionSettings.Builder> settings) {
        SessionSettings.Builder builder =
                SessionSettings.of(new Tcp("127.0.0.1", server.port()), UNIT)
                        .readDeadline(Duration.ofSeconds(4))
                        .writable(WriteRole.OWNER);
        session =
                new DeviceSession(
                        new Sun2000Driver().family(),
                        settings.apply(builder).build(),
                        "plant",
                        state,
                        pool,
                        () -> System.nanoTime() + skipped.get(),
                        System::currentTimeMillis);
    }

    Plant holding(int address, int... values) {
        words.set(RegisterKind.HOLDING, address, values);
        return this;
    }

    int get(int address) {
        try {
            return words.read(RegisterKind.HOLDING, address, 1)[0];
        } catch (ModbusFault missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** What was written since the last call, in its order. */
    List<String> written() {
        List<String> since = List.copyOf(writes);
        writes.clear();
        return since;
    }

    void pass(int seconds) {
        skipped.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    List<Reading> read(String... names) {
        return session.prepare(List.of(names)).read();
    }

    Map<String, Object> values(String... names) {
        return read(names).stream().collect(Collectors.toMap(Reading::name, Reading::value));
    }

    @Override
    public void close() {
        session.close();
        server.close();
    }
}
