package io.wattwire.cli;

import io.wattwire.device.link.Solarman;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Documents;
import io.wattwire.device.model.LinkDefaults;
import io.wattwire.device.model.Model;
import io.wattwire.device.model.Protocol;
import io.wattwire.serial.SerialSettings;
import io.wattwire.simulator.Fault;
import io.wattwire.simulator.LineTiming;
import io.wattwire.simulator.Scenario;
import io.wattwire.simulator.Simulation;
import io.wattwire.simulator.SimulationBuilder;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Serves a simulated device. */
@Command(
        name = "simulate",
        description = {
            "Serves a simulated device on loopback or a serial port, until Ctrl-C.",
            "It lives in a house at noon: 3 kW of sun, 1.2 kW of load; commands take effect.",
            "What --values gives stays as it is."
        })
final class SimulateCommand implements Callable<Integer> {
    private static final String NAME = "device";

    private final Tools tools;
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "DEVICE", description = "a device or model, see 'wattwire devices'")
    private String device;

    @ArgGroup(multiplicity = "1")
    private Place place;

    @Mixin private CredentialOptions credential = new CredentialOptions();

    /** Where it answers. */
    static final class Place {
        @Option(names = "--tcp", paramLabel = "PORT", description = "Modbus TCP, 0 for a free port")
        private Integer tcp;

        @Option(
                names = "--rtu-tcp",
                paramLabel = "PORT",
                description = "as a serial server with the device on its line")
        private Integer rtuTcp;

        @Option(
                names = "--solarman",
                paramLabel = "PORT",
                description = "as a Solarman logger stick, see --logger-serial")
        private Integer solarman;

        @Option(
                names = "--http",
                paramLabel = "PORT",
                description = "by the HTTP interface of the device")
        private Integer http;

        @Option(names = "--serial", paramLabel = "DEV[:BAUD:8N1]", description = "on a serial port")
        private String serial;
    }

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "one of the driver's models; its first if left out")
    private String model;

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "how many TCP clients at a time; as the device if left out")
    private Integer connections;

    @Option(
            names = "--logger-serial",
            paramLabel = "SERIAL",
            defaultValue = "2712345678",
            description = "serial of the simulated logger (default: ${DEFAULT-VALUE})")
    private String loggerSerial;

    @Option(names = "--unit", paramLabel = "N", description = "unit id, 1 to 247")
    private Integer unit;

    @Option(
            names = "--units",
            paramLabel = "PART=N",
            split = ",",
            description = "unit ids of parts that have their own, - for one that is not there")
    private List<String> units = new ArrayList<>();

    @Option(
            names = "--values",
            paramLabel = "FILE.json",
            description = "{\"register or common point\": value}")
    private Path values;

    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            description = "what goes wrong, for example silence:10s or delay; may be repeated")
    private List<String> faults = new ArrayList<>();

    @Option(names = "--seconds", paramLabel = "N", description = "end after so many seconds")
    private Integer seconds;

    SimulateCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws WrongUse, Failed {
        DeviceCatalog.Match match = match();
        int unitId = unit == null ? match.family().link().unit() : unit;
        SimulationBuilder builder =
                Simulation.of(Scenario.steady(LivingDevices.SUN_W, LivingDevices.LOAD_W));
        addDevice(builder, match, unitId);
        if (isHttp(match.family())) {
            builder.http(
                    port(place.http),
                    Documents.of(match.family().exampleTable(match.model())),
                    credential.credential(),
                    unitId);
        } else {
            listen(builder, match.family());
        }
        try (Simulation simulation = builder.start()) {
            for (String fault : faults) {
                simulation.inject(NAME, fault(fault));
            }
            PrintWriter out = spec.commandLine().getOut();
            out.println(device + " answers as unit " + unitId + " on " + address(simulation));
            out.flush();
            await();
            return 0;
        } catch (IOException e) {
            throw new Failed(e.getMessage(), e);
        }
    }

    private DeviceCatalog.Match match() throws WrongUse {
        DeviceCatalog.Match match = tools.catalog().find(device);
        DeviceFamily family = match.family();
        String wanted = model == null ? match.model() : model;
        if (model != null && !match.model().isEmpty() && !match.model().equals(model)) {
            throw new WrongUse(device + " is a model already; leave --model out");
        }
        List<String> models = family.models().stream().map(Model::name).toList();
        if (!wanted.isEmpty() && !models.contains(wanted)) {
            throw new WrongUse("--model " + wanted + " is none of " + String.join(", ", models));
        }
        return new DeviceCatalog.Match(family, wanted.isEmpty() ? models.get(0) : wanted);
    }

    private void addDevice(SimulationBuilder builder, DeviceCatalog.Match match, int unitId)
            throws WrongUse {
        DeviceFamily family = match.family();
        Map<String, Object> given = values == null ? Map.of() : Json.readValues(values);
        try {
            if (values == null && LivingDevices.knows(family.name(), match.model())) {
                builder.device(NAME, unitId, plant -> LivingDevices.create(family, plant, unitId));
            } else {
                LivingDevices.add(builder, match, NAME, unitId, PartUnits.of(units, family), given);
            }
        } catch (IllegalArgumentException e) {
            throw new WrongUse((values == null ? "" : values + ": ") + e.getMessage());
        }
    }

    private boolean isHttp(DeviceFamily family) throws WrongUse {
        boolean speaks = family.protocol() == Protocol.HTTP;
        if (speaks != (place.http != null)) {
            throw new WrongUse(
                    device
                            + (speaks
                                    ? " has an HTTP interface and nothing else: give --http"
                                    : " has no HTTP interface: leave --http out"));
        }
        return speaks;
    }

    private void listen(SimulationBuilder builder, DeviceFamily family) throws WrongUse {
        LinkDefaults link = family.link();
        boolean cms = family.protocol() == Protocol.CMS;
        if (cms && place.serial == null && place.rtuTcp == null) {
            throw new WrongUse(device + " is on a serial line: give --serial or --rtu-tcp");
        }
        if (place.serial != null) {
            String line =
                    place.serial.contains(":")
                            ? place.serial
                            : place.serial
                                    + ":"
                                    + link.baud()
                                    + ":8"
                                    + link.parity()
                                    + link.stopBits();
            try {
                SerialSettings port = SerialSettings.parse(line);
                if (cms) {
                    builder.cms(port, LineTiming.turnaroundOnly());
                } else {
                    builder.serial(port, LineTiming.turnaroundOnly());
                }
            } catch (IllegalArgumentException e) {
                throw new WrongUse(e.getMessage());
            }
        } else if (place.solarman != null) {
            builder.solarman(port(place.solarman), serial(), LineTiming.none());
        } else if (place.tcp != null) {
            Habits habits = new Habits(link);
            if (connections != null && connections < 1) {
                throw new WrongUse("--connections " + connections + "; write 1 or more");
            }
            builder.connections(
                    habits.deafness(), connections == null ? habits.clients() : connections);
            builder.tcp(InetAddress.getLoopbackAddress(), port(place.tcp), habits.timing());
        } else if (cms) {
            builder.cms(port(place.rtuTcp), LineTiming.turnaroundOnly());
        } else {
            builder.rtuOverTcp(
                    InetAddress.getLoopbackAddress(), port(place.rtuTcp), LineTiming.none());
        }
    }

    private long serial() throws WrongUse {
        try {
            return new Solarman("logger", Solarman.USUAL_PORT, Solarman.serial(loggerSerial))
                    .loggerSerial();
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e.getMessage());
        }
    }

    private static int port(int port) throws WrongUse {
        if (port < 0 || port > 65_535) {
            throw new WrongUse("port " + port + " is outside 0 to 65535");
        }
        return port;
    }

    private static Fault fault(String text) throws WrongUse {
        try {
            return Fault.parse(text);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e.getMessage());
        }
    }

    private String address(Simulation simulation) {
        if (place.serial != null) {
            return place.serial;
        }
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        if (place.solarman != null) {
            return host + ":" + simulation.solarmanPort() + ":" + loggerSerial;
        }
        int port = place.tcp != null ? simulation.tcpPort() : simulation.rtuOverTcpPort();
        port = Math.max(port, Math.max(simulation.cmsPort(), simulation.httpPort()));
        return host + ":" + port;
    }

    private void await() {
        CountDownLatch never = new CountDownLatch(1);
        try {
            if (seconds == null) {
                never.await();
            } else {
                never.await(seconds, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the framework stops: close the device
        }
    }
}
