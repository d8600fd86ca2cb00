package io.wattwire.cli;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Model;
import io.wattwire.simulator.Fault;
import io.wattwire.simulator.Scenario;
import io.wattwire.simulator.Simulation;
import io.wattwire.simulator.SimulationBuilder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

    @Mixin private ListenOptions place;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "one of the driver's models; its first if left out")
    private String model;

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
        place.listen(builder, match, unitId);
        try (Simulation simulation = builder.start()) {
            for (String fault : faults) {
                simulation.inject(NAME, fault(fault));
            }
            PrintWriter out = spec.commandLine().getOut();
            out.println(device + " answers as unit " + unitId + " on " + place.address(simulation));
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

    private static Fault fault(String text) throws WrongUse {
        try {
            return Fault.parse(text);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e.getMessage());
        }
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
