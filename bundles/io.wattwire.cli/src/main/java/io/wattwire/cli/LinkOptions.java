package io.wattwire.cli;

import io.wattwire.device.link.LinkAddress;
import picocli.CommandLine.Option;

/** Where a device is: exactly one of these is given. */
final class LinkOptions {
    @Option(
            names = "--tcp",
            paramLabel = "HOST:PORT",
            description = "Modbus TCP; the port is 502 if left out")
    private String tcp;

    @Option(
            names = "--serial",
            paramLabel = "DEV:BAUD:8N1",
            description = "Modbus RTU on a serial port, for example /dev/ttyUSB0:9600:8N1")
    private String serial;

    @Option(
            names = "--rtu-tcp",
            paramLabel = "HOST:PORT",
            description = "Modbus RTU frames through a serial server")
    private String rtuTcp;

    LinkAddress address() throws WrongUse {
        try {
            if (tcp != null) {
                return LinkAddress.parse("tcp://" + tcp);
            }
            if (serial != null) {
                return LinkAddress.parse("rtu:" + serial);
            }
            return LinkAddress.parse("rtu-tcp://" + rtuTcp);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e.getMessage());
        }
    }
}
