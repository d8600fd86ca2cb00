package io.wattwire.cli;

import io.wattwire.publish.pvoutput.api.PvOutputAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which system's values at PVOutput; a key is never on the command line. */
final class PvOutputKey {

    private static final String VARIABLE = "WATTWIRE_PVOUTPUT_KEY";
    private static final int LONGEST_FILE = 1024;

    @Option(
            names = "--system",
            paramLabel = "ID",
            required = true,
            description = "the system's number, the System Id of PVOutput's settings page")
    private String system;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description =
                    "file with the API key in its first line; without it the environment variable "
                            + VARIABLE)
    private Path keyFile;

    @Option(names = "--key", hidden = true, arity = "0..1", fallbackValue = "")
    private String onTheCommandLine;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = PvOutputAccess.SERVICE,
            description = "of the service (default: ${DEFAULT-VALUE}); http to loopback only")
    private String url;

    PvOutputAccess access() throws WrongUse {
        if (onTheCommandLine != null) {
            throw new WrongUse(
                    "--key would show it to everybody who lists processes, and keep it in the"
                            + " shell's history; use --key-file FILE or the environment variable "
                            + VARIABLE);
        }
        String key = key();
        if (key.isEmpty()) {
            throw new WrongUse(
                    "there is no API key; write it into a file for --key-file, or into the"
                            + " environment variable "
                            + VARIABLE);
        }
        try {
            return PvOutputAccess.of(url, system, key);
        } catch (IllegalArgumentException wrong) {
            throw new WrongUse(wrong.getMessage());
        }
    }

    private String key() throws WrongUse {
        if (keyFile == null) {
            String value = System.getenv(VARIABLE);
            return value == null ? "" : value.strip();
        }
        try {
            if (Files.size(keyFile) > LONGEST_FILE) {
                throw new WrongUse(keyFile + " is too long for a key");
            }
            String text = Files.readString(keyFile, StandardCharsets.UTF_8);
            return text.lines().findFirst().orElse("").strip();
        } catch (IOException e) {
            throw new WrongUse(keyFile + " cannot be read: " + e);
        }
    }
}
