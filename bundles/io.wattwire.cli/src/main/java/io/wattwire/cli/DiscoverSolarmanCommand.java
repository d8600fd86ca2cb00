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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    @Spec private CommandSpec spec;

    @Mixin private SearchOptions search;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + SolarmanDiscovery.PORT,
            description = "UDP port (default: ${DEFAULT-VALUE})")
    private int port;

    @Override
    public Integer call() throws WrongUse, Failed {
        Duration patience = search.patience(port);
        List<SolarmanDiscovery.Logger> found = ask(targets(), patience);
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

    private List<SolarmanDiscovery.Logger> ask(List<InetSocketAddress> targets, Duration patience)
            throws Failed {
        try {
            return SolarmanDiscovery.ask(targets, patience);
        } catch (IOException e) {
            throw new Failed("nothing can be sent there: " + e.getMessage(), e);
        }
    }

    private List<InetSocketAddress> targets() throws WrongUse {
        List<InetSocketAddress> targets = new ArrayList<>();
        try {
            for (String subnet : search.subnets()) {
                targets.add(new InetSocketAddress(SolarmanDiscovery.broadcast(subnet), port));
            }
            for (String address : search.addresses()) {
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
