package io.wattwire.cli.demo;

import com.google.gson.GsonBuilder;
import io.wattwire.device.link.LinkPool;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.simulator.Scenario;
import io.wattwire.simulator.Simulation;
import io.wattwire.simulator.plant.PlantState;
import io.wattwire.standalone.Fault;
import io.wattwire.standalone.Gateway;
import io.wattwire.standalone.GatewayException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The live zero-export site: a simulated house on one Modbus line, the shipped graph, a broker on
 * loopback. What it says of power and energy is the plant's truth, not what the meter reads.
 */
public final class Demo {
    private static final int INVERTER_UNIT = 1;
    private static final int METER_UNIT = 2;
    private static final String GRAPH = "/graphs/zero-export.xml";
    private static final Duration READY = Duration.ofSeconds(20);
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int TICKS_PER_LINE = 10;
    private static final int TICKS_PER_FRAME = 2;
    private static final double HIGH_EXPORT_W = 500;

    private final Gateway gateway;
    private final DeviceFamily growatt;
    private final DeviceFamily sdm;

    /**
     * What the user asked for.
     *
     * @param length of the compressed day
     * @param speed plant time per real time
     * @param limited false: nobody limits the inverter
     * @param live a table that renews itself instead of lines
     * @param report where the figures go, or null
     */
    public record Options(
            Duration length, double speed, boolean limited, boolean live, Path report) {}

    /**
     * New demo.
     *
     * @param gateway the stand-alone run, not yet started
     * @param growatt the inverter's family
     * @param sdm the meter's family
     */
    public Demo(Gateway gateway, DeviceFamily growatt, DeviceFamily sdm) {
        this.gateway = gateway;
        this.growatt = growatt;
        this.sdm = sdm;
    }

    /**
     * Runs the demo to its end.
     *
     * @param options what the user asked for
     * @param out where lines or the table go
     * @throws GatewayException if the graph cannot be loaded
     * @throws IOException if a port or the report cannot be written
     */
    public void run(Options options, PrintWriter out) throws GatewayException, IOException {
        Scenario scenario = Scenario.zeroExportDemo(options.length());
        DemoProbe probe = new DemoProbe(METER_UNIT, INVERTER_UNIT);
        Path data = Files.createTempDirectory("wattwire-demo");
        LinkPool.shared().addFrameListener(probe);
        try (Simulation site = site(scenario, options.speed());
                KapuaBroker broker = new KapuaBroker()) {
            gateway.start(data);
            gateway.tap(probe); // ends with the gateway
            load(options, site, broker);
            Instant running = Instant.now();
            site.resume();
            double highExport = show(options, out, site, probe, broker);
            DemoReport report =
                    DemoReport.of(
                            running, gateway, probe, site.ledger(), highExport, broker.messages());
            gateway.stop();
            finish(options, report, out);
        } finally {
            LinkPool.shared().removeFrameListener(probe);
            gateway.stop();
            Folders.delete(data);
        }
    }

    private Simulation site(Scenario scenario, double speed) throws IOException {
        return Simulation.of(scenario)
                .inverter(growatt, INVERTER_UNIT)
                .meter(sdm, METER_UNIT)
                .tcp(0)
                .speed(speed)
                .paused()
                .start();
    }

    /** The shipped file as it is; only addresses differ from a site with hardware. */
    private void load(Options options, Simulation site, KapuaBroker broker)
            throws GatewayException, IOException {
        Map<String, Object> wire =
                Map.of("connection", "tcp", "host", "127.0.0.1", "port", site.tcpPort());
        Map<String, Map<String, Object>> overrides = new TreeMap<>();
        overrides.put("meter-driver", wire);
        overrides.put("inverter-driver", wire);
        if (!options.limited()) {
            overrides.put(
                    "inverter-control", Map.of("inverter_power_limit#+enabled", Boolean.FALSE));
        }
        broker.connect(gateway);
        try (InputStream graph = Demo.class.getResourceAsStream(GRAPH)) {
            gateway.load(graph, "zero-export.xml", overrides);
        }
        try {
            if (!gateway.awaitReady(READY)) {
                throw new GatewayException("the graph did not come up: " + lines(gateway.faults()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private double show(
            Options options,
            PrintWriter out,
            Simulation site,
            DemoProbe probe,
            KapuaBroker broker) {
        LiveView view = new LiveView(out, probe);
        double highExport = 0;
        double before = 0;
        try (MessageTail tail = options.live() ? new MessageTail() : null) {
            if (options.live()) {
                view.enter();
            }
            long next = System.nanoTime();
            for (int tick = 0; before < options.length().toSeconds(); tick++) {
                DemoMoment now = moment(site, options);
                highExport += now.gridW() < -HIGH_EXPORT_W ? now.seconds() - before : 0;
                before = now.seconds();
                if (options.live() && tick % TICKS_PER_FRAME == 0) {
                    view.draw(now, broker.messages(), gateway.backlog(), tail.lines());
                } else if (!options.live() && tick % TICKS_PER_LINE == 0) {
                    view.line(now);
                }
                next += TICK_NANOS;
                LockSupport.parkNanos(next - System.nanoTime());
                if (Thread.currentThread().isInterrupted()) {
                    break;
                }
            }
        } finally {
            if (options.live()) {
                view.leave();
            }
        }
        return highExport;
    }

    private static DemoMoment moment(Simulation site, Options options) {
        PlantState state = site.snapshot();
        return new DemoMoment(
                state.seconds(),
                options.length().toSeconds(),
                site.timeOfDay(),
                state.flow().availableW(),
                state.flow().inverterW(),
                state.flow().loadW(),
                state.flow().gridW(),
                site.ledger());
    }

    private static void finish(Options options, DemoReport report, PrintWriter out)
            throws IOException {
        DemoReport.Limit limit = report.limit();
        out.printf(
                "%d limit writes; at most %.0f W exported, longest excursion above 50 W: %.1f s;"
                        + " %.1f Wh of PV, %.1f Wh curtailed%n",
                limit.writes(),
                limit.maxExportW(),
                limit.longestExcursionS(),
                limit.pvWh(),
                limit.curtailedWh());
        out.printf(
                "reading to write p50 %s ms, p99 %s ms; first sample after %d ms; %d messages"
                        + " published; %.0f MB%n",
                limit.latencyMs().p50(),
                limit.latencyMs().p99(),
                report.firstSampleMs(),
                report.published().values().stream().mapToInt(Integer::intValue).sum(),
                report.rssMb());
        report.faults().forEach(fault -> out.println("fault: " + fault));
        out.flush();
        if (options.report() != null) {
            String json =
                    new GsonBuilder().setPrettyPrinting().serializeNulls().create().toJson(report);
            Files.writeString(options.report(), json + System.lineSeparator());
        }
    }

    private static String lines(List<Fault> faults) {
        return String.join("; ", faults.stream().map(Fault::toString).toList());
    }
}
