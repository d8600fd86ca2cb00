package io.wattwire.device.driver;

import io.wattwire.device.link.Credential;
import io.wattwire.device.link.Http;
import io.wattwire.device.link.LinkAddress;
import java.util.Optional;
import java.util.Set;

/** Where a device with an HTTP interface is, and who asks there. */
final class HttpAddress {

    /** What a configuration says that was never asked: the default of all drivers. */
    private static final Set<String> ACCEPTED = Set.of("http", "tcp");

    private HttpAddress() {}

    /** Reads host, port, user and password; what is wrong the reader is told. */
    static Optional<LinkAddress> of(SettingsReader settings, Secrets secrets) {
        String connection = settings.text("connection", "http");
        if (!ACCEPTED.contains(connection)) {
            settings.problem("connection is '" + connection + "'; this device has http only");
        }
        Optional<String> host = settings.text("host");
        if (host.isEmpty()) {
            settings.problem("host is empty; write name or address of the device");
        }
        int port = settings.whole("port", 1, 65_535).orElse(Http.USUAL_PORT);
        char[] password = secrets.read(settings, "password").orElse(new char[0]);
        try {
            Credential credential = Credential.of(settings.text("username", ""), password);
            return host.map(name -> new Http(name, port, credential));
        } catch (IllegalArgumentException wrong) {
            settings.problem(wrong.getMessage());
            return Optional.empty();
        }
    }
}
