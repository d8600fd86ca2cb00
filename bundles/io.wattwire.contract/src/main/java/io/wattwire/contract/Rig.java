package io.wattwire.contract;

import io.wattwire.contract.DriverUnderTest.Variant;
import io.wattwire.device.driver.TableDriver;
import io.wattwire.device.link.CmsTcp;
import io.wattwire.device.link.Credential;
import io.wattwire.device.link.GivEnergy;
import io.wattwire.device.link.Http;
import io.wattwire.device.link.LinkAddress;
import io.wattwire.device.link.LinkPool;
import io.wattwire.device.link.Solarman;
import io.wattwire.device.link.Tcp;
import io.wattwire.device.model.Documents;
import io.wattwire.device.model.MeterRole;
import io.wattwire.device.model.Protocol;
import io.wattwire.device.server.Answer;
import io.wattwire.device.server.ModbusServer;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.SessionSettings;
import io.wattwire.device.session.StateStore;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValue;

/** A driver at work with a simulated device on a loopback port. */
final class Rig implements AutoCloseable {

    /** Generous, since a strict device makes a plan of hundreds of registers fall apart. */
    static final int DEADLINE_MS = 20_000;

    private static final long LOGGER_SERIAL = 2_712_345_678L;

    final TableDriver driver;
    final SimulatedParts device;
    private final ModbusServer server;
    private final Variant variant;
    private final String connection;
    private volatile Answer answer = Answer.normal();
    private volatile Runnable listener = () -> {};

    Rig(DriverUnderTest test, Variant variant) {
        this(test, variant, false);
    }

    private Rig(DriverUnderTest test, Variant variant, boolean roomy) {
        this.variant = variant;
        connection = test.connection();
        driver = test.driver();
        device = new SimulatedParts(driver.family(), variant.model(), variant.table());
        ModbusServer.Builder builder = listening().misbehaviour(this::answered);
        try {
            server =
                    (roomy
                                    ? device.serveRoomy(builder, driver.family().rules())
                                    : device.serve(builder))
                            .start();
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
        driver.activate(null, properties(DEADLINE_MS));
    }

    /** With a device that answers whatever the family's rules allow, and remembers it. */
    static Rig roomy(DriverUnderTest test, Variant variant) {
        return new Rig(test, variant, true);
    }

    private Answer answered(int unit, byte[] request) {
        listener.run();
        return answer;
    }

    /** From now on this runs before each answer, in the device's thread. */
    void beforeEachAnswer(Runnable task) {
        listener = task;
    }

    /** As a user may enter them: texts and typed values mixed. */
    Map<String, Object> properties(int deadlineMillis) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("kura.service.pid", "rig");
        properties.put("connection", connection);
        properties.put("logger.serial", connection.equals("solarman") ? LOGGER_SERIAL : "");
        properties.put("host", "127.0.0.1");
        properties.put("port", server.port());
        properties.put("model", variant.model());
        properties.put("meter.role", variant.role());
        properties.put("read.deadline.ms", String.valueOf(deadlineMillis));
        properties.put("pause.ms", 0);
        properties.put("connect.delay.ms", 0);
        properties.put("units", device.setting());
        properties.put("write.enabled", true);
        properties.put("installer.writes", "true");
        properties.put("assets.create", false);
        return properties;
    }

    /** A session of its own with the same device, in a time of its own. */
    DeviceSession session(LongSupplier nanoClock) {
        MeterRole role = MeterRole.find(variant.role()).orElseThrow();
        SessionSettings settings =
                SessionSettings.of(address(), driver.family().link().unit())
                        .model(variant.model())
                        .meter(role, false, 0)
                        .units(device.given())
                        .readDeadline(Duration.ofMillis(DEADLINE_MS))
                        .build();
        return new DeviceSession(
                driver.family(),
                settings,
                "rig",
                StateStore.inMemory(),
                new LinkPool(),
                nanoClock,
                System::currentTimeMillis);
    }

    private ModbusServer.Builder listening() {
        ModbusServer.Builder builder = ModbusServer.builder();
        InetAddress here = InetAddress.getLoopbackAddress();
        if (driver.family().protocol() == Protocol.CMS) {
            return builder.cmsOverTcp(here, 0);
        }
        return switch (connection) {
            case "solarman" -> builder.solarman(here, 0, LOGGER_SERIAL);
            case "givenergy" -> builder.givEnergy(here, 0, "WF1234G567", "SA1234G567");
            case "http" -> {
                int unit = driver.family().link().unit();
                yield builder.http(here, 0, documents(), Credential.NONE, unit);
            }
            default -> builder.tcp(0);
        };
    }

    /** Of the model alone, as others have other values in the same documents. */
    private Documents documents() {
        return Documents.of(variant.table());
    }

    private LinkAddress address() {
        if (driver.family().protocol() == Protocol.CMS) {
            return new CmsTcp("127.0.0.1", server.port(), "");
        }
        return switch (connection) {
            case "solarman" -> new Solarman("127.0.0.1", server.port(), LOGGER_SERIAL);
            case "givenergy" -> new GivEnergy("127.0.0.1", server.port());
            case "http" -> new Http("127.0.0.1", server.port(), Credential.NONE);
            default -> new Tcp("127.0.0.1", server.port());
        };
    }

    /** From now on the device answers so. */
    void answer(Answer now) {
        answer = now;
    }

    static List<ChannelRecord> channels(Collection<String> names) {
        return names.stream().map(name -> channel(name, DataType.STRING)).toList();
    }

    static ChannelRecord channel(String name, DataType type) {
        ChannelRecord channel = ChannelRecord.createReadRecord(name, type);
        channel.setChannelConfig(Map.of("+name", name, "+value.type", type.name()));
        return channel;
    }

    static ChannelRecord write(String name, TypedValue<?> value) {
        ChannelRecord channel = ChannelRecord.createWriteRecord(name, value);
        channel.setChannelConfig(Map.of("+name", name));
        return channel;
    }

    static boolean good(ChannelRecord channel) {
        return channel.getChannelStatus().getChannelFlag() == ChannelFlag.SUCCESS;
    }

    static String problem(ChannelRecord channel) {
        return channel.getChannelStatus().getExceptionMessage();
    }

    @Override
    public void close() {
        driver.deactivate();
        server.close();
    }
}
