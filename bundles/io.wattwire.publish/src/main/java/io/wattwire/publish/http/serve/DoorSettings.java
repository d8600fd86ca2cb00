package io.wattwire.publish.http.serve;

import io.wattwire.device.driver.SettingsReader;
import io.wattwire.device.source.SourceSettings;
import io.wattwire.publish.control.Credential;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.SSLContext;

/**
 * Where a door is and who may come in.
 *
 * @param address where it listens
 * @param port TCP port; 0 for any free one
 * @param credential what callers must know; empty on loopback only
 * @param reader what lets in who only reads; empty where there is no such secret
 * @param hosts names by which callers may call the gateway, in lower case, besides {@code
 *     localhost} and addresses
 * @param tls with it HTTPS is spoken; empty for HTTP
 */
public record DoorSettings(
        InetAddress address,
        int port,
        Optional<Credential> credential,
        Optional<Credential> reader,
        Set<String> hosts,
        Optional<SSLContext> tls) {

    private static final int LEAST_SECRET = 8;
    private static final int MOST_PORT = 65_535;

    /**
     * Copies the names. {@inheritDoc}
     *
     * @throws IllegalArgumentException if others can reach it and there is no credential, or only
     *     one for reading
     */
    public DoorSettings {
        hosts = Set.copyOf(hosts);
        if (reader.isPresent() && credential.isEmpty()) {
            throw new IllegalArgumentException(
                    "who reads by a secret leaves writing open without one; set http.secret");
        }
        if (!address.isLoopbackAddress() && credential.isEmpty()) {
            throw new IllegalArgumentException(
                    "who listens beyond loopback needs a credential; set http.secret");
        }
    }

    /**
     * On loopback, without credential and TLS.
     *
     * @param port TCP port; 0 for any free one
     * @return the settings
     */
    public static DoorSettings loopback(int port) {
        return new DoorSettings(
                InetAddress.getLoopbackAddress(),
                port,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty());
    }

    /**
     * The same at another port.
     *
     * @param other TCP port; 0 for any free one
     * @return the settings
     */
    public DoorSettings at(int other) {
        return new DoorSettings(address, other, credential, reader, hosts, tls);
    }

    /**
     * Reads {@code http.address} (an IP address; {@code 127.0.0.1}), {@code http.port}, {@code
     * http.secret} and {@code http.secret.read} (at least 8 characters each), {@code http.hosts}
     * (names between commas), {@code http.keystore} (a PKCS12 file) and {@code
     * http.keystore.password}.
     *
     * @param settings the owner's; collects problems
     * @param port where nothing is set
     * @return empty when there is a problem
     */
    public static Optional<DoorSettings> read(SourceSettings settings, int port) {
        SettingsReader plain = settings.plain();
        Optional<InetAddress> address = address(plain);
        int wanted = plain.whole("http.port", 0, MOST_PORT).orElse(port);
        Optional<char[]> secret = secret(settings, "http.secret");
        Optional<char[]> reader = secret(settings, "http.secret.read");
        if (reader.isPresent() && (secret.isEmpty() || Arrays.equals(secret.get(), reader.get()))) {
            plain.problem(
                    "http.secret.read is for those who may only look; set http.secret, too, to"
                            + " something else");
        }
        if (address.isPresent() && !address.get().isLoopbackAddress() && secret.isEmpty()) {
            plain.problem(
                    "http.address "
                            + address.get().getHostAddress()
                            + " lets others in; set http.secret, or listen on 127.0.0.1");
        }
        Optional<SSLContext> tls = tls(settings);
        return plain.problems().isEmpty()
                ? Optional.of(
                        new DoorSettings(
                                address.orElseThrow(),
                                wanted,
                                secret.map(Credential::new),
                                reader.map(Credential::new),
                                hosts(plain),
                                tls))
                : Optional.empty();
    }

    private static Optional<char[]> secret(SourceSettings settings, String name) {
        Optional<char[]> secret = settings.secret(name);
        if (secret.isPresent() && secret.get().length < LEAST_SECRET) {
            settings.plain()
                    .problem(name + " is too short; use at least " + LEAST_SECRET + " characters");
        }
        return secret;
    }

    private static Optional<InetAddress> address(SettingsReader plain) {
        String text = plain.text("http.address", "127.0.0.1").strip();
        if (text.equals("localhost")) {
            return Optional.of(InetAddress.getLoopbackAddress());
        }
        try {
            if (text.matches("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
                return Optional.of(InetAddress.getByName(text)); // a literal: no name is looked up
            }
        } catch (UnknownHostException malformed) {
            // said below
        }
        plain.problem("http.address is '" + text + "'; write an IP address such as 127.0.0.1");
        return Optional.empty();
    }

    private static Set<String> hosts(SettingsReader plain) {
        Set<String> hosts = new TreeSet<>();
        for (String name : plain.text("http.hosts", "").split("[,;\\s]+")) {
            if (!name.isBlank()) {
                hosts.add(name.toLowerCase(Locale.ROOT));
            }
        }
        return hosts;
    }

    private static Optional<SSLContext> tls(SourceSettings settings) {
        Optional<String> file = settings.plain().text("http.keystore");
        Optional<char[]> password = settings.secret("http.keystore.password");
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    KeyStoreFile.open(Path.of(file.get()), password.orElse(new char[0])));
        } catch (IllegalArgumentException unusable) {
            settings.plain().problem("http.keystore: " + unusable.getMessage());
            return Optional.empty();
        }
    }
}
