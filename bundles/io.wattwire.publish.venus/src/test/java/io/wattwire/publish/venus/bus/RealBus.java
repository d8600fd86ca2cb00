package io.wattwire.publish.venus.bus;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * The bus of Debian, private to a test: a process of its own, on a socket below a temporary
 * directory and on a free TCP port of the loopback address, where anybody may log in as on a GX.
 */
public final class RealBus implements Bus {

    private static final String CONFIGURATION =
            """
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" \
            "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <type>session</type>
              <listen>unix:path=%s</listen>
              <listen>tcp:host=127.0.0.1,bind=127.0.0.1,port=0,family=ipv4</listen>
              <auth>EXTERNAL</auth>
              <auth>ANONYMOUS</auth>
              <allow_anonymous/>
              <policy context="default">
                <allow user="*"/>
                <allow own="*"/>
                <allow send_destination="*"/>
                <allow receive_sender="*"/>
              </policy>
            </busconfig>
            """;

    private final Path directory;
    private final Process process;
    private final String tcp;

    public RealBus() throws IOException {
        directory = Files.createTempDirectory("realbus");
        Path configuration = directory.resolve("bus.conf");
        Files.writeString(configuration, CONFIGURATION.formatted(socket()));
        process =
                new ProcessBuilder(
                                "dbus-daemon",
                                "--config-file=" + configuration,
                                "--nofork",
                                "--nopidfile",
                                "--print-address=1")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        BufferedReader out = process.inputReader();
        String addresses = String.valueOf(out.readLine());
        int at = addresses.indexOf("tcp:");
        if (at < 0) {
            close();
            throw new IOException("dbus-daemon says no TCP address: " + addresses);
        }
        tcp = addresses.substring(at).split(";", 2)[0];
    }

    private Path socket() {
        return directory.resolve("socket");
    }

    @Override
    public BusPlace place() {
        return BusPlace.parse(address(), OptionalInt.empty());
    }

    /** As programs of others want it. */
    public String address() {
        return "unix:path=" + socket();
    }

    public BusPlace tcp() {
        return BusPlace.parse(tcp, OptionalInt.empty());
    }

    /** Ends this process and no other. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(socket());
        Files.deleteIfExists(directory.resolve("bus.conf"));
        Files.deleteIfExists(directory);
    }
}
