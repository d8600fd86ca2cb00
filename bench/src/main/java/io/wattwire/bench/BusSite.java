package io.wattwire.bench;

import io.wattwire.device.link.LinkAddress;
import io.wattwire.device.link.LinkPool;
import io.wattwire.device.link.RtuTcp;
import io.wattwire.device.link.Tcp;
import io.wattwire.device.model.Access;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.SessionSettings;
import io.wattwire.device.session.StateStore;
import io.wattwire.driver.growatt.GrowattDriver;
import io.wattwire.driver.sdm.SdmDriver;
import io.wattwire.simulator.LineTiming;
import io.wattwire.simulator.Scenario;
import io.wattwire.simulator.Simulation;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A Growatt (unit 1) and an SDM230 (unit 2) on one wire, with a session each, read once a second
 * with all their registers. Every reading of the meter makes somebody write another limit.
 */
final class BusSite implements AutoCloseable {

    private static final int INVERTER_UNIT = 1;
    private static final int METER_UNIT = 2;
    private static final Duration SHIPPED_READ_DEADLINE = Duration.ofMillis(800);
    private static final long PERIOD_NANOS = 1_000_000_000;

    /** Slightly off, so that two timers meet in every phase. */
    private static final long OTHER_PERIOD_NANOS = 970_000_000;

    /** What the wire is. */
    enum Wire {
        RTU_9600,
        TCP
    }

    /** Who reads: one timer both devices in turn, as the shipped graph, or a timer for each. */
    enum Timers {
        ONE,
        TWO
    }

    private final Simulation site;
    private final LinkPool pool = new LinkPool();
    private final BusRecord record = new BusRecord(METER_UNIT, INVERTER_UNIT);
    private final DeviceSession meter;
    private final DeviceSession inverter;
    private final LimitWriter writer;

    BusSite(Wire wire) throws IOException {
        this(wire, SHIPPED_READ_DEADLINE);
    }

    BusSite(Wire wire, Duration readDeadline) throws IOException {
        DeviceFamily growatt = new GrowattDriver().family();
        DeviceFamily sdm = new SdmDriver().family();
        InetAddress here = InetAddress.getLoopbackAddress();
        Scenario day = Scenario.zeroExportDemo(Duration.ofHours(1));
        var builder = Simulation.of(day).inverter(growatt, INVERTER_UNIT).meter(sdm, METER_UNIT);
        site =
                wire == Wire.TCP
                        ? builder.tcp(0).start()
                        : builder.rtuOverTcp(here, 0, LineTiming.wire(9600)).start();
        String host = here.getHostAddress();
        LinkAddress address =
                wire == Wire.TCP
                        ? new Tcp(host, site.tcpPort())
                        : new RtuTcp(host, site.rtuOverTcpPort());
        pool.addFrameListener(record);
        meter =
                session(
                        sdm,
                        settings(sdm, address, METER_UNIT, readDeadline)
                                .model("sdm230")
                                .underControl(true));
        inverter =
                session(
                        growatt,
                        settings(growatt, address, INVERTER_UNIT, readDeadline)
                                .model("min")
                                .writable(WriteRole.OWNER));
        writer = new LimitWriter(inverter, record);
    }

    private static SessionSettings.Builder settings(
            DeviceFamily family, LinkAddress address, int unit, Duration readDeadline) {
        return SessionSettings.of(address, unit)
                .readDeadline(readDeadline)
                .pauses(family.link().pause(), family.link().connectDelay());
    }

    private DeviceSession session(DeviceFamily family, SessionSettings.Builder settings) {
        return new DeviceSession(
                family,
                settings.build(),
                family.name(),
                StateStore.inMemory(),
                pool,
                System::nanoTime,
                System::currentTimeMillis);
    }

    Simulation site() {
        return site;
    }

    BusRecord record() {
        return record;
    }

    LimitWriter writer() {
        return writer;
    }

    /** All that can be read of a session's model, registers and points. */
    private static DeviceSession.Prepared everything(DeviceSession session) {
        List<String> names =
                session.table().registers().stream()
                        .filter(register -> register.access() != Access.W)
                        .map(Register::name)
                        .toList();
        return session.prepare(names);
    }

    /** Reads both devices for some time. */
    void run(Timers timers, Duration length) throws InterruptedException {
        run(timers, length, () -> false);
    }

    /**
     * Reads both devices until enough is measured. Before that it connects, reads everything once
     * and commands once, which is not measured: it takes as long as it takes.
     *
     * @param timers who reads
     * @param longest the end, even if there is not enough yet
     * @param enough asked between readings, by several threads
     */
    void run(Timers timers, Duration longest, BooleanSupplier enough) throws InterruptedException {
        DeviceSession.Prepared meterValues = everything(meter);
        DeviceSession.Prepared inverterValues = everything(inverter);
        meterValues.read();
        inverterValues.read();
        writer.first();
        record.clear();
        long end = System.nanoTime() + longest.toNanos();
        BooleanSupplier over = () -> System.nanoTime() - end >= 0 || enough.getAsBoolean();
        Runnable readMeter =
                () -> {
                    long before = record.lastPower();
                    meterValues.read();
                    if (record.lastPower() != before) {
                        writer.react(record.lastPower());
                    }
                };
        Thread writing = new Thread(() -> writer.run(over), "limit");
        writing.start();
        if (timers == Timers.ONE) {
            repeat(PERIOD_NANOS, over, readMeter, inverterValues::read);
        } else {
            Thread other =
                    new Thread(
                            () -> repeat(OTHER_PERIOD_NANOS, over, inverterValues::read), "timer");
            other.start();
            repeat(PERIOD_NANOS, over, readMeter);
            other.join();
        }
        writing.join();
    }

    /** At a fixed rate; a cycle that took too long is followed by the next at once. */
    private static void repeat(long period, BooleanSupplier over, Runnable... steps) {
        long next = System.nanoTime();
        while (!over.getAsBoolean()) {
            while (next - System.nanoTime() > 0) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
            for (Runnable step : steps) {
                step.run();
            }
            next += period;
        }
    }

    @Override
    public void close() {
        meter.close();
        inverter.close();
        site.close();
    }
}
