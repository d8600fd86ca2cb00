package io.wattwire.cli;

import io.wattwire.device.link.LinkAddress;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.LinkDefaults;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.SessionSettings;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which device, on which wire: what all commands that talk to one device share. */
final class DeviceOptions {
    private static final Duration USUAL_DEADLINE = Duration.ofSeconds(2);
    private static final Duration LONGEST_DEADLINE = Duration.ofMinutes(1);

    @Parameters(
            index = "0",
            paramLabel = "DEVICE",
            description = "a device or model, see 'wattwire devices'")
    private String device;

    @ArgGroup(multiplicity = "1")
    private LinkOptions link;

    @Mixin private CredentialOptions credential = new CredentialOptions();

    @Option(names = "--unit", paramLabel = "N", description = "Modbus unit id, 0 to 255")
    private Integer unit;

    @Option(
            names = "--inverter",
            paramLabel = "SERIAL",
            defaultValue = "",
            description =
                    "serial number, where only that tells several inverters of a line apart (CMS)")
    private String inverter;

    @Option(
            names = "--units",
            paramLabel = "PART=N",
            split = ",",
            description =
                    "unit ids of parts that have their own, for example grid=30,battery=-; - for"
                            + " one that is not there")
    private List<String> units = new ArrayList<>();

    @Option(
            names = "--deadline",
            paramLabel = "MS",
            description = "longest time of one read in ms (default: 2000, more for slow devices)")
    private Integer deadlineMillis;

    @Mixin private MeterOptions meter = new MeterOptions();

    @Mixin private SessionOptions shown = new SessionOptions();

    DeviceCatalog.Match match(Tools tools) throws WrongUse {
        return tools.catalog().find(device);
    }

    String device() {
        return device;
    }

    /** Text of the link's address. */
    String place(DeviceCatalog.Match match) throws WrongUse {
        return address(match.family()).text();
    }

    /** How the device is read, without its place, as words of a command line. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        if (unit != null) {
            words.addAll(List.of("--unit", unit.toString()));
        }
        if (!units.isEmpty()) {
            words.addAll(List.of("--units", String.join(",", units)));
        }
        if (deadlineMillis != null) {
            words.addAll(List.of("--deadline", deadlineMillis.toString()));
        }
        words.addAll(meter.words());
        return words;
    }

    /** The settings of a session that only reads, at once and without pauses. */
    SessionSettings forReplay(DeviceCatalog.Match match) throws WrongUse {
        return settings(match).pauses(Duration.ZERO, Duration.ZERO).build();
    }

    /** Opens a session that only reads. */
    DeviceSession openForReading(Tools tools, PrintWriter err) throws WrongUse {
        DeviceCatalog.Match match = match(tools);
        return shown.open(match.family(), settings(match).build(), err);
    }

    /** Opens a session that may write as the given role. */
    DeviceSession openForWriting(
            Tools tools, boolean installer, boolean unrecognised, PrintWriter err) throws WrongUse {
        DeviceCatalog.Match match = match(tools);
        SessionSettings.Builder settings =
                writing(match, installer, unrecognised)
                        .handsBack(false); // a command stays until its owner releases it
        return shown.open(match.family(), settings.build(), err);
    }

    /** Opens a session that may write as the given role, if it wrote, and leaves no trace. */
    DeviceSession openForRehearsal(
            Tools tools, boolean installer, boolean unrecognised, PrintWriter err) throws WrongUse {
        DeviceCatalog.Match match = match(tools);
        SessionSettings settings = writing(match, installer, unrecognised).handsBack(false).build();
        return shown.rehearse(match.family(), settings, err);
    }

    /** Opens a session that writes and takes a set-point back when the time is over. */
    DeviceSession openForHolding(
            Tools tools, boolean installer, boolean unrecognised, Duration time, PrintWriter err)
            throws WrongUse {
        DeviceCatalog.Match match = match(tools);
        SessionSettings.Builder settings =
                writing(match, installer, unrecognised).handsBack(true).setpointValid(time);
        return shown.open(match.family(), settings.build(), err);
    }

    /** Opens sessions that only read, one after the other. */
    Supplier<DeviceSession> sessionsForReading(Tools tools, PrintWriter err) throws WrongUse {
        DeviceCatalog.Match match = match(tools);
        SessionSettings settings = settings(match).underControl(true).build();
        return () -> shown.open(match.family(), settings, err);
    }

    /** Opens sessions that may write as an owner, one after the other. */
    Supplier<DeviceSession> sessionsForWriting(Tools tools, PrintWriter err) throws WrongUse {
        DeviceCatalog.Match match = match(tools);
        SessionSettings settings = writing(match, false, false).handsBack(false).build();
        return () -> shown.open(match.family(), settings, err);
    }

    private SessionSettings.Builder writing(
            DeviceCatalog.Match match, boolean installer, boolean unrecognised) throws WrongUse {
        return settings(match)
                .writable(installer ? WriteRole.INSTALLER : WriteRole.OWNER)
                .writeUnrecognised(unrecognised);
    }

    private SessionSettings.Builder settings(DeviceCatalog.Match match) throws WrongUse {
        match.requireModel();
        LinkAddress address = address(match.family());
        LinkDefaults defaults = match.family().link();
        Duration deadline = deadline(match.family(), address);
        int unitId = unit == null ? defaults.unit() : unit;
        if (unitId < 0 || unitId > 255) {
            throw new WrongUse("--unit " + unitId + " is outside 0 to 255");
        }
        return SessionSettings.of(address, unitId)
                .model(match.model())
                .readDeadline(deadline)
                .pauses(longer(defaults.pause(), address.usualPause()), defaults.connectDelay())
                .units(PartUnits.given(units, match.family()))
                .meter(meter.role(), meter.inverted(), 0);
    }

    private LinkAddress address(DeviceFamily family) throws WrongUse {
        try {
            return link.address(family, credential.credential()).of(inverter);
        } catch (IllegalArgumentException e) {
            throw new WrongUse("--inverter: " + e.getMessage());
        }
    }

    private Duration deadline(DeviceFamily family, LinkAddress address) throws WrongUse {
        if (deadlineMillis == null) {
            Duration needed = longer(family.readDeadline(), address.usualReadDeadline());
            return longer(needed, USUAL_DEADLINE);
        }
        Duration deadline = Duration.ofMillis(deadlineMillis);
        if (deadlineMillis < 1 || deadline.compareTo(LONGEST_DEADLINE) > 0) {
            throw new WrongUse("--deadline must be 1 to " + LONGEST_DEADLINE.toMillis() + " ms");
        }
        return deadline;
    }

    private static Duration longer(Duration first, Duration second) {
        return first.compareTo(second) > 0 ? first : second;
    }
}
