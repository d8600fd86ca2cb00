package io.wattwire.interop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that a test starts, reads line by line, and ends by its own process id. */
final class Program implements AutoCloseable {
    private static final Duration END = Duration.ofSeconds(60);

    private final String name;
    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();
    private final Thread reader;

    private Program(List<String> command) throws IOException {
        name = command.get(0);
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        reader = new Thread(this::read, "output of " + name);
        reader.setDaemon(true);
        reader.start();
    }

    static Program start(String... command) throws IOException {
        return new Program(List.of(command));
    }

    /** The command line as it ships. */
    static Program wattwire(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        Path project = Path.of("..").toAbsolutePath().normalize();
        command.add(project.resolve("wattwire").toString());
        command.addAll(List.of(arguments));
        return new Program(command);
    }

    private void read() {
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("(output ended: " + e.getMessage() + ")");
        }
    }

    /** Waits for a line; gives its first group. */
    String await(String regex, Duration bound) throws InterruptedException {
        Pattern pattern = Pattern.compile(regex);
        long end = System.nanoTime() + bound.toNanos();
        while (true) {
            String line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null) {
                throw new AssertionError(name + " did not print '" + regex + "', but " + seen);
            }
            seen.add(line);
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                return matcher.groupCount() > 0 ? matcher.group(1) : line;
            }
        }
    }

    long pid() {
        return process.pid();
    }

    /** Waits for the end; gives the whole output, which must come with the exit code. */
    String output(int exitCode, Duration bound) throws InterruptedException {
        if (!process.waitFor(bound.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new AssertionError(name + " did not end; it printed " + lines);
        }
        reader.join(END.toMillis());
        lines.drainTo(seen);
        String all = String.join("\n", seen);
        if (process.exitValue() != exitCode) {
            throw new AssertionError(
                    name + " ended with " + process.exitValue() + " and printed:\n" + all);
        }
        return all;
    }

    /** Ends it as a crash does (signal 9): it can do nothing more. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError(name + " outlives signal 9");
        }
    }

    /** Asks it to end, as Ctrl-C and a system that stops do; gives what it printed since. */
    List<String> stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError(name + " does not end; it printed " + lines);
        }
        reader.join(END.toMillis());
        List<String> rest = new ArrayList<>();
        lines.drainTo(rest);
        return rest;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
