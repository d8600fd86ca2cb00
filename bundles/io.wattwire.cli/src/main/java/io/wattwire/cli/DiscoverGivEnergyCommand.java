package io.wattwire.cli;

import io.wattwire.device.link.GivEnergy;
import io.wattwire.device.link.GivEnergyDiscovery;
import io.wattwire.device.link.Subnet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    @Spec private CommandSpec spec;

    @Mixin private SearchOptions search;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + GivEnergy.USUAL_PORT,
            description = "TCP port (default: ${DEFAULT-VALUE})")
    private int port;

    @Override
    public Integer call() throws WrongUse, Failed {
        Duration patience = search.patience(port);
        List<GivEnergyDiscovery.Dongle> found = ask(patience);
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

    private List<GivEnergyDiscovery.Dongle> ask(Duration patience) throws WrongUse {
        List<String> hosts = new ArrayList<>(search.addresses());
        try {
            for (String subnet : search.subnets()) {
                hosts.addAll(Subnet.parse(subnet).hosts());
            }
            hosts.forEach(host -> new GivEnergy(host, port));
            return GivEnergyDiscovery.ask(hosts, port, patience);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e.getMessage());
        }
    }
}
