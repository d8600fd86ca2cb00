package io.wattwire.driver.victron;

import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.server.ModbusServer;
import io.wattwire.device.server.RegisterBank;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * A GX with a three-phase inverter/charger of 9 kW, a PV inverter and a house, as far as the facts
 * tell: who regulates in which mode, and what is forgotten after 60 s. No service answers behind
 * the battery's unit id.
 */
final class SimulatedGx implements AutoCloseable {

    static final int GX = 100;
    static final int VEBUS = 227;
    static final int PV = 31;

    private static final long FORGETS = TimeUnit.SECONDS.toNanos(60);
    private static final int NO_SERVICE = 10;
    private static final int MODE = 2902;
    private static final Set<Integer> HUB4 = Set.of(2709, 2716, 2724);

    private final MemoryBank gx = new MemoryBank();
    private final MemoryBank vebus = new MemoryBank();
    private final MemoryBank pv = new MemoryBank();
    private final LongSupplier clock;
    private final List<String> writes = new ArrayList<>();
    private final ModbusServer server;
    private long setpointAt;
    private long limitAt;
    private boolean withoutEss;
    private int loads = 300;
    private final int[] output = {100, 100, 0};

    SimulatedGx(LongSupplier clock) throws IOException {
        this.clock = clock;
        set(gx, 800, new int[120]);
        set(gx, 800, 0x6330, 0x3631, 0x3961, 0x6231, 0x6632, 0x6433);
        set(gx, 826, 1);
        set(gx, 2700, new int[25]);
        set(gx, 2700, 50);
        set(gx, 2722, 0xFFFF, 0xFFFF);
        set(gx, 2900, 10, 100, 1, 100);
        set(gx, 5400, new int[8]);
        set(vebus, 3, new int[145]);
        set(vebus, 28, 3);
        set(vebus, 130, 0, 9_000, 0, 3_000, 0, 3_000, 0, 3_000);
        set(pv, 1026, new int[52]);
        set(pv, 1054, 0, 5_000, 0, 5_000);
        server =
                ModbusServer.builder()
                        .unit(GX, new Unit(GX, gx))
                        .unit(VEBUS, new Unit(VEBUS, vebus))
                        .unit(PV, new Unit(PV, pv))
                        .unit(225, new Missing())
                        .tcp(0)
                        .start();
        settle();
    }

    int port() {
        return server.port();
    }

    /** Other loads of the house less its PV, in W. */
    synchronized void loads(int watts) {
        loads = watts;
    }

    /** From now on nobody regulates the grid: the service hub4 is gone from the GX. */
    synchronized void withoutEss() {
        withoutEss = true;
    }

    /** What the battery takes, W at the AC side. */
    synchronized int battery() {
        settle();
        int battery = 0;
        for (int phase = 0; phase < 3; phase++) {
            battery += 10 * (short) get(vebus, 12 + phase) - output[phase];
        }
        return battery;
    }

    synchronized int gx(int address) {
        return get(gx, address);
    }

    synchronized int pvLimit() {
        settle();
        return get(pv, 1057);
    }

    synchronized void set(int address, int... words) {
        set(gx, address, words);
    }

    synchronized void vebus(int address, int... words) {
        set(vebus, address, words);
    }

    /** What was written since the last question: {@code unit address=words}. */
    synchronized List<String> written() {
        List<String> written = List.copyOf(writes);
        writes.clear();
        return written;
    }

    private static void set(MemoryBank bank, int address, int... words) {
        bank.set(RegisterKind.HOLDING, address, words);
    }

    private static int get(MemoryBank bank, int address) {
        try {
            return bank.read(RegisterKind.HOLDING, address, 1)[0];
        } catch (ModbusFault impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static int wide(MemoryBank bank, int address) {
        return get(bank, address) << 16 | get(bank, address + 1);
    }

    /** Lets the powers follow from mode, set-points and loads, at once. */
    private void settle() {
        boolean external = get(gx, MODE) == 3;
        boolean heard = clock.getAsLong() - setpointAt < FORGETS;
        int grid = loads;
        for (int phase = 0; phase < 3; phase++) {
            int target = external ? wide(vebus, 96 + 2 * phase) : regulated(phase);
            int in = external && !heard ? output[phase] : target;
            set(vebus, 12 + phase, Math.round(in / 10f) & 0xFFFF);
            set(vebus, 23 + phase, output[phase] / 10);
            grid += in;
        }
        set(gx, 908, grid >> 16 & 0xFFFF, grid & 0xFFFF);
        if (clock.getAsLong() - limitAt >= FORGETS) {
            set(pv, 1056, get(pv, 1054), get(pv, 1055));
        }
    }

    /** The grid loop's share of a phase: what brings the grid to its set-point. */
    private int regulated(int phase) {
        int wanted = wide(gx, 2716) - loads;
        return wanted / 3 + (phase == 0 ? wanted % 3 : 0);
    }

    private synchronized void write(int unit, MemoryBank bank, int address, int[] words)
            throws ModbusFault {
        bank.write(RegisterKind.HOLDING, address, words);
        String values =
                Arrays.stream(words)
                        .mapToObj(word -> String.valueOf((short) word))
                        .collect(Collectors.joining(" "));
        writes.add(unit + " " + address + "=" + values);
        if (unit == VEBUS && address >= 96) {
            setpointAt = clock.getAsLong();
        }
        if (unit == PV) {
            limitAt = clock.getAsLong();
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private final class Unit implements RegisterBank {

        private final int unit;
        private final MemoryBank bank;

        Unit(int unit, MemoryBank bank) {
            this.unit = unit;
            this.bank = bank;
        }

        @Override
        public int[] read(RegisterKind kind, int address, int count) throws ModbusFault {
            synchronized (SimulatedGx.this) {
                if (withoutEss && unit == GX && HUB4.contains(address)) {
                    throw new ModbusFault(NO_SERVICE, "no such service");
                }
                settle();
                return bank.read(kind, address, count);
            }
        }

        @Override
        public void write(RegisterKind kind, int address, int[] words) throws ModbusFault {
            SimulatedGx.this.write(unit, bank, address, words);
        }
    }

    private static final class Missing implements RegisterBank {

        @Override
        public int[] read(RegisterKind kind, int address, int count) throws ModbusFault {
            throw new ModbusFault(NO_SERVICE, "no such service");
        }

        @Override
        public void write(RegisterKind kind, int address, int[] words) throws ModbusFault {
            throw new ModbusFault(NO_SERVICE, "no such service");
        }
    }
}
