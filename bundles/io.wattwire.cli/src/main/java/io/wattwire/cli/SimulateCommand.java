package io.wattwire.cli;

import io.wattwire.device.link.Solarman;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.LinkDefaults;
import io.wattwire.serial.SerialSettings;
import io.wattwire.simulator.Fault;
import io.wattwire.simulator.LineTiming;
import io.wattwire.simulator.Scenario;
import io.wattwire.simulator.Simulation;
import io.wattwire.simulator.SimulationBuilder;
import io.wattwire.simulator.device.TableDevice;
import io.wattwire.simulator.device.WorkingDevice;
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
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Serves a simulated device. */
@Command(
        name = "simulate",
        description = {
            "Serves a simulated device on loopback or a serial port, until Ctrl-C.",
            "With --values it answers these and else 0; without, sdm230 and growatt min show a living house,",
            "all others one at noon, and what they are told to do changes it."
        })
final class SimulateCommand implements Callable<Integer> {
    private static final String NAME = "device";
    private static final double SUN_W = 3000;
    private static final double LOAD_W = 1200;

    private final Tools tools;
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "DEVICE", description = "a device or model, see 'wattwire devices'")
    private String device;

    @ArgGroup(multiplicity = "1")
    private Place place;

    /** Where it answers. */
    static final class Place {
        @Option(names = "--tcp", paramLabel = "PORT", description = "Modbus TCP, 0 for a free port")
        private Integer tcp;

        @Option(names = "--rtu-tcp", paramLabel = "PORT", description = "RTU frames over TCP")
        private Integer rtuTcp;

        @Option(
                names = "--solarman",
                paramLabel = "PORT",
                description = "as a Solarman logger stick, see --logger-serial")
        private Integer solarman;

        @Option(
                names = "--serial",
                paramLabel = "DEV[:BAUD:8N1]",
                description = "Modbus RTU on a serial port")
        private String serial;
    }

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
        DeviceCatalog.Match match = tools.catalog().find(device);
        int unitId = unit == null ? match.family().link().unit() : unit;
        SimulationBuilder builder = Simulation.of(Scenario.steady(SUN_W, LOAD_W));
        addDevice(builder, match, unitId);
        listen(builder, match.family().link());
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

    private void addDevice(SimulationBuilder builder, DeviceCatalog.Match match, int unitId)
            throws WrongUse {
        DeviceFamily family = match.family();
        String model = match.model().isEmpty() ? family.models().get(0).name() : match.model();
        Map<String, Object> given = values == null ? Map.of() : Json.readValues(values);
        try {
            if (values == null && LivingDevices.knows(family.name(), model)) {
                builder.device(NAME, unitId, plant -> LivingDevices.create(family, plant, unitId));
            } else if (values == null) {
                WorkingDevice whole = new WorkingDevice(family, model, System::nanoTime);
                builder.device(NAME, unitId, plant -> whole);
                byUnit(PartUnits.of(units, family))
                        .forEach(
                                (id, parts) ->
                                        builder.device(
                                                String.join(" ", parts),
                                                id,
                                                plant -> whole.parts(parts)));
            } else {
                TableDevice table = TableDevice.of(family, model).setAll(given);
                builder.device(NAME, unitId, plant -> table);
                PartUnits.of(units, family)
                        .forEach((part, id) -> builder.device(part, id, plant -> table.part(part)));
            }
        } catch (IllegalArgumentException e) {
            throw new WrongUse((values == null ? "" : values + ": ") + e.getMessage());
        }
    }

    private static Map<Integer, List<String>> byUnit(Map<String, Integer> units) {
        return units.entrySet().stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getValue,
                                Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    }

    private void listen(SimulationBuilder builder, LinkDefaults link) throws WrongUse {
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
                builder.serial(SerialSettings.parse(line), LineTiming.turnaroundOnly());
            } catch (IllegalArgumentException e) {
                throw new WrongUse(e.getMessage());
            }
        } else if (place.solarman != null) {
            builder.solarman(port(place.solarman), serial(), LineTiming.none());
        } else if (place.tcp != null) {
            builder.tcp(InetAddress.getLoopbackAddress(), port(place.tcp), LineTiming.none());
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
