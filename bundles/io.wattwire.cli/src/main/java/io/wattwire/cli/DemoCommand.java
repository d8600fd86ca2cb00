package io.wattwire.cli;

import io.wattwire.cli.demo.Demo;
import io.wattwire.standalone.Gateway;
import io.wattwire.standalone.GatewayException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole system on simulated devices. */
@Command(
        name = "demo",
        description = {
            "Shows a live zero-export site on simulated devices.",
            "A house with a Growatt inverter and an SDM230 meter, the shipped wire graph, the dynamic",
            "limit, and publishing to a broker on loopback in the form that Kapua reads."
        })
final class DemoCommand implements Callable<Integer> {
    private static final int SHORTEST_S = 10;
    private static final int LONGEST_S = 12 * 3600;

    private final Tools tools;
    @Spec private CommandSpec spec;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "length of the compressed day, 10 to 43200 (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "1",
            description =
                    "plant time per real second; above 2 the control loop, which stays at 1 Hz,"
                            + " cannot keep up (default: ${DEFAULT-VALUE})")
    private double speed;

    @Option(names = "--no-limit", description = "let nobody limit the inverter, to see why")
    private boolean noLimit;

    @Option(
            names = "--report",
            paramLabel = "FILE.json",
            description = "write the figures of the run")
    private Path report;

    @Option(names = "--plain", description = "plain lines instead of a live table")
    private boolean plain;

    DemoCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws WrongUse, Failed {
        if (seconds < SHORTEST_S || seconds > LONGEST_S) {
            throw new WrongUse(
                    "--seconds " + seconds + " is outside " + SHORTEST_S + " to " + LONGEST_S);
        }
        if (!(speed > 0) || speed > 100) {
            throw new WrongUse("--speed " + speed + " is outside 0 to 100");
        }
        boolean live = !plain && System.console() != null;
        Demo.Options options =
                new Demo.Options(Duration.ofSeconds(seconds), speed, !noLimit, live, report);
        Demo demo =
                new Demo(
                        tools.service(Gateway.class),
                        tools.catalog().find("growatt").family(),
                        tools.catalog().find("sdm").family());
        try {
            demo.run(options, spec.commandLine().getOut());
            return 0;
        } catch (GatewayException | IOException e) {
            throw new Failed(e.getMessage(), e);
        }
    }
}
