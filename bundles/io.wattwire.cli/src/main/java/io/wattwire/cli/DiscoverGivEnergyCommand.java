package io.wattwire.cli;

import io.wattwire.device.link.GivEnergy;
import io.wattwire.device.link.GivEnergyDiscovery;
import io.wattwire.device.link.Subnet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds GivEnergy dongles. */
@Command(
        name = "givenergy",
        description = {
            "Asks each address of a network for a GivEnergy inverter and lists those that answer.",
            "Give the network of the dongles, /22 or smaller, or the address of one."
        })
final class DiscoverGivEnergyCommand implements Callable<Integer> {
    private static final int LONGEST_WAIT = 60;

    @Spec private CommandSpec spec;

    @ArgGroup(multiplicity = "1", exclusive = false)
    private Where where;

    /** Whom to ask. */
    static final class Where {
        @Option(
                names = "--subnet",
                paramLabel = "A.B.C.0/24",
                description = "ask each address of a network; may be repeated")
        private List<String> subnets = new ArrayList<>();

        @Option(
                names = "--address",
                paramLabel = "HOST",
                description = "ask one dongle; may be repeated")
        private List<String> addresses = new ArrayList<>();
    }

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + GivEnergy.USUAL_PORT,
            description = "TCP port (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "3",
            description = "how long each address may take (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Override
    public Integer call() throws WrongUse, Failed {
        if (port < 1 || port > 65_535) {
            throw new WrongUse("--port " + port + " is outside 1 to 65535");
        }
        if (seconds < 1 || seconds > LONGEST_WAIT) {
            throw new WrongUse("--wait " + seconds + " is outside 1 to " + LONGEST_WAIT);
        }
        List<GivEnergyDiscovery.Dongle> found = ask();
        if (found.isEmpty()) {
            throw new Failed(
                    "no dongle answered; check that it is on this network, that no firewall holds"
                            + " back TCP port "
                            + port
                            + ", and that other programs leave it a free place: it serves a few"
                            + " clients only");
        }
        TextTable table = new TextTable("ADDRESS", "DONGLE", "INVERTER", "MODEL CODE", "LINK");
        for (GivEnergyDiscovery.Dongle dongle : found) {
            String usual = port == GivEnergy.USUAL_PORT ? "" : ":" + port;
            table.row(
                    dongle.host(),
                    dongle.dongle(),
                    dongle.inverter(),
                    String.format("%04x", dongle.modelCode()),
                    "--givenergy " + dongle.host() + usual);
        }
        table.print(spec.commandLine().getOut());
        return 0;
    }

    private List<GivEnergyDiscovery.Dongle> ask() throws WrongUse {
        List<String> hosts = new ArrayList<>(where.addresses);
        try {
            for (String subnet : where.subnets) {
                hosts.addAll(Subnet.parse(subnet).hosts());
            }
            hosts.forEach(host -> new GivEnergy(host, port));
            return GivEnergyDiscovery.ask(hosts, port, Duration.ofSeconds(seconds));
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e.getMessage());
        }
    }
}
