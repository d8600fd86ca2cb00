package io.wattwire.cli;

import io.wattwire.device.link.SolarmanDiscovery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds Solarman loggers and their serials. */
@Command(
        name = "solarman",
        description = {
            "Asks for Solarman logger sticks by UDP and lists those that answer.",
            "Give the network of the sticks, or the address of one."
        })
final class DiscoverSolarmanCommand implements Callable<Integer> {
    private static final int LONGEST_WAIT = 60;

    @Spec private CommandSpec spec;

    @ArgGroup(multiplicity = "1", exclusive = false)
    private Where where;

    /** Whom to ask. */
    static final class Where {
        @Option(
                names = "--subnet",
                paramLabel = "A.B.C.0/24",
                description = "ask all of a network at once; may be repeated")
        private List<String> subnets = new ArrayList<>();

        @Option(
                names = "--address",
                paramLabel = "HOST",
                description = "ask one logger; may be repeated")
        private List<String> addresses = new ArrayList<>();
    }

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + SolarmanDiscovery.PORT,
            description = "UDP port (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "3",
            description = "how long answers are waited for (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Override
    public Integer call() throws WrongUse, Failed {
        if (port < 1 || port > 65_535) {
            throw new WrongUse("--port " + port + " is outside 1 to 65535");
        }
        if (seconds < 1 || seconds > LONGEST_WAIT) {
            throw new WrongUse("--wait " + seconds + " is outside 1 to " + LONGEST_WAIT);
        }
        List<SolarmanDiscovery.Logger> found = ask(targets());
        if (found.isEmpty()) {
            throw new Failed(
                    "no logger answered; check that it is on this network, and that no firewall"
                            + " holds back UDP port "
                            + port);
        }
        TextTable table = new TextTable("ADDRESS", "MAC", "SERIAL", "LINK");
        for (SolarmanDiscovery.Logger logger : found) {
            String link = "--solarman " + logger.host() + ":" + logger.serial();
            table.row(logger.host(), logger.mac(), logger.serial(), link);
        }
        table.print(spec.commandLine().getOut());
        return 0;
    }

    private List<SolarmanDiscovery.Logger> ask(List<InetSocketAddress> targets) throws Failed {
        try {
            return SolarmanDiscovery.ask(targets, Duration.ofSeconds(seconds));
        } catch (IOException e) {
            throw new Failed("nothing can be sent there: " + e.getMessage(), e);
        }
    }

    private List<InetSocketAddress> targets() throws WrongUse {
        List<InetSocketAddress> targets = new ArrayList<>();
        try {
            for (String subnet : where.subnets) {
                targets.add(new InetSocketAddress(SolarmanDiscovery.broadcast(subnet), port));
            }
            for (String address : where.addresses) {
                targets.add(new InetSocketAddress(InetAddress.getByName(address), port));
            }
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e.getMessage());
        } catch (UnknownHostException e) {
            throw new WrongUse("--address " + e.getMessage() + " is not known");
        }
        return targets;
    }
}
