package io.wattwire.cli;

import io.wattwire.device.link.FrameListener;
import io.wattwire.device.link.LinkAddress;
import io.wattwire.device.link.LinkPool;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.LinkDefaults;
import io.wattwire.device.model.MeterRole;
import io.wattwire.device.model.Protocol;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.SessionSettings;
import io.wattwire.device.session.StateStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Help.Ansi;
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

    @Option(
            names = "--meter",
            paramLabel = "ROLE",
            defaultValue = "grid",
            description =
                    "what a meter measures: grid, pv, battery, load, ev or generator (default:"
                            + " ${DEFAULT-VALUE})")
    private String meter;

    @Option(names = "--invert", description = "the meter is wired the other way round")
    private boolean invert;

    @Option(names = "--trace", description = "show every frame on standard error")
    private boolean trace;

    @Option(
            names = "--color",
            description = "with --trace: colours also where it is not shown on a terminal (CMS)")
    private boolean color;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description =
                    "where settings found before the first write are kept (default:"
                            + " ~/.local/state/wattwire)")
    private Path state;

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
        words.addAll(List.of("--meter", meter));
        if (invert) {
            words.add("--invert");
        }
        return words;
    }

    /** The settings of a session that only reads, at once and without pauses. */
    SessionSettings forReplay(DeviceCatalog.Match match) throws WrongUse {
        return settings(match).pauses(Duration.ZERO, Duration.ZERO).build();
    }

    /** Opens a session that only reads. */
    DeviceSession openForReading(Tools tools, PrintWriter err) throws WrongUse {
        DeviceCatalog.Match match = match(tools);
        return open(match, settings(match).build(), err);
    }

    /** Opens a session that may write as the given role. */
    DeviceSession openForWriting(
            Tools tools, boolean installer, boolean unrecognised, PrintWriter err) throws WrongUse {
        DeviceCatalog.Match match = match(tools);
        SessionSettings.Builder settings =
                writing(match, installer, unrecognised)
                        .handsBack(false); // a command stays until its owner releases it
        return open(match, settings.build(), err);
    }

    /** Opens a session that may write as the given role, if it wrote, and leaves no trace. */
    DeviceSession openForRehearsal(
            Tools tools, boolean installer, boolean unrecognised, PrintWriter err) throws WrongUse {
        DeviceCatalog.Match match = match(tools);
        SessionSettings settings = writing(match, installer, unrecognised).handsBack(false).build();
        StateStore known = StateStore.inDirectory(stateOf(match.family(), settings));
        DeviceSession session = open(match, settings, StateStore.rehearsal(known), err);
        session.rehearse(write -> {});
        return session;
    }

    /** Opens a session that writes and takes a set-point back when the time is over. */
    DeviceSession openForHolding(
            Tools tools, boolean installer, boolean unrecognised, Duration time, PrintWriter err)
            throws WrongUse {
        DeviceCatalog.Match match = match(tools);
        SessionSettings.Builder settings =
                writing(match, installer, unrecognised).handsBack(true).setpointValid(time);
        return open(match, settings.build(), err);
    }

    /** Opens sessions that only read, one after the other. */
    Supplier<DeviceSession> sessionsForReading(Tools tools, PrintWriter err) throws WrongUse {
        DeviceCatalog.Match match = match(tools);
        SessionSettings settings = settings(match).underControl(true).build();
        return () -> open(match, settings, err);
    }

    /** Opens sessions that may write as an owner, one after the other. */
    Supplier<DeviceSession> sessionsForWriting(Tools tools, PrintWriter err) throws WrongUse {
        DeviceCatalog.Match match = match(tools);
        SessionSettings settings = writing(match, false, false).handsBack(false).build();
        return () -> open(match, settings, err);
    }

    private SessionSettings.Builder writing(
            DeviceCatalog.Match match, boolean installer, boolean unrecognised) throws WrongUse {
        return settings(match)
                .writable(installer ? WriteRole.INSTALLER : WriteRole.OWNER)
                .writeUnrecognised(unrecognised);
    }

    private SessionSettings.Builder settings(DeviceCatalog.Match match) throws WrongUse {
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
                .meter(role(), invert, 0);
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

    private MeterRole role() throws WrongUse {
        try {
            return MeterRole.valueOf(meter.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new WrongUse(
                    "--meter '" + meter + "' is none of grid, pv, battery, load, ev, generator");
        }
    }

    private DeviceSession open(
            DeviceCatalog.Match match, SessionSettings settings, PrintWriter err) {
        StateStore state = StateStore.inDirectory(stateOf(match.family(), settings));
        return open(match, settings, state, err);
    }

    private DeviceSession open(
            DeviceCatalog.Match match,
            SessionSettings settings,
            StateStore store,
            PrintWriter err) {
        DeviceSession session =
                new DeviceSession(
                        match.family(),
                        settings,
                        "command line",
                        store,
                        LinkPool.shared(),
                        System::nanoTime,
                        System::currentTimeMillis);
        if (trace) {
            LinkPool.shared().addFrameListener(printer(match.family(), session, err));
        }
        return session;
    }

    private FrameListener printer(DeviceFamily family, DeviceSession session, PrintWriter err) {
        return family.protocol() == Protocol.CMS
                ? new CmsTracePrinter(family.table(), err, color || Ansi.AUTO.enabled())
                : new TracePrinter(family.table(), session::unit, err);
    }

    /** One folder per device on its wire, so that 'release' finds what 'write' saved. */
    private Path stateOf(DeviceFamily family, SessionSettings settings) {
        Path root =
                state != null
                        ? state
                        : Path.of(System.getProperty("user.home"), ".local", "state", "wattwire");
        String place = settings.address().text() + "-" + settings.unit();
        return root.resolve(family.name() + "-" + place.replaceAll("[^A-Za-z0-9.]+", "_"));
    }
}
