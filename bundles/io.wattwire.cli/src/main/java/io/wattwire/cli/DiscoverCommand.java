package io.wattwire.cli;

import picocli.CommandLine.Command;

/** Looks for devices on a network, on demand only; each kind has its own way. */
@Command(
        name = "discover",
        subcommands = {DiscoverGivEnergyCommand.class, DiscoverSolarmanCommand.class},
        synopsisSubcommandLabel = "KIND",
        description = "Looks for devices on the network that is named, and on no other.")
final class DiscoverCommand {}
