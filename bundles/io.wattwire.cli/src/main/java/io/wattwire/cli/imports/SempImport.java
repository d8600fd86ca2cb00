package io.wattwire.cli.imports;

import io.wattwire.cli.imports.IniFile.Entry;
import io.wattwire.cli.imports.IniFile.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Turns the configuration of solaredge_meterproxy, semp-rtu.conf or semp-tcp.conf, into a graph: a
 * source, an emulated meter and the wire between them for each of its meters. Its keys and their
 * defaults are those of semp-rtu.py and semp-tcp.py.
 */
public final class SempImport {

    private static final String METER_DRIVER = "io.wattwire.driver.solaredge.SolarEdgeMeterDriver";
    private static final String RTU_SERIAL = "218170710";
    private static final String TCP_SERIAL = "987654";
    private static final int LARGEST_UNIT = 247;
    private static final int SLOWEST_SECONDS = 10;
    private static final int LARGEST_CT = 6000;
    private static final int LARGEST_PORT = 65_535;
    private static final int LARGEST_BAUD = 1_000_000;
    private static final Set<Integer> PHASE_OFFSETS = Set.of(0, 60, 90, 120, 180);

    private final Graph graph = new Graph();
    private final List<String> notes = new ArrayList<>();
    private final Map<Integer, String> units = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final IniFile file;
    private final SempSources sources = new SempSources(graph, notes);

    private SempImport(IniFile file) {
        this.file = file;
    }

    /**
     * What came of it.
     *
     * @param xml the snapshot
     * @param meters how many meters it shows
     * @param notes what could not be carried over, one sentence each, with its line
     */
    public record Result(String xml, int meters, List<String> notes) {}

    /**
     * Turns a configuration into a graph.
     *
     * @param lines of the file
     * @return the graph and what could not be carried over
     * @throws ImportException if the file is no such configuration, or one that cannot work
     */
    public static Result of(List<String> lines) throws ImportException {
        SempImport made = new SempImport(IniFile.read(lines));
        made.everything();
        return new Result(made.graph.xml(), made.units.size(), List.copyOf(made.notes));
    }

    private void everything() throws ImportException {
        Section server =
                file.section("server")
                        .orElseThrow(
                                () ->
                                        new ImportException(
                                                "there is no [server] section; is this the"
                                                        + " configuration of solaredge_meterproxy?"));
        List<String> meters =
                Stream.of(server.text("meters", "").split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
        if (meters.isEmpty()) {
            throw new ImportException(
                    "line " + server.line() + ": [server] names no meters; write meters = meter1");
        }
        Map<String, Object> line = line(server);
        for (String name : meters) {
            Section meter =
                    file.section(name)
                            .orElseThrow(
                                    () ->
                                            new ImportException(
                                                    "[server] names the meter "
                                                            + name
                                                            + ", but there is no section ["
                                                            + name
                                                            + "]"));
            meter(meter, line);
        }
        leftOver(meters);
    }

    private Map<String, Object> line(Section server) throws ImportException {
        Map<String, Object> line = new LinkedHashMap<>();
        boolean tcp =
                Stream.of("address", "port", "framer").anyMatch(it -> server.entry(it).isPresent());
        if (tcp) {
            String framer = server.text("framer", "socket");
            line.put("connection", framer.equals("rtu") ? "rtu-tcp" : "tcp");
            String address = server.text("address", "0.0.0.0");
            line.put("listen.address", address);
            line.put("port", port(server, "5502"));
            if (address.equals("0.0.0.0")) {
                notes.add(
                        "the meters listen on all addresses, as semp did; name the inverter's"
                                + " gateway in allow.list");
            }
        } else {
            line.put("connection", "serial");
            line.put("serial.device", server.text("device", "/dev/ttyUSB0"));
            line.put("serial.baud", baud(server, "9600"));
            line.put("serial.parity", parity(server.text("parity", "E")));
            sources.leftOut(server, "timeout", "the emulated meter answers at once");
        }
        sources.leftOut(server, "log_level", "Kura's own logging decides");
        return line;
    }

    static int baud(Section section, String otherwise) throws ImportException {
        return number(section, "baud", otherwise, 300, LARGEST_BAUD);
    }

    static int port(Section section, String otherwise) throws ImportException {
        return number(section, "port", otherwise, 1, LARGEST_PORT);
    }

    static String parity(String letter) {
        return switch (letter.toUpperCase(Locale.ROOT)) {
            case "E" -> "even";
            case "O" -> "odd";
            default -> "none";
        };
    }

    private void meter(Section meter, Map<String, Object> line) throws ImportException {
        int unit = number(meter, "dst_address", "2", 1, LARGEST_UNIT);
        String other = units.putIfAbsent(unit, meter.name());
        if (other != null) {
            throw new ImportException(
                    "line "
                            + meter.line()
                            + ": ["
                            + meter.name()
                            + "] and ["
                            + other
                            + "] have the same dst_address "
                            + unit
                            + "; give each meter its own, here and in SetApp");
        }
        String name = freeName(pid(meter.name()));
        Map<String, Object> driver = new LinkedHashMap<>(line);
        String usualSerial = line.get("connection").equals("serial") ? RTU_SERIAL : TCP_SERIAL;
        driver.put("unit.id", unit);
        driver.put("meter", "wattnode");
        driver.put("serial.number", decimal(meter.text("serial_number", usualSerial)));
        driver.put("ct.current", number(meter, "ct_current", "5", 1, LARGEST_CT));
        driver.put("ct.directions", number(meter, "ct_inverted", "0", 0, 7));
        driver.put("phase.offset", phaseOffset(meter));
        driver.put("assets.create", false);
        int refresh = number(meter, "refresh_rate", "5", 1, 3600);
        if (refresh > SLOWEST_SECONDS) {
            notes.add(
                    "["
                            + meter.name()
                            + "] has a refresh_rate of "
                            + refresh
                            + " s; for export control write "
                            + SLOWEST_SECONDS
                            + " or less, as the meter is silent when a value is older than 15 s");
        }
        graph.component(name + "-driver", METER_DRIVER, driver);
        SempSources.Source source = sources.of(meter, name, refresh);
        graph.asset(name, name + "-driver", 2, source.shown());
        if (!source.pid().isEmpty()) {
            graph.wire(source.pid(), name);
        }
        graph.nextRow();
    }

    /** Two meters may have names that are one when written as Kura's names are. */
    private String freeName(String wanted) {
        String name = wanted;
        for (int i = 2; names.contains(name); i++) {
            name = wanted + "-" + i;
        }
        names.add(name);
        List.of("-driver", "-source", "-source-driver", "-timer").stream()
                .map(name::concat)
                .forEach(names::add);
        return name;
    }

    private static int phaseOffset(Section meter) throws ImportException {
        int degrees = number(meter, "phase_offset", "120", 0, 180);
        if (PHASE_OFFSETS.contains(degrees)) {
            return degrees;
        }
        int line = meter.entry("phase_offset").map(Entry::line).orElse(meter.line());
        throw new ImportException(
                "line " + line + ": phase_offset is " + degrees + "; write 0, 60, 90, 120 or 180");
    }

    /** As Python reads a number: a zero in front does not make it an octal one. */
    private static String decimal(String text) {
        return text.replaceFirst("^0+(?=[0-9])", "");
    }

    static int number(Section section, String key, String otherwise, int least, int most)
            throws ImportException {
        String text = section.text(key, otherwise);
        try {
            int number = Integer.decode(decimal(text));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notWhole) {
            // told below
        }
        int line = section.entry(key).map(Entry::line).orElse(section.line());
        throw new ImportException(
                "line "
                        + line
                        + ": "
                        + key
                        + " is '"
                        + text
                        + "'; write a whole number from "
                        + least
                        + " to "
                        + most);
    }

    static String pid(String name) {
        String pid = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return pid.replaceAll("^-|-$", "").isEmpty() ? "meter" : pid.replaceAll("^-|-$", "");
    }

    private void leftOver(List<String> meters) {
        for (Section section : file.sections()) {
            boolean known =
                    section.name().equals("server")
                            || section.name().equals(IniFile.DEFAULT)
                            || meters.contains(section.name());
            if (!known) {
                notes.add(
                        "line "
                                + section.line()
                                + ": ["
                                + section.name()
                                + "] is left out, as [server] does not name it among its meters");
                continue;
            }
            section.unused()
                    .forEach(
                            (key, entry) ->
                                    notes.add(
                                            "line "
                                                    + entry.line()
                                                    + ": "
                                                    + key
                                                    + " is left out; semp knows no such key"));
        }
    }
}
