package io.wattwire.cli;

import io.wattwire.standalone.Fault;
import io.wattwire.standalone.Gateway;
import io.wattwire.standalone.GatewayException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A wire graph without Kura. */
@Command(
        name = "run",
        description = {
            "Runs a wire graph without Kura: a snapshot in Kura's XML, such as those in dp/graphs.",
            "For trying and testing; production is Kura. Ends with Ctrl-C."
        })
final class RunCommand implements Callable<Integer> {

    private static final Duration READY = Duration.ofSeconds(30);

    private final Tools tools;
    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "GRAPH.xml",
            arity = "1..*",
            description =
                    "the snapshot; several are loaded as one, for example a graph and"
                            + " kapua-connection.xml")
    private List<Path> graphs;

    @Option(
            names = "--set",
            paramLabel = "PID/PROPERTY=VALUE",
            description =
                    "a property to use instead of the file's, for example"
                            + " meter-driver/serial.device=/dev/ttyUSB1; may be given often")
    private List<String> sets = List.of();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "wattwire-data",
            description =
                    "where keys, unsent messages and what must outlive a restart is kept"
                            + " (default: ${DEFAULT-VALUE})")
    private Path data;

    @Option(names = "--watch", description = "print what the components emit")
    private boolean watch;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "end after so many seconds, from 1 on")
    private Integer seconds;

    RunCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws WrongUse, Failed {
        for (Path graph : graphs) {
            if (!Files.isReadable(graph)) {
                throw new WrongUse(graph + " cannot be read; write the path of a snapshot");
            }
        }
        if (seconds != null && seconds < 1) {
            throw new WrongUse("--seconds " + seconds + " is below 1");
        }
        Map<String, Map<String, Object>> overrides = overrides();
        PrintWriter out = spec.commandLine().getOut();
        Gateway gateway = tools.service(Gateway.class);
        try {
            gateway.start(data);
            if (watch) {
                gateway.tap(new EmissionPrinter(out)); // ends with the gateway
            }
            gateway.load(graphs, overrides);
            boolean ready = gateway.awaitReady(READY);
            gateway.faults().forEach(fault -> tell(fault, out));
            if (!ready) {
                throw new Failed("the graph did not come up; the lines above say why");
            }
            out.println(graphs.get(0).getFileName() + " runs");
            out.flush();
            await();
            return 0;
        } catch (GatewayException e) {
            throw new Failed(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the framework stops
            return 0;
        } finally {
            gateway.stop();
        }
    }

    private static void tell(Fault fault, PrintWriter out) {
        out.println("fault: " + fault);
    }

    private Map<String, Map<String, Object>> overrides() throws WrongUse {
        Map<String, Map<String, Object>> overrides = new TreeMap<>();
        for (String set : sets) {
            int slash = set.indexOf('/');
            int equals = set.indexOf('=', slash + 1);
            if (slash < 1 || equals < slash + 2) {
                throw new WrongUse(
                        "--set "
                                + set
                                + " is not PID/PROPERTY=VALUE; write for example"
                                + " meter-driver/unit.id=3");
            }
            overrides
                    .computeIfAbsent(set.substring(0, slash), pid -> new HashMap<>())
                    .put(set.substring(slash + 1, equals), set.substring(equals + 1));
        }
        return overrides;
    }

    private void await() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        if (seconds == null) {
            never.await();
        } else {
            never.await(seconds, TimeUnit.SECONDS);
        }
    }
}
