package io.wattwire.cli;

import picocli.CommandLine.Command;

/** What PVOutput has, and what it refused. */
@Command(
        name = "pvoutput",
        subcommands = {PvOutputStatusCommand.class, DeadLettersCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        description = "Shows what PVOutput has of a system, and what it refused.")
final class PvOutputCommand {}
