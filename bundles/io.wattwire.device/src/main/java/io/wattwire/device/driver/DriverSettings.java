package io.wattwire.device.driver;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * The settings that all drivers share. A driver's own settings interface extends this one; the
 * build writes the inherited fields into the driver's metatype. Kura checks nothing of what a user
 * enters, so the driver base does.
 */
public interface DriverSettings {

    /**
     * How the device is reached.
     *
     * @return {@code tcp}, {@code serial}, {@code rtu-tcp}, {@code solarman} or {@code givenergy}
     */
    @AttributeDefinition(
            name = "Connection",
            description = "How the device is reached.",
            required = false,
            defaultValue = "tcp",
            options = {
                @Option(label = "Modbus TCP", value = "tcp"),
                @Option(label = "Modbus RTU on a serial line", value = "serial"),
                @Option(label = "Modbus RTU through a TCP gateway", value = "rtu-tcp"),
                @Option(label = "Solarman logger stick (V5)", value = "solarman"),
                @Option(label = "GivEnergy dongle", value = "givenergy")
            })
    String connection();

    /**
     * Host of a TCP connection.
     *
     * @return name or address
     */
    @AttributeDefinition(
            name = "Host",
            description = "Name or address of the device or its gateway, for TCP connections.",
            required = false)
    String host();

    /**
     * Port of a TCP connection.
     *
     * @return 1 to 65535
     */
    @AttributeDefinition(
            name = "Port",
            description =
                    "TCP port. Empty: 502, of a Solarman logger or a" + " GivEnergy dongle 8899.",
            required = false,
            min = "1",
            max = "65535")
    int port();

    /**
     * Serial of a Solarman logger or a GivEnergy dongle.
     *
     * @return decimal digits; of a dongle ten letters and digits
     */
    @AttributeDefinition(
            name = "Logger serial",
            description =
                    "For a Solarman logger: the number printed on the stick, about ten digits; not"
                            + " the serial of the inverter. For a GivEnergy dongle: empty, or its"
                            + " serial or the inverter's, to refuse another plant.",
            required = false)
    String logger_serial();

    /**
     * Serial port.
     *
     * @return path of the device file
     */
    @AttributeDefinition(
            name = "Serial port",
            description =
                    "For a serial line: the port, for example /dev/ttyUSB0. Names below"
                            + " /dev/serial/by-id stay the same when adapters change places.",
            required = false)
    String serial_device();

    /**
     * Line speed.
     *
     * @return baud
     */
    @AttributeDefinition(
            name = "Serial speed (baud)",
            description = "Empty: as the device leaves the factory.",
            required = false,
            min = "300",
            max = "1000000")
    int serial_baud();

    /**
     * Parity of the line.
     *
     * @return {@code auto}, {@code none}, {@code even} or {@code odd}
     */
    @AttributeDefinition(
            name = "Serial parity",
            description = "As set in the device.",
            required = false,
            defaultValue = "auto",
            options = {
                @Option(label = "As the device leaves the factory", value = "auto"),
                @Option(label = "None", value = "none"),
                @Option(label = "Even", value = "even"),
                @Option(label = "Odd", value = "odd")
            })
    String serial_parity();

    /**
     * Stop bits of the line.
     *
     * @return 1 or 2
     */
    @AttributeDefinition(
            name = "Serial stop bits",
            description = "1 or 2. Empty: as the device leaves the factory.",
            required = false,
            min = "1",
            max = "2")
    int serial_stop_bits();

    /**
     * Modbus unit id.
     *
     * @return 0 to 255
     */
    @AttributeDefinition(
            name = "Unit id",
            description =
                    "Modbus address of the device on its line or gateway. Empty: as the device"
                            + " leaves the factory.",
            required = false,
            min = "0",
            max = "255")
    int unit_id();

    /**
     * Model of the device.
     *
     * @return name of the model
     */
    @AttributeDefinition(
            name = "Model",
            description =
                    "Name of the model as on the driver's page, for example sdm230. Empty: ask the"
                            + " device.",
            required = false)
    String model();

    /**
     * Longest time of one read.
     *
     * @return milliseconds
     */
    @AttributeDefinition(
            name = "Read deadline (ms)",
            description =
                    "Each read ends after this time, with the values it has. Keep it below the"
                            + " period of the timer. Empty: as the device needs, 800 for most, 5000 through a"
                            + " Solarman logger.",
            required = false,
            min = "50",
            max = "60000")
    int read_deadline_ms();

    /**
     * Least pause between requests.
     *
     * @return milliseconds
     */
    @AttributeDefinition(
            name = "Pause between requests (ms)",
            description =
                    "Least pause before the next request. Empty: what the device needs,"
                            + " at least 100 through a Solarman logger.",
            required = false,
            min = "0",
            max = "10000")
    int pause_ms();

    /**
     * Pause after connecting.
     *
     * @return milliseconds
     */
    @AttributeDefinition(
            name = "Delay after connecting (ms)",
            description = "Wait before the first request. Empty: what the device needs.",
            required = false,
            min = "0",
            max = "60000")
    int connect_delay_ms();

    /**
     * Whether anything may be written.
     *
     * @return true to allow writing
     */
    @AttributeDefinition(
            name = "Allow writing",
            description =
                    "Off: nothing is ever written to the device. On: the points and registers of"
                            + " an owner may be written.",
            required = false,
            defaultValue = "false")
    boolean write_enabled();

    /**
     * Whether an installer's registers may be written.
     *
     * @return true to allow
     */
    @AttributeDefinition(
            name = "Allow an installer's settings",
            description =
                    "On: also registers that only an installer may change. Needs \"Allow"
                            + " writing\".",
            required = false,
            defaultValue = "false")
    boolean installer_writes();

    /**
     * Bound of all limits.
     *
     * @return watts
     */
    @AttributeDefinition(
            name = "Installer's cap (W)",
            description =
                    "No power limit or export limit above this value reaches the device; a higher"
                            + " one is lowered to it. Empty: no cap.",
            required = false,
            min = "0")
    double installer_cap_w();

    /**
     * How long a set-point is defended.
     *
     * @return seconds
     */
    @AttributeDefinition(
            name = "Set-point valid (s)",
            description =
                    "A device that forgot its set-point, as after a restart, gets it again while"
                            + " it is younger than this. Control of a battery that is not"
                            + " commanded for so long goes back to it.",
            required = false,
            min = "1",
            max = "86400",
            defaultValue = "60")
    int setpoint_valid_s();

    /**
     * Whether a limit depends on this device.
     *
     * @return true to try a silent device every 2 s
     */
    @AttributeDefinition(
            name = "A limit depends on it",
            description =
                    "On: a silent device is tried every 2 s. Off: once a minute. A device that may"
                            + " be written is always tried every 2 s.",
            required = false,
            defaultValue = "false")
    boolean under_control();

    /**
     * Whether an unknown model may be written.
     *
     * @return true to allow
     */
    @AttributeDefinition(
            name = "Write to unrecognised models",
            description =
                    "On: write even when the device does not say that it is a model this driver"
                            + " knows, or says that it is another than Model names.",
            required = false,
            defaultValue = "false")
    boolean write_unrecognised();

    /**
     * Rated power.
     *
     * @return watts
     */
    @AttributeDefinition(
            name = "Rated power (W)",
            description = "Only where the device does not tell it, or tells it wrong.",
            required = false,
            min = "1")
    double rated_power_w();

    /**
     * Whether to make the ready-made assets.
     *
     * @return true to create them once
     */
    @AttributeDefinition(
            name = "Create assets",
            description =
                    "On: once, make the asset NAME-read with all points to read, one for each"
                            + " further part of the device and, where writing is allowed,"
                            + " NAME-control with the points to write. Deleted ones stay deleted.",
            required = false,
            defaultValue = "true")
    boolean assets_create();

    /**
     * Whether frames are written to the log.
     *
     * @return true to log every frame
     */
    @AttributeDefinition(
            name = "Trace frames",
            description = "On: every frame goes to the log, as logger io.wattwire.trace.",
            required = false,
            defaultValue = "false")
    boolean trace();
}
