package io.wattwire.cli;

import io.wattwire.device.link.Credential;
import io.wattwire.device.link.Http;
import io.wattwire.device.link.LinkAddress;
import io.wattwire.device.model.DeviceFamily;
import picocli.CommandLine.Option;

/** Where a device is: exactly one of these is given. */
final class LinkOptions {
    /** So short a number is a port; serials have about ten digits. */
    private static final int PORT_DIGITS = 5;

    @Option(
            names = "--tcp",
            paramLabel = "HOST:PORT",
            description = "Modbus TCP; the port is 502 if left out")
    private String tcp;

    @Option(
            names = "--serial",
            paramLabel = "DEV:BAUD:8N1",
            description = "a serial port, for example /dev/ttyUSB0:9600:8N1")
    private String serial;

    @Option(
            names = "--rtu-tcp",
            paramLabel = "HOST:PORT",
            description = "a serial server that carries the bytes of such a line")
    private String rtuTcp;

    @Option(
            names = "--solarman",
            paramLabel = "HOST[:PORT]:SERIAL",
            description =
                    "through a Solarman logger stick; the serial is printed on it, the port is 8899"
                            + " if left out")
    private String solarman;

    @Option(
            names = "--http",
            paramLabel = "HOST[:PORT]",
            description =
                    "HTTP interface of the device, the port is 80 if left out; see --user and"
                            + " --password-file")
    private String http;

    @Option(
            names = "--givenergy",
            paramLabel = "HOST[:PORT]",
            description =
                    "through a GivEnergy dongle; the port is 8899 if left out; HOST[:PORT]/SERIAL"
                            + " takes no other plant than the one with this serial")
    private String givEnergy;

    /** The place of a device of the family. */
    LinkAddress address(DeviceFamily family, Credential credential) throws WrongUse {
        if (http == null && !credential.isNone()) {
            throw new WrongUse("--user is for --http only");
        }
        try {
            return place(credential).spoken(family.protocol());
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e.getMessage());
        }
    }

    private LinkAddress place(Credential credential) throws WrongUse {
        requireHost("--tcp", tcp);
        requireHost("--rtu-tcp", rtuTcp);
        requireHost("--http", http);
        requireHost("--givenergy", givEnergy);
        if (tcp != null) {
            return LinkAddress.parse("tcp://" + tcp);
        }
        if (serial != null) {
            return LinkAddress.parse("rtu:" + serial);
        }
        if (solarman != null) {
            return logger();
        }
        if (givEnergy != null) {
            return LinkAddress.parse("givenergy://" + givEnergy);
        }
        return http != null
                ? Http.parse(http).with(credential)
                : LinkAddress.parse("rtu-tcp://" + rtuTcp);
    }

    /** A simulation is started with a port alone; who reads it would ask a host of that name. */
    private static void requireHost(String option, String place) throws WrongUse {
        if (place != null && place.matches("[0-9]{1," + PORT_DIGITS + "}")) {
            throw new WrongUse(
                    option
                            + " "
                            + place
                            + " has no host; write HOST:PORT, for example 127.0.0.1:"
                            + place);
        }
    }

    private LinkAddress logger() throws WrongUse {
        int colon = solarman.lastIndexOf(':');
        String serial = solarman.substring(colon + 1);
        if (colon < 1 || serial.matches("[0-9]{1," + PORT_DIGITS + "}")) {
            throw new WrongUse(
                    "--solarman '"
                            + solarman
                            + "' has no logger serial; write HOST:SERIAL or HOST:PORT:SERIAL, the"
                            + " serial is printed on the logger stick");
        }
        return LinkAddress.parse("solarman://" + solarman.substring(0, colon) + "/" + serial);
    }
}
