package io.wattwire.cli;

import io.wattwire.cli.commission.Plan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which devices are commissioned, and what is asked of them. */
final class CommissionOptions {

    private static final int MOST_STEPS = 20;
    private static final int LONGEST_WATCH_S = 3_600;
    private static final double LARGEST_W = 10_000_000;

    @Option(
            names = "--inverter",
            paramLabel = "'DEVICE LINK…'",
            description =
                    "as after 'wattwire read', for example 'min --serial /dev/ttyUSB0:9600:8N1"
                            + " --unit 1'; once for each inverter")
    private List<String> inverters = new ArrayList<>();

    @Option(
            names = "--grid-meter",
            paramLabel = "'DEVICE LINK…'",
            description = "likewise, for example 'sdm230 --tcp 192.168.1.20 --unit 2'")
    private String meter;

    @Option(
            names = "--graph",
            paramLabel = "FILE",
            description = "take devices and bounds from the dynamic limit of this wire graph")
    private Path graph;

    @Option(
            names = "--allowed-export",
            paramLabel = "W",
            description = "what may be exported (default: the graph's, else 0)")
    private Double allowedExport;

    @Option(
            names = "--class",
            paramLabel = "A|B|C",
            description = "fail-safe class to be proved (default: the graph's or the driver's)")
    private String failSafeClass = "";

    @Option(
            names = "--cap",
            paramLabel = "W",
            description = "command no higher limit than this (default: the graph's)")
    private Double cap;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "3",
            description = "how often the limit falls, 1 to 20 (default: ${DEFAULT-VALUE})")
    private int steps;

    @Option(
            names = "--look",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "how long to look before the first step (default: ${DEFAULT-VALUE})")
    private int look;

    @Option(
            names = "--away",
            paramLabel = "SECONDS",
            defaultValue = "90",
            description =
                    "how long to leave a class A or B inverter alone: longer than its watchdog"
                            + " (default: ${DEFAULT-VALUE})")
    private int away;

    @Option(
            names = "--site",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "name or address of the site, for the page")
    private String site;

    String site() {
        return site;
    }

    List<DeviceOptions> inverters(DeviceCatalog catalog) throws WrongUse {
        List<DeviceOptions> options = new ArrayList<>();
        for (String words : inverters) {
            options.add(DeviceWords.parse("--inverter", split(words)));
        }
        if (options.isEmpty()) {
            for (List<String> words : graph(catalog, "--inverter").inverters()) {
                options.add(DeviceWords.parse("--graph " + graph, words));
            }
        }
        return options;
    }

    DeviceOptions meter(DeviceCatalog catalog) throws WrongUse {
        return meter != null
                ? DeviceWords.parse("--grid-meter", split(meter))
                : DeviceWords.parse("--graph " + graph, graph(catalog, "--grid-meter").meter());
    }

    private static List<String> split(String words) {
        return List.of(words.trim().split("\\s+"));
    }

    private GraphDevices graph(DeviceCatalog catalog, String instead) throws WrongUse {
        if (graph == null) {
            throw new WrongUse("give --graph, or " + instead + " 'DEVICE LINK…'");
        }
        return GraphDevices.read(graph, catalog);
    }

    Plan plan(DeviceCatalog catalog) throws WrongUse {
        require(steps >= 1 && steps <= MOST_STEPS, "--steps " + steps + " is outside 1 to 20");
        require(look >= 1 && look <= LONGEST_WATCH_S, "--look " + look + " is outside 1 to 3600");
        require(away >= 1 && away <= LONGEST_WATCH_S, "--away " + away + " is outside 1 to 3600");
        String claimed =
                failSafeClass.isEmpty() ? said(catalog, "fail.safe.class", "") : failSafeClass;
        claimed = claimed.toUpperCase(Locale.ROOT);
        require(claimed.matches("[ABC]?"), "--class '" + claimed + "' is none of A, B, C");
        double allowed = number(catalog, allowedExport, "allowed.export.w", "0");
        require(Math.abs(allowed) <= LARGEST_W, "--allowed-export " + allowed + " is no power");
        double most = number(catalog, cap, "installer.cap.w", "Infinity");
        require(most > 0, "--cap " + most + " is not above 0");
        return new Plan(
                allowed, claimed, most, steps, Duration.ofSeconds(look), Duration.ofSeconds(away));
    }

    private double number(DeviceCatalog catalog, Double given, String setting, String otherwise)
            throws WrongUse {
        String text = said(catalog, setting, otherwise);
        try {
            return given != null ? given : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new WrongUse(graph + ": " + setting + " is '" + text + "', not a number");
        }
    }

    private String said(DeviceCatalog catalog, String setting, String otherwise) throws WrongUse {
        Optional<String> said =
                graph == null
                        ? Optional.empty()
                        : GraphDevices.read(graph, catalog).setting(setting);
        return said.orElse(otherwise);
    }

    private static void require(boolean holds, String problem) throws WrongUse {
        if (!holds) {
            throw new WrongUse(problem);
        }
    }
}
