package io.wattwire.driver.sunspec;

import io.wattwire.device.link.LinkPool;
import io.wattwire.device.link.Tcp;
import io.wattwire.device.model.BlockPlace;
import io.wattwire.device.model.Layout;
import io.wattwire.device.model.Range;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.server.Answer;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.server.ModbusServer;
import io.wattwire.device.server.RegisterBank;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.SessionSettings;
import io.wattwire.device.session.StateStore;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A simulated device behind a real server, and a session with it in a time of its own. */
final class Device implements RegisterBank, AutoCloseable {

    private static final int UNIT = 1;

    final List<BlockPlace> places = new ArrayList<>();
    final Map<Integer, Integer> words = new ConcurrentHashMap<>();
    final List<String> writes = new CopyOnWriteArrayList<>();
    final List<Range> reads = new CopyOnWriteArrayList<>();
    private volatile Answer answer = Answer.normal();
    private final AtomicLong skipped = new AtomicLong();
    private final ModbusServer server;
    final DeviceSession session;

    /** What answers at all does so at once; only a busy machine needs ten seconds. */
    Device(String model) throws IOException {
        this(model, Duration.ofSeconds(10));
    }

    Device(String model, Duration deadline) throws IOException {
        become(model);
        server =
                ModbusServer.builder()
                        .unit(UNIT, this)
                        .misbehaviour((id, pdu) -> answer)
                        .tcp(InetAddress.getLoopbackAddress(), 0)
                        .start();
        SessionSettings settings =
                SessionSettings.of(new Tcp("127.0.0.1", server.port()), UNIT)
                        .writable(WriteRole.INSTALLER)
                        .readDeadline(deadline)
                        .build();
        session =
                new DeviceSession(
                        SunspecDriver.FAMILY,
                        settings,
                        "test",
                        StateStore.inMemory(),
                        new LinkPool(),
                        () -> System.nanoTime() + skipped.get(),
                        System::currentTimeMillis);
    }

    /** From now on another device is there. */
    void become(String model) {
        places.clear();
        words.clear();
        Layout.Example example = new SunspecChain().example(model);
        places.addAll(example.places());
        for (BlockPlace place : places) {
            for (int i = 0; i < place.words(); i++) {
                words.put(place.address() + i, 0);
            }
        }
        words.putAll(example.words());
    }

    /** From now on it answers so. */
    void answer(Answer now) {
        answer = now;
    }

    /** Lets the session's time pass. */
    void pass(Duration time) {
        skipped.addAndGet(time.toNanos());
    }

    /** Where an offset of the n-th model of a number is, from 1. */
    int at(int model, int instance, int offset) {
        return places.stream()
                        .filter(place -> place.id() == model)
                        .skip(instance - 1L)
                        .findFirst()
                        .orElseThrow()
                        .address()
                + offset;
    }

    Device set(int model, int offset, int... values) {
        return setIn(1, model, offset, values);
    }

    Device setIn(int instance, int model, int offset, int... values) {
        for (int i = 0; i < values.length; i++) {
            words.put(at(model, instance, offset) + i, values[i] & 0xFFFF);
        }
        return this;
    }

    Object read(String name) {
        Reading reading = reading(name);
        return reading.good() ? reading.value() : reading.problem();
    }

    Reading reading(String name) {
        return session.prepare(List.of(name)).read().get(0);
    }

    @Override
    public int[] read(RegisterKind kind, int address, int count) throws ModbusFault {
        reads.add(new Range(kind, address, address + count - 1));
        int[] block = new int[count];
        for (int i = 0; i < count; i++) {
            Integer word = kind == RegisterKind.HOLDING ? words.get(address + i) : null;
            if (word == null) {
                throw new ModbusFault(ModbusFault.ILLEGAL_ADDRESS, "nothing there");
            }
            block[i] = word;
        }
        return block;
    }

    @Override
    public void write(RegisterKind kind, int address, int[] values) {
        BlockPlace in =
                places.stream()
                        .filter(p -> p.address() <= address && address < p.address() + p.words())
                        .findFirst()
                        .orElseThrow();
        writes.add(in.id() + "+" + (address - in.address()) + " " + Arrays.toString(values));
        for (int i = 0; i < values.length; i++) {
            words.put(address + i, values[i]);
        }
    }

    @Override
    public void close() {
        session.close();
        server.close();
    }
}
