package io.wattwire.serial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the process that has a device open, as far as /proc lets this user see it. */
final class PortHolder {

    private static final Path PROCESSES = Path.of("/proc");

    private PortHolder() {}

    /** Names a process, for example {@code process 812 (ModemManager)}. */
    static Optional<String> of(Path device) {
        return of(device, PROCESSES);
    }

    /**
     * Names this program where it is one of several: it is what the user can do something about.
     * The other may be the one that made the device, as with a pseudo terminal, and locks nothing.
     *
     * @param directory that of all processes
     */
    static Optional<String> of(Path device, Path directory) {
        try (Stream<Path> processes = Files.list(directory)) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> holds(process, device))
                    .min(Comparator.comparing(process -> !isThisProgram(process)))
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

    private static boolean isThisProgram(Path process) {
        String pid = Long.toString(ProcessHandle.current().pid());
        return process.getFileName().toString().equals(pid);
    }

    private static String describe(Path process) {
        if (isThisProgram(process)) {
            return "this program itself";
        }
        String pid = process.getFileName().toString();
        try {
            return "process " + pid + " (" + Files.readString(process.resolve("comm")).trim() + ")";
        } catch (IOException e) {
            return "process " + pid;
        }
    }
}
