package io.wattwire.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** A device told in one option with the words of 'wattwire read', for commands that need two. */
@Command(name = "device")
final class DeviceWords {

    @Mixin private DeviceOptions options;

    private DeviceWords() {}

    /**
     * @param option that the words came with, for the message
     * @param words device, link and what else there is to say
     */
    static DeviceOptions parse(String option, List<String> words) throws WrongUse {
        DeviceWords told = new DeviceWords();
        try {
            new CommandLine(told).parseArgs(words.toArray(String[]::new));
        } catch (ParameterException e) {
            throw new WrongUse(
                    option
                            + " '"
                            + String.join(" ", words)
                            + "': "
                            + e.getMessage()
                            + "; write it as after 'wattwire read', for example 'sdm230 --tcp"
                            + " 192.168.1.20 --unit 2'");
        }
        return told.options;
    }
}
