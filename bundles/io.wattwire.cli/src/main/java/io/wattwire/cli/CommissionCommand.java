package io.wattwire.cli;

import io.wattwire.cli.commission.Commissioning;
import io.wattwire.cli.commission.Findings;
import io.wattwire.cli.commission.Plan;
import io.wattwire.cli.commission.ReportPage;
import io.wattwire.cli.commission.SessionSubject;
import io.wattwire.cli.commission.Timekeeper;
import io.wattwire.cli.commission.TrialException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The trial of an inverter and a grid meter before a dynamic limit is trusted with them. */
@Command(
        name = "commission",
        description = {
            "Tries an inverter and the grid meter together and writes a page about it.",
            "Checks signs and read-back, measures dead time and lag by steps of the limit, tries the",
            "loss of the link where the inverter is said to guard itself (class A, B), and states",
            "the largest load drop that stays within 15 s. Needs sun, and about two minutes.",
            "No other limit may write to the inverter meanwhile. What it had is restored."
        })
final class CommissionCommand implements Callable<Integer> {

    private final Tools tools;
    @Spec private CommandSpec spec;
    @Mixin private CommissionOptions options;

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            required = true,
            description = "the page to write")
    private Path report;

    @Option(names = "--yes", description = "write without asking")
    private boolean yes;

    CommissionCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws WrongUse, Failed {
        Plan plan = options.plan(tools.catalog());
        List<DeviceOptions> inverters = options.inverters(tools.catalog());
        DeviceOptions meter = options.meter(tools.catalog());
        checkReport();
        List<Findings> found = new ArrayList<>();
        for (DeviceOptions inverter : inverters) {
            try (SessionSubject subject = subject(inverter, meter)) {
                found.add(tryOut(subject, plan));
            } catch (TrialException e) {
                throw new Failed(e.getMessage(), e);
            }
        }
        write(found);
        return found.stream().allMatch(Findings::passed) ? 0 : 1;
    }

    private void checkReport() throws WrongUse {
        Path folder = report.toAbsolutePath().getParent();
        if (Files.isDirectory(report) || folder == null || !Files.isWritable(folder)) {
            throw new WrongUse("--report " + report + " cannot be written; name a file");
        }
    }

    private SessionSubject subject(DeviceOptions inverter, DeviceOptions meter) throws WrongUse {
        return new SessionSubject(
                inverter.match(tools).family(),
                inverter.sessionsForWriting(tools, spec.commandLine().getErr()),
                meter.match(tools).family(),
                meter.sessionsForReading(tools, spec.commandLine().getErr()),
                System::nanoTime);
    }

    private Findings tryOut(SessionSubject subject, Plan plan) throws TrialException, Failed {
        PrintWriter out = spec.commandLine().getOut();
        Commissioning commissioning =
                new Commissioning(subject, plan, Timekeeper.real(), line -> say(out, line));
        if (commissioning.look()) {
            confirm(commissioning.announcement(), out);
            Thread restore = new Thread(commissioning::abort, "wattwire-commission-end");
            Runtime.getRuntime().addShutdownHook(restore);
            try {
                commissioning.tryOut();
            } finally {
                forget(restore);
            }
        }
        return commissioning.findings();
    }

    private static void forget(Thread restore) {
        try {
            Runtime.getRuntime().removeShutdownHook(restore);
        } catch (IllegalStateException ending) {
            // it runs already
        }
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }

    private void confirm(String announcement, PrintWriter out) throws Failed {
        say(out, announcement);
        if (yes) {
            return;
        }
        say(out, "No other limit may write meanwhile. Go on? Type yes:");
        String answer;
        try {
            answer =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                            .readLine();
        } catch (IOException e) {
            answer = null;
        }
        if (answer == null || !answer.trim().toLowerCase(Locale.ROOT).equals("yes")) {
            throw new Failed("not confirmed: nothing was written; say yes, or give --yes");
        }
    }

    private void write(List<Findings> found) throws Failed {
        String version = new Version().getVersion()[0].replace("wattwire ", "");
        String page = ReportPage.of(found, options.site(), version, ZonedDateTime.now());
        try {
            Files.writeString(report, page, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Failed(report + " cannot be written: " + e.getMessage(), e);
        }
        say(spec.commandLine().getOut(), "report: " + report);
    }
}
