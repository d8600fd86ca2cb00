package io.wattwire.serial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the process that has a device open, as far as /proc lets this user see it. */
final class PortHolder {

    private static final Path PROCESSES = Path.of("/proc");

    private PortHolder() {}

    /** Names the first process found, for example {@code process 812 (ModemManager)}. */
    static Optional<String> of(Path device) {
        try (Stream<Path> processes = Files.list(PROCESSES)) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> holds(process, device))
                    .findFirst()
                    .map(PortHolder::describe);
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static boolean holds(Path process, Path device) {
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            return files.anyMatch(file -> device.equals(target(file)));
        } catch (IOException | UncheckedIOException e) {
            return false; // another user's process, or it has just ended
        }
    }

    private static Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException e) {
            return link;
        }
    }

    private static String describe(Path process) {
        String pid = process.getFileName().toString();
        if (pid.equals(Long.toString(ProcessHandle.current().pid()))) {
            return "this program itself";
        }
        try {
            return "process " + pid + " (" + Files.readString(process.resolve("comm")).trim() + ")";
        } catch (IOException e) {
            return "process " + pid;
        }
    }
}
