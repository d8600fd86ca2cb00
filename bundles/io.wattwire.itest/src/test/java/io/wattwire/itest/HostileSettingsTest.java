package io.wattwire.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eclipse.kura.configuration.Password;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireReceiver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Kura checks a form on its screen, but not what a snapshot, its REST or Kapua brings. Whatever is
 * set: no component throws, each says what is wrong, and none says a secret.
 */
class HostileSettingsTest {

    private static final String SECRET = "hunter2-must-not-be-seen";
    private static final int LONGEST = 2000;
    private static final String METATYPE = "OSGI-INF/metatype/";

    @TempDir Path data;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger("io.wattwire");

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
        root.setAdditive(false);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
        root.setAdditive(true);
    }

    /** Every publisher, source and page that ships, with its settings: id, and whether secret. */
    private static Map<String, Map<String, Boolean>> components() throws Exception {
        Map<String, Map<String, Boolean>> all = new TreeMap<>();
        ClassLoader loader = HostileSettingsTest.class.getClassLoader();
        for (URL manifest : Collections.list(loader.getResources(JarFile.MANIFEST_NAME))) {
            if (manifest.getProtocol().equals("jar")
                    && manifest.getPath().contains("io.wattwire.")) {
                JarFile jar = ((JarURLConnection) manifest.openConnection()).getJarFile();
                for (JarEntry entry : Collections.list(jar.entries())) {
                    String name = entry.getName();
                    if (name.matches(METATYPE + "io\\.wattwire\\.(publish|source|console).*xml")) {
                        String pid = name.substring(METATYPE.length(), name.length() - 4);
                        all.put(pid, settings(jar, entry));
                    }
                }
            }
        }
        return all;
    }

    private static Map<String, Boolean> settings(JarFile jar, JarEntry entry) throws Exception {
        Map<String, Boolean> settings = new TreeMap<>();
        try (InputStream in = jar.getInputStream(entry)) {
            NodeList all =
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(in)
                            .getElementsByTagName("AD");
            for (int i = 0; i < all.getLength(); i++) {
                Element each = (Element) all.item(i);
                settings.put(each.getAttribute("id"), each.getAttribute("type").equals("Password"));
            }
        }
        return settings;
    }

    static Stream<String> pids() throws Exception {
        return components().keySet().stream();
    }

    @Test
    void thePublishersAndSourcesAreFound() throws Exception {
        assertTrue(components().size() >= 7, components().keySet().toString());
    }

    /** What may stand where a number, a choice or a name is expected. */
    private static List<Object> nonsense() {
        return Arrays.asList(
                "\u0000\u001b[31m",
                "x".repeat(200_000),
                "../../etc/passwd",
                "1e999",
                "-1",
                new String[] {"a", null},
                new Object[0],
                new Password("in the wrong place"),
                List.of(1, Map.of()));
    }

    @ParameterizedTest
    @MethodSource("pids")
    void nonsenseIsSaidAndNothingThrown(String pid) throws Exception {
        Map<String, Boolean> settings = components().get(pid);
        for (Object value : nonsense()) {
            Map<String, Object> properties = new HashMap<>();
            for (Map.Entry<String, Boolean> setting : settings.entrySet()) {
                properties.put(setting.getKey(), setting.getValue() ? SECRET : value);
            }
            live(pid, properties);
        }
    }

    private void live(String pid, Map<String, Object> properties) throws Exception {
        log.list.clear();
        properties.put("kura.service.pid", "hostile");
        Object component = make(Class.forName(pid));
        call(
                component,
                "activate",
                stub(method(component, "activate").getParameterTypes()[0]),
                properties);
        Map<String, Object> again = new HashMap<>(properties);
        again.put("port", "again");
        call(component, "modified", again);
        if (component instanceof WireReceiver receiver) {
            receiver.onWireReceive(new WireEnvelope("nobody", List.of()));
        }
        if (has(component, "deactivate")) { // what holds nothing has nothing to end
            boolean asksWhy = method(component, "deactivate").getParameterCount() > 0;
            call(component, "deactivate", asksWhy ? new Object[] {0} : new Object[0]);
        }
        List<ILoggingEvent> events = List.copyOf(log.list);
        assertTrue(
                events.stream().anyMatch(it -> it.getLevel().isGreaterOrEqual(Level.WARN)),
                pid + " says nothing about what is wrong");
        String said =
                events.stream()
                        .map(it -> it.getFormattedMessage() + it.getThrowableProxy())
                        .collect(Collectors.joining("\n"));
        assertFalse(said.contains(SECRET), pid + " says a secret");
        assertFalse(said.contains("\u001b"), pid + " lets a setting write on the terminal");
        assertTrue(
                events.stream().allMatch(it -> it.getFormattedMessage().length() < LONGEST),
                pid + " fills the log with what was set");
    }

    private Object make(Class<?> type) throws Exception {
        Constructor<?> constructor = type.getConstructors()[0];
        return constructor.newInstance(
                Arrays.stream(constructor.getParameterTypes()).map(this::stub).toArray());
    }

    private static boolean has(Object component, String name) {
        return Arrays.stream(component.getClass().getMethods())
                .anyMatch(it -> it.getName().equals(name));
    }

    private static Method method(Object component, String name) {
        List<Method> found = new ArrayList<>();
        for (Method each : component.getClass().getMethods()) {
            if (each.getName().equals(name) && !each.isBridge()) {
                found.add(each);
            }
        }
        assertEquals(1, found.size(), name);
        return found.get(0);
    }

    private static void call(Object component, String name, Object... arguments) throws Exception {
        method(component, name).invoke(component, arguments);
    }

    /**
     * Kura's services as far as a component needs them to start: a data folder, and nothing else.
     */
    private Object stub(Class<?> type) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, arguments) -> {
                    if (called.getReturnType() == String.class) {
                        return data.toString();
                    }
                    boolean makes = called.getName().equals("newWireSupport");
                    return makes ? stub(called.getReturnType()) : null;
                });
    }
}
