package io.wattwire.driver.solaredge;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Settings of an emulated meter, as Kura's screen shows them; what arrives is checked again. */
@ObjectClassDefinition(
        id = SolarEdgeMeterDriver.PID,
        name = "SolarEdge meter (emulated)",
        description = "Shows any source's values to an inverter as a meter that it knows.")
interface SolarEdgeMeterSettings {

    /** Connection: {@code serial}, {@code tcp} or {@code rtu-tcp}. */
    @AttributeDefinition(
            name = "Connection",
            description =
                    "How the inverter reaches the meter. The inverter itself only speaks "
                            + "RTU on its RS-485 terminals; a serial gateway that dials in uses one "
                            + "of the TCP forms.",
            required = false,
            defaultValue = "serial",
            options = {
                @Option(label = "RS-485 (RTU)", value = "serial"),
                @Option(label = "Modbus TCP", value = "tcp"),
                @Option(label = "RTU frames over TCP", value = "rtu-tcp")
            })
    String connection();

    /** Serial port: path of the device file. */
    @AttributeDefinition(
            name = "Serial port",
            description =
                    "The adapter at the inverter's RS-485 terminals. Names below "
                            + "/dev/serial/by-id stay the same when adapters change places.",
            required = false)
    String serial_device();

    /** Serial speed (baud): baud. */
    @AttributeDefinition(
            name = "Serial speed (baud)",
            description = "As set in the inverter.",
            required = false,
            min = "300",
            max = "1000000",
            defaultValue = "9600")
    int serial_baud();

    /** Serial parity: {@code none}, {@code even} or {@code odd}. */
    @AttributeDefinition(
            name = "Serial parity",
            description = "As set in the inverter.",
            required = false,
            defaultValue = "none",
            options = {
                @Option(label = "None", value = "none"),
                @Option(label = "Even", value = "even"),
                @Option(label = "Odd", value = "odd")
            })
    String serial_parity();

    /** Serial stop bits: 1 or 2. */
    @AttributeDefinition(
            name = "Serial stop bits",
            description = "1 or 2.",
            required = false,
            min = "1",
            max = "2",
            defaultValue = "1")
    int serial_stop_bits();

    /** Listen address: an address of this machine. */
    @AttributeDefinition(
            name = "Listen address",
            description =
                    "For TCP: which of the gateway's addresses masters may reach. 127.0.0.1 "
                            + "is this machine only, 0.0.0.0 all.",
            required = false,
            defaultValue = "127.0.0.1")
    String listen_address();

    /** Port: 0 to 65535, 0 for any free one. */
    @AttributeDefinition(
            name = "Port",
            description = "For TCP.",
            required = false,
            min = "0",
            max = "65535",
            defaultValue = "5502")
    int port();

    /** Allowed clients: addresses and networks, with commas between. */
    @AttributeDefinition(
            name = "Allowed clients",
            description =
                    "For TCP: addresses and networks that may connect, such as 192.168.1.20 "
                            + "or 192.168.1.0/24. Empty: all that reach the listen address.",
            required = false)
    String allow_list();

    /** Unit id: 1 to 247. */
    @AttributeDefinition(
            name = "Unit id",
            description = "The meter's device id in SetApp; different for each meter on a line.",
            required = false,
            min = "1",
            max = "247",
            defaultValue = "2")
    int unit_id();

    /** Meter: {@code wattnode}, {@code sdm230}, {@code sdm630} or {@code dtsu666}. */
    @AttributeDefinition(
            name = "Meter",
            description = "Which meter the inverter believes to see.",
            required = false,
            defaultValue = "wattnode",
            options = {
                @Option(label = "WattNode WNC-3Y-400-MB (SolarEdge)", value = "wattnode"),
                @Option(label = "Eastron SDM630", value = "sdm630"),
                @Option(label = "Eastron SDM230", value = "sdm230"),
                @Option(label = "Chint DTSU666", value = "dtsu666")
            })
    String meter();

    /** Serial number: 0 to 4294967295. */
    @AttributeDefinition(
            name = "Serial number",
            description = "Different for each meter of an inverter.",
            required = false,
            defaultValue = "987654")
    String serial_number();

    /** CT rating (A): A. */
    @AttributeDefinition(
            name = "CT rating (A)",
            description = "Must be what SetApp says, or the inverter shows an error.",
            required = false,
            min = "1",
            max = "6000",
            defaultValue = "5")
    int ct_current();

    /** CT directions: sum of 1, 2 and 4. */
    @AttributeDefinition(
            name = "CT directions",
            description =
                    "Only shown to the inverter: 1, 2 and 4 for phases A, B and C turned "
                            + "round. Turn the source's sign instead.",
            required = false,
            min = "0",
            max = "7",
            defaultValue = "0")
    int ct_directions();

    /** Phase offset (degrees): 0, 60, 90, 120 or 180. */
    @AttributeDefinition(
            name = "Phase offset (degrees)",
            description = "120 for three phases, 0 for one, 180 for a split phase.",
            required = false,
            min = "0",
            max = "180",
            defaultValue = "120")
    int phase_offset();

    /** Export control: true or false. */
    @AttributeDefinition(
            name = "Export control",
            description =
                    "The inverter limits its export by this meter: the meter falls silent "
                            + "when its value is older than 15 s at the latest. Leave it on unless "
                            + "the meter only counts.",
            required = false,
            defaultValue = "true")
    boolean export_control();

    /** Frozen after (s): seconds. */
    @AttributeDefinition(
            name = "Frozen after (s)",
            description =
                    "A source that repeats all its values to the last digit for so long "
                            + "counts as dead. 0: never.",
            required = false,
            min = "0",
            max = "86400",
            defaultValue = "300")
    int frozen_after_s();

    /** Make an asset: true or false. */
    @AttributeDefinition(
            name = "Make an asset",
            description = "Make the ready-made asset of this meter, once.",
            required = false,
            defaultValue = "true")
    boolean assets_create();
}
