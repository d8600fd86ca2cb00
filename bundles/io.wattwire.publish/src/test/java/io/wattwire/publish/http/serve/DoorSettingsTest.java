package io.wattwire.publish.http.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.driver.Services;
import io.wattwire.device.source.SourceSettings;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.kura.crypto.CryptoService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

@Timeout(180)
class DoorSettingsTest {

    private static final String PASSWORD = "store-password";
    private static final int PORT = 8480;

    @TempDir Path folder;

    private static SourceSettings settings(Map<String, Object> properties) {
        CryptoService crypto = answering(CryptoService.class, given -> given[0]);
        ServiceReference<?> reference = answering(ServiceReference.class, given -> null);
        BundleContext context =
                answering(
                        BundleContext.class,
                        given -> given[0] instanceof ServiceReference ? crypto : reference);
        return new SourceSettings(properties, new Services(context));
    }

    /** Something of the framework with one answer to everything; secrets are not encrypted. */
    private static <T> T answering(Class<T> type, Function<Object[], Object> answer) {
        return type.cast(
                Proxy.newProxyInstance(
                        DoorSettingsTest.class.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, given) -> answer.apply(given)));
    }

    private static void refused(Map<String, Object> properties, String because) {
        SourceSettings settings = settings(properties);
        Optional<DoorSettings> door = DoorSettings.read(settings, PORT);
        assertTrue(door.isEmpty(), properties.toString());
        assertEquals(1, settings.plain().problems().size());
        String said = settings.plain().problems().get(0);
        assertTrue(said.contains(because), said);
        assertFalse(said.contains("hush"), "no secrets in it");
    }

    @Test
    void withoutSettingsItIsLoopbackOnly() {
        DoorSettings door = DoorSettings.read(settings(Map.of()), PORT).orElseThrow();
        assertTrue(door.address().isLoopbackAddress());
        assertEquals(PORT, door.port());
        assertTrue(door.credential().isEmpty() && door.tls().isEmpty() && door.hosts().isEmpty());
    }

    @Test
    void whatLetsOthersInNeedsASecret() {
        for (String address : List.of("0.0.0.0", "::", "192.0.2.1", "2001:db8::1")) {
            refused(Map.of("http.address", address), "set http.secret");
        }
        Map<String, Object> both =
                Map.of(
                        "http.address",
                        "0.0.0.0",
                        "http.secret",
                        "hush-hush",
                        "http.hosts",
                        "Gw, b");
        DoorSettings door = DoorSettings.read(settings(both), PORT).orElseThrow();
        assertTrue(door.credential().orElseThrow().matches("hush-hush".toCharArray()));
        assertTrue(door.hosts().contains("gw"));
    }

    @Test
    void wrongSettingsAreSaidWithTheRemedy() throws IOException {
        refused(Map.of("http.address", "gateway.example"), "write an IP address");
        refused(Map.of("http.address", "999.1.1.1"), "write an IP address");
        refused(Map.of("http.port", 65_536), "http.port");
        refused(Map.of("http.secret", "hush"), "at least 8");
        refused(Map.of("http.secret", "hush-hush", "http.secret.read", "hush"), "at least 8");
        refused(Map.of("http.secret.read", "look-look"), "set http.secret, too");
        refused(
                Map.of("http.secret", "hush-hush", "http.secret.read", "hush-hush"),
                "something else");
        Path none = folder.resolve("none.p12");
        refused(Map.of("http.keystore", none.toString()), "PKCS12");
        Path other = Files.writeString(folder.resolve("other.p12"), "something else");
        refused(
                Map.of("http.keystore", other.toString(), "http.keystore.password", "hush"),
                "PKCS12");
    }

    private Path keyStore() throws Exception {
        Path file = folder.resolve("gateway.p12");
        String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process =
                new ProcessBuilder(
                                keytool,
                                "-genkeypair",
                                "-alias",
                                "gateway",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=gateway",
                                "-ext",
                                "san=ip:127.0.0.1",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
        return file;
    }

    @Test
    void withAKeyStoreItSpeaksHttpsAndNothingElse() throws Exception {
        Path file = keyStore();
        Map<String, Object> properties = new HashMap<>();
        properties.put("http.port", 0);
        properties.put("http.keystore", file.toString());
        properties.put("http.keystore.password", PASSWORD);
        DoorSettings settings = DoorSettings.read(settings(properties), PORT).orElseThrow();
        Routes routes =
                new Routes()
                        .on("GET", "/", request -> Answer.json(200, "{}"))
                        .on("POST", "/", request -> Answer.json(200, "{}"));
        try (FrontDoor door = new FrontDoor("test", settings, routes, 30_000)) {
            assertEquals(200, ask(file, door.port(), "https").statusCode());
            assertEquals(403, ask(file, door.port(), "http").statusCode(), "another origin");
            assertEquals("", plain(door.port()));
        }
    }

    private HttpResponse<String> ask(Path file, int port, String scheme) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = new FileInputStream(file.toFile())) {
            store.load(in, PASSWORD.toCharArray());
        }
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("gateway", store.getCertificate("gateway"));
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .sslContext(context)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/"))
                                .timeout(Duration.ofSeconds(30))
                                .header("Origin", scheme + "://127.0.0.1:" + port)
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .build(),
                        BodyHandlers.ofString());
    }

    /** What somebody gets who speaks without TLS: an alert, which is no text of HTTP. */
    private static String plain(int port) throws IOException {
        String answer = RawCaller.ask(port, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        return answer.contains("HTTP") ? answer : "";
    }
}
