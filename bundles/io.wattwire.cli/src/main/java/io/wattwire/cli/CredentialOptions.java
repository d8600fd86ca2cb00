package io.wattwire.cli;

import io.wattwire.device.link.Credential;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/**
 * User and password of a device with an HTTP interface; a password is never on the command line.
 */
final class CredentialOptions {

    private static final String VARIABLE = "WATTWIRE_PASSWORD";
    private static final int LONGEST_FILE = 1024;

    @Option(
            names = "--user",
            paramLabel = "USER",
            description = "user that an HTTP device asks for")
    private String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description =
                    "file with the password of --user in its first line; without it the environment"
                            + " variable "
                            + VARIABLE)
    private Path passwordFile;

    @Option(names = "--password", hidden = true, arity = "0..1", fallbackValue = "")
    private String onTheCommandLine;

    /** What was given; none without a user. */
    Credential credential() throws WrongUse {
        if (onTheCommandLine != null) {
            throw new WrongUse(
                    "--password would show it to everybody who lists processes, and keep it in the"
                            + " shell's history; use --password-file FILE or the environment variable "
                            + VARIABLE);
        }
        if (user == null) {
            if (passwordFile != null) {
                throw new WrongUse("--password-file needs --user");
            }
            return Credential.NONE;
        }
        try {
            return Credential.of(user, password());
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e.getMessage());
        }
    }

    private char[] password() throws WrongUse {
        if (passwordFile == null) {
            String value = System.getenv(VARIABLE);
            return value == null ? new char[0] : value.toCharArray();
        }
        try {
            if (Files.size(passwordFile) > LONGEST_FILE) {
                throw new WrongUse(passwordFile + " is too long for a password");
            }
            String text = Files.readString(passwordFile, StandardCharsets.UTF_8);
            return text.lines().findFirst().orElse("").toCharArray();
        } catch (IOException e) {
            throw new WrongUse(passwordFile + " cannot be read: " + e);
        }
    }
}
