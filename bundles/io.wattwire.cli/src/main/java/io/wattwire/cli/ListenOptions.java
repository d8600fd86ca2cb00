package io.wattwire.cli;

import io.wattwire.device.link.Solarman;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Documents;
import io.wattwire.device.model.LinkDefaults;
import io.wattwire.device.model.Protocol;
import io.wattwire.serial.SerialSettings;
import io.wattwire.simulator.LineTiming;
import io.wattwire.simulator.Simulation;
import io.wattwire.simulator.SimulationBuilder;
import java.net.InetAddress;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a simulated device answers. */
final class ListenOptions {

    @ArgGroup(multiplicity = "1")
    private Place place;

    /** Exactly one of these is given. */
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

        @Option(names = "--givenergy", paramLabel = "PORT", description = "as a GivEnergy dongle")
        private Integer givEnergy;

        @Option(
                names = "--http",
                paramLabel = "PORT",
                description = "by the HTTP interface of the device, see --user")
        private Integer http;

        @Option(names = "--serial", paramLabel = "DEV[:BAUD:8N1]", description = "on a serial port")
        private String serial;
    }

    @Mixin private CredentialOptions credential = new CredentialOptions();

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

    /** Tells the simulation where to listen. */
    void listen(SimulationBuilder builder, DeviceCatalog.Match match, int unit) throws WrongUse {
        DeviceFamily family = match.family();
        if (isHttp(family)) {
            Documents documents = Documents.of(family.exampleTable(match.model()));
            builder.http(port(place.http), documents, credential.credential(), unit);
        } else {
            listen(builder, family);
        }
    }

    private boolean isHttp(DeviceFamily family) throws WrongUse {
        boolean speaks = family.protocol() == Protocol.HTTP;
        if (speaks != (place.http != null)) {
            throw new WrongUse(
                    family.name()
                            + (speaks
                                    ? " has an HTTP interface and nothing else: give --http"
                                    : " has no HTTP interface: leave --http out"));
        }
        return speaks;
    }

    private void listen(SimulationBuilder builder, DeviceFamily family) throws WrongUse {
        LinkDefaults link = family.link();
        if (family.protocol() == Protocol.CMS) {
            listenOnLine(builder, link);
        } else if (place.serial != null) {
            builder.serial(line(link), LineTiming.turnaroundOnly());
        } else if (place.solarman != null) {
            builder.solarman(port(place.solarman), serial(), LineTiming.none());
        } else if (place.givEnergy != null) {
            builder.givEnergy(port(place.givEnergy), LineTiming.none());
        } else if (place.tcp != null) {
            Habits habits = new Habits(link);
            if (connections != null && connections < 1) {
                throw new WrongUse("--connections " + connections + "; write 1 or more");
            }
            builder.connections(
                    habits.deafness(), connections == null ? habits.clients() : connections);
            builder.tcp(InetAddress.getLoopbackAddress(), port(place.tcp), habits.timing());
        } else {
            builder.rtuOverTcp(
                    InetAddress.getLoopbackAddress(), port(place.rtuTcp), LineTiming.none());
        }
    }

    /** CMS inverters are on a serial line and nowhere else. */
    private void listenOnLine(SimulationBuilder builder, LinkDefaults link) throws WrongUse {
        if (place.serial != null) {
            builder.cms(line(link), LineTiming.turnaroundOnly());
        } else if (place.rtuTcp != null) {
            builder.cms(port(place.rtuTcp), LineTiming.turnaroundOnly());
        } else {
            throw new WrongUse("this device is on a serial line: give --serial or --rtu-tcp");
        }
    }

    /** Where it listens, as the link options of the other commands want it. */
    String address(Simulation simulation) {
        if (place.serial != null) {
            return place.serial;
        }
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        if (place.solarman != null) {
            return host + ":" + simulation.solarmanPort() + ":" + loggerSerial;
        }
        if (place.givEnergy != null) {
            return host + ":" + simulation.givEnergyPort();
        }
        int port = place.tcp != null ? simulation.tcpPort() : simulation.rtuOverTcpPort();
        port = Math.max(port, Math.max(simulation.cmsPort(), simulation.httpPort()));
        return host + ":" + port;
    }

    private SerialSettings line(LinkDefaults link) throws WrongUse {
        String usual = ":" + link.baud() + ":8" + link.parity() + link.stopBits();
        try {
            return SerialSettings.parse(
                    place.serial.contains(":") ? place.serial : place.serial + usual);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e.getMessage());
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
}
