package io.wattwire.cli.demo;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** What the operating system and the JVM say of this process. */
final class ProcessFigures {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final double KB_PER_MB = 1024;
    private static final double BYTES_PER_MB = 1024 * KB_PER_MB;

    private ProcessFigures() {}

    /** Milliseconds from the start of the JVM to a moment. */
    static long millisSinceStart(Instant moment) {
        return moment.toEpochMilli() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    /** Resident memory in MB; where the system does not tell, the heap in use. */
    static double rssMb() {
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D+", "")) / KB_PER_MB;
                }
            }
        } catch (IOException e) {
            // no /proc here: the heap is the next best figure
        }
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / BYTES_PER_MB;
    }
}
