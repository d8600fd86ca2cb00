package io.wattwire.cli.imports;

import io.wattwire.cli.imports.EnvFile.Entry;
import io.wattwire.cli.imports.Graph.Channel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns GivTCP's environment variables into a graph: a driver, assets for the inverter and its
 * batteries and one for commands for each inverter, and publishers behind them.
 */
public final class GivTcpImport {

    private static final String DRIVER = "io.wattwire.driver.givenergy.GivEnergyDriver";
    private static final String HOST = "[A-Za-z0-9._-]{1,253}";
    private static final int MOST_INVERTERS = 8;
    private static final int MOST_PACKS = 6;
    private static final int PORT = 8899;
    private static final int LOOP_SECONDS = 10;
    private static final int DAY_S = 86_400;
    private static final int SECOND = 1000;

    private final Graph graph = new Graph();
    private final List<String> notes = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();
    private final EnvFile file;
    private int inverters;

    private GivTcpImport(EnvFile file) {
        this.file = file;
    }

    /**
     * What came of it.
     *
     * @param xml the snapshot
     * @param inverters how many it reads
     * @param notes what could not be carried over, one sentence each
     */
    public record Result(String xml, int inverters, List<String> notes) {}

    /**
     * Whether a file is one of GivTCP's.
     *
     * @param lines of the file
     * @return true when it names an inverter or a broker as GivTCP does
     */
    public static boolean knows(List<String> lines) {
        return EnvFile.read(lines).unused().keySet().stream()
                .anyMatch(it -> it.startsWith("INVERTOR_IP") || it.equals("MQTT_OUTPUT"));
    }

    /**
     * Turns the variables into a graph.
     *
     * @param lines of the file
     * @return the graph and what could not be carried over
     * @throws ImportException if they cannot work
     */
    public static Result of(List<String> lines) throws ImportException {
        GivTcpImport made = new GivTcpImport(EnvFile.read(lines));
        made.everything();
        return new Result(made.graph.xml(), made.inverters, List.copyOf(made.notes));
    }

    private void everything() throws ImportException {
        int every = file.number("SELF_RUN_LOOP_TIMER", LOOP_SECONDS, 1, DAY_S);
        if (!file.flag("SELF_RUN", true)) {
            notes.add("SELF_RUN is off; the graph reads all the same, every " + every + " s");
        }
        List<String> assets = new ArrayList<>();
        for (int number = 1; number <= MOST_INVERTERS; number++) {
            Optional<Entry> host = numbered("INVERTOR_IP", number);
            if (host.isPresent()) {
                assets.addAll(inverter(host.get(), number, every));
            }
        }
        file.entry("NUM_INVERTORS");
        if (inverters == 0) {
            throw new ImportException(
                    "there is no INVERTOR_IP; write INVERTOR_IP=192.168.10.1 (wattwire discover"
                            + " givenergy --subnet finds it)");
        }
        new GivTcpPublishers(graph, file, notes).publish(assets, commands, v3());
        leftOver();
    }

    /** GivTCP 3 numbers what there is one of for each inverter. */
    private Optional<Entry> numbered(String key, int number) {
        Optional<Entry> plain = number == 1 ? file.entry(key) : Optional.empty();
        Optional<Entry> own = file.entry(key + "_" + number);
        return own.isPresent() ? own : plain;
    }

    private List<String> inverter(Entry host, int number, int every) throws ImportException {
        if (!host.text().matches(HOST)) {
            throw EnvFile.wrong("INVERTOR_IP", host, "the address of the dongle");
        }
        inverters++;
        String name = "inverter" + (number == 1 ? "" : String.valueOf(number));
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("connection", "givenergy");
        driver.put("host", host.text());
        driver.put("port", PORT);
        driver.put("write.enabled", false);
        driver.put("assets.create", false);
        graph.component(name + "-driver", DRIVER, driver);
        graph.timer(name + "-timer", (long) every * SECOND);
        List<String> assets = new ArrayList<>();
        asset(assets, name, name, GivTcpChannels.inverter());
        int count = file.number(packs(number), 1, 0, MOST_PACKS);
        for (int pack = 1; pack <= count; pack++) {
            graph.nextRow();
            asset(assets, name, name + "-pack" + pack, GivTcpChannels.pack(pack));
        }
        graph.nextRow();
        List<Channel> control = GivTcpChannels.commands(v3());
        graph.aside(name + "-control", name + "-driver", control);
        control.forEach(it -> commands.add(name + "-control/" + it.name()));
        return assets;
    }

    /** The variable that counts the batteries of an inverter. */
    private String packs(int number) {
        String own = "NUM_BATTERIES_" + number;
        return file.entry(own).isPresent() ? own : "NUM_BATTERIES";
    }

    private void asset(List<String> assets, String inverter, String pid, List<Channel> channels) {
        graph.asset(pid, inverter + "-driver", 1, channels);
        graph.wire(inverter + "-timer", pid);
        assets.add(pid);
    }

    /** Only GivTCP 3 numbers its inverters. */
    private boolean v3() {
        return file.entry("INVERTOR_IP_1").isPresent();
    }

    private void leftOver() {
        for (String key : new String[] {"LOG_LEVEL", "DEBUG_FILE_LOCATION"}) {
            file.entry(key)
                    .ifPresent(
                            it ->
                                    notes.add(
                                            "line "
                                                    + it.line()
                                                    + ": "
                                                    + key
                                                    + " is left out; Kura's own logging decides"));
        }
        file.unused()
                .forEach(
                        (key, entry) ->
                                notes.add(
                                        "line "
                                                + entry.line()
                                                + ": "
                                                + key
                                                + " is left out; there is nothing like it here"));
    }
}
