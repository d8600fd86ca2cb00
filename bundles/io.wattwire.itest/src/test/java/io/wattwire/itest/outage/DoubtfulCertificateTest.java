package io.wattwire.itest.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.wattwire.device.source.WireSource;
import io.wattwire.publish.Publisher;
import io.wattwire.publish.givtcp.GivTcpPublisher;
import io.wattwire.publish.homeassistant.HomeAssistantPublisher;
import io.wattwire.publish.influxdb.InfluxPublisher;
import io.wattwire.publish.pvoutput.api.PvOutputAccess;
import io.wattwire.publish.pvoutput.api.PvOutputClient;
import io.wattwire.source.influxdb.InfluxSource;
import io.wattwire.source.mqtt.MqttSource;
import io.wattwire.source.venus.VenusSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.kura.system.SystemService;
import org.eclipse.kura.wire.WireHelperService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.ComponentContext;
import org.slf4j.LoggerFactory;

/**
 * Somebody listens in the place of a server, with a certificate that does not verify: nothing is
 * said to him, and the log tells the reason once, however often it is tried.
 */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class DoubtfulCertificateTest {

    private static final long BOUND_NANOS = TimeUnit.SECONDS.toNanos(90);
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** The client of some brokers knocks twice for each try. */
    private static final int KNOCKS = 4;

    @TempDir Path data;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger("io.wattwire");
    private final AppenderBase<ILoggingEvent> log =
            new AppenderBase<>() {
                @Override
                protected void append(ILoggingEvent event) {
                    if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
                        said.add(event.getFormattedMessage());
                    }
                }
            };

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
    }

    /** Each way by which we go to a server of others. */
    enum Way {
        INFLUXDB {
            @Override
            AutoCloseable start(Path data, int port, Map<String, Object> more) {
                more.putAll(Map.of("url", "https://127.0.0.1:" + port, "database", "home"));
                return publisher(data, more, InfluxPublisher::new);
            }
        },
        HOME_ASSISTANT {
            @Override
            AutoCloseable start(Path data, int port, Map<String, Object> more) {
                return publisher(data, broker(port, more), HomeAssistantPublisher::new);
            }
        },
        GIVTCP {
            @Override
            AutoCloseable start(Path data, int port, Map<String, Object> more) {
                return publisher(data, broker(port, more), GivTcpPublisher::new);
            }
        },
        GIVTCP_TO_INFLUXDB {
            @Override
            AutoCloseable start(Path data, int port, Map<String, Object> more) {
                more.putAll(Map.of("mqtt", false, "influx", true, "influx.bucket", "home"));
                more.put("influx.url", "https://127.0.0.1:" + port);
                return publisher(data, more, GivTcpPublisher::new);
            }
        },
        KAPUA {
            @Override
            AutoCloseable start(Path data, int port, Map<String, Object> more) {
                return new KapuaGateway(data, "mqtts://127.0.0.1:" + port, 1000);
            }
        },
        SOURCE_MQTT {
            @Override
            AutoCloseable start(Path data, int port, Map<String, Object> more) {
                return source(broker(port, more), MqttSource::new);
            }
        },
        SOURCE_INFLUXDB {
            @Override
            AutoCloseable start(Path data, int port, Map<String, Object> more) {
                more.putAll(Map.of("url", "https://127.0.0.1:" + port, "database", "home"));
                more.put("measurement", "meter");
                return source(more, InfluxSource::new);
            }
        },
        SOURCE_VENUS {
            @Override
            AutoCloseable start(Path data, int port, Map<String, Object> more) {
                return source(broker(port, more), VenusSource::new);
            }
        };

        /** The connection to a broker and what waits for it say a line each. */
        boolean hasBroker() {
            return this == HOME_ASSISTANT || this == GIVTCP;
        }

        /** Begins to go there, again and again. */
        abstract AutoCloseable start(Path data, int port, Map<String, Object> more);

        private static Map<String, Object> broker(int port, Map<String, Object> more) {
            more.putAll(Map.of("host", "127.0.0.1", "port", port, "tls", true));
            return more;
        }

        private static AutoCloseable publisher(
                Path data,
                Map<String, Object> settings,
                BiFunction<WireHelperService, SystemService, Publisher> kind) {
            return new WireGateway(data, settings, kind, Drill::inverter);
        }

        private static AutoCloseable source(
                Map<String, Object> settings, Function<WireHelperService, WireSource> kind) {
            WireSource source = kind.apply(Fakes.wires(record -> {}));
            BundleContext framework = Fakes.answering(BundleContext.class, null);
            source.activate(Fakes.answering(ComponentContext.class, framework), settings);
            return source::deactivate;
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsSaidToAServerThatNobodyVouchesFor(Way way) throws Exception {
        drill(way, DoubtfulServer.keyStore(data, "ip:127.0.0.1"), Map.of());
    }

    /** The owner trusts a certificate, which is another machine's. */
    @ParameterizedTest
    @EnumSource(names = {"HOME_ASSISTANT", "GIVTCP", "SOURCE_VENUS"})
    void norToOneWithACertificateForAnotherName(Way way) throws Exception {
        Path keys = DoubtfulServer.keyStore(data, "dns:elsewhere");
        drill(way, keys, Map.of("tls.ca", DoubtfulServer.pem(keys).toString()));
    }

    private void drill(Way way, Path keys, Map<String, Object> more) throws Exception {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("kura.service.pid", "drill");
        try (DoubtfulServer server = new DoubtfulServer(keys);
                AutoCloseable started = way.start(data, server.port(), settings)) {
            long end = System.nanoTime() + BOUND_NANOS;
            for (int i = 0; server.refused() < KNOCKS || about(server.port()).isEmpty(); i++) {
                assertTrue(System.nanoTime() - end < 0, () -> "not tried again; said " + said);
                if (started instanceof Gateway gateway) {
                    gateway.take(i);
                }
                LockSupport.parkNanos(STEP_NANOS);
            }
            assertEquals(0, server.heard(), "sent to somebody whom nobody knows");
            List<String> lines = about(server.port());
            assertTrue(lines.get(0).contains("certificate"), lines.get(0));
            assertTrue(lines.size() <= 1 + (way.hasBroker() ? 1 : 0), () -> way + " says " + lines);
        }
    }

    @Test
    void norDoesPvOutputsKeyGoToSomebodyElse() throws Exception {
        Path keys = DoubtfulServer.keyStore(data, "ip:127.0.0.1");
        try (DoubtfulServer server = new DoubtfulServer(keys)) {
            PvOutputClient client =
                    new PvOutputClient(
                            PvOutputAccess.of("https://127.0.0.1:" + server.port(), "1", "ab"));
            IOException refused =
                    assertThrows(IOException.class, () -> client.addStatus(Map.of("d", "x")));
            assertTrue(refused.getMessage().contains("certificate"), refused.getMessage());
            assertEquals(0, server.heard());
        }
    }

    /** What is lost is said at each doubling, as a number. */
    private List<String> about(int port) {
        return said.stream()
                .filter(it -> it.contains(":" + port) && !it.contains(" lost so far"))
                .toList();
    }
}
