package io.wattwire.cli;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The root of the command line. Exit codes: 0 done, 1 a device or check failed, 2 wrong use. */
@Command(
        name = "wattwire",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = HelpCommand.class,
        description = "Reads, controls, limits and publishes inverters, batteries and meters.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:a device or a check failed",
            "2:wrong use: option, name or file"
        })
final class WattwireCommand {

    private WattwireCommand() {}

    static int run(Tools tools, String... arguments) {
        CommandLine line = commandLine(tools);
        if (arguments.length == 0) {
            line.usage(line.getOut());
            return CommandLine.ExitCode.USAGE;
        }
        return line.execute(arguments);
    }

    static CommandLine commandLine(Tools tools) {
        CommandLine line = new CommandLine(new WattwireCommand());
        line.addSubcommand(new DevicesCommand(tools));
        line.addSubcommand(new RegistersCommand(tools));
        line.addSubcommand(new ReadCommand(tools));
        line.addSubcommand(new RecordCommand(tools));
        line.addSubcommand(new ReplayCommand(tools));
        line.addSubcommand(new WriteCommand(tools));
        line.addSubcommand(new BackupCommand(tools));
        line.addSubcommand(new RestoreCommand(tools));
        line.addSubcommand(new ReleaseCommand(tools));
        line.addSubcommand(new CommissionCommand(tools));
        line.addSubcommand(new SimulateCommand(tools));
        line.addSubcommand(new DiscoverCommand());
        line.addSubcommand(new RunCommand(tools));
        line.addSubcommand(new ImportCommand());
        line.addSubcommand(new LedgerCommand());
        line.addSubcommand(new PvOutputCommand());
        line.addSubcommand(new DemoCommand(tools));
        line.addSubcommand(new DocsCommand(tools));
        line.setUsageHelpAutoWidth(true);
        eachOptionOnce(line);
        line.setParameterExceptionHandler(WattwireCommand::wrongUse);
        line.setExecutionExceptionHandler(WattwireCommand::failed);
        return line;
    }

    /** Options of a group inside a mixin are known to picocli twice. */
    private static void eachOptionOnce(CommandLine line) {
        line.getHelpSectionMap()
                .put(
                        UsageMessageSpec.SECTION_KEY_OPTION_LIST,
                        help ->
                                help.optionListExcludingGroups(
                                        List.copyOf(
                                                new LinkedHashSet<>(
                                                        help.commandSpec().options()))));
        line.getSubcommands().values().forEach(WattwireCommand::eachOptionOnce);
    }

    private static int wrongUse(ParameterException e, String[] arguments) {
        CommandLine line = e.getCommandLine();
        line.getErr().println("wattwire: " + e.getMessage());
        line.getErr().println("See: " + line.getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    private static int failed(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
        PrintWriter err = line.getErr();
        err.println("wattwire: " + e.getMessage());
        if (e instanceof WrongUse) {
            return CommandLine.ExitCode.USAGE;
        }
        if (!(e instanceof Failed)) {
            e.printStackTrace(err); // not foreseen: the trace is what a report of it needs
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
