package io.wattwire.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.driver.AssetChannels;
import io.wattwire.device.driver.Channels;
import io.wattwire.device.model.Access;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.MeterRole;
import io.wattwire.device.model.Model;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Service;
import io.wattwire.publish.ThinOut;
import io.wattwire.simulator.device.LivingDevice;
import io.wattwire.standalone.component.CloudPublisherComponent;
import io.wattwire.standalone.configuration.SnapshotReader;
import io.wattwire.standalone.kapua.KapuaPayload;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.publisher.CloudPublisher;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.eclipse.kura.message.KuraPayload;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireRecord;
import org.eclipse.kura.wire.WireSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.service.component.ComponentContext;

/**
 * What Kapua decodes has the types of the channels, for every channel of every driver, and keeps
 * them: Kapua has one index per name and type, and takes no null.
 */
class KapuaTypesTest {

    /** Where windows of a minute and of five begin, far from now. */
    private static final long START = 4_000_000_200_000L;

    /** Kapua escapes dots and dollars; a topic has no room for others. */
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]*");

    private final List<KuraPayload> arrived = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private long millis = START;
    private boolean reachable = true;

    static Stream<Arguments> models() {
        return AllDrivers.families().stream()
                .flatMap(
                        family ->
                                family.models().stream()
                                        .map(Model::name)
                                        .map(model -> Arguments.of(family, model)));
    }

    static Stream<Arguments> modelsWithReadingsOfTheirOwn() {
        Set<Map<String, Object>> known = new HashSet<>();
        return models().filter(
                        it -> {
                            DeviceFamily family = (DeviceFamily) it.get()[0];
                            return known.add(assets(family, (String) it.get()[1]).get(0));
                        });
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("models")
    void everyChannelArrivesAsWhatItIs(DeviceFamily family, String model) throws Exception {
        CloudPublisherComponent kapua = publisher();
        Consumer<ChannelRecord> driver = device(family, model);
        int channels = 0;
        for (Map<String, Object> asset : assets(family, model)) {
            channels += check(asset, driver, 3, kapua::onWireReceive);
            assertTrue(seen.containsAll(expected(asset).keySet()), () -> missing(asset));
        }
        assertTrue(channels > 6, channels + " channels");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("modelsWithReadingsOfTheirOwn")
    void soItDoesThinnedOutByTheShippedGraph(DeviceFamily family, String model) throws Exception {
        CloudPublisherComponent kapua = publisher();
        List<ThinOut> both = List.of(thinOut("energies", kapua), thinOut("powers", kapua));
        Map<String, Object> reading = assets(family, model).get(0);
        check(
                reading,
                device(family, model),
                11,
                it -> both.forEach(thin -> thin.onWireReceive(it)));
        Set<String> missing = new HashSet<>(expected(reading).keySet());
        missing.removeIf(name -> name.matches("link_(last_error|round_trip_ms|age_ms)|.*_age_ms"));
        missing.removeAll(seen);
        assertEquals(Set.of(), missing);
    }

    private String missing(Map<String, Object> asset) {
        Set<String> missing = new HashSet<>(expected(asset).keySet());
        missing.removeAll(seen);
        return "never arrived: " + missing;
    }

    /** Ready-made ones first, and one with everything that the device has. */
    private static List<Map<String, Object>> assets(DeviceFamily family, String model) {
        RegisterTable table = table(family, model);
        List<Map<String, Object>> assets = new ArrayList<>();
        assets.add(AssetChannels.reading(family.name(), table, List.of()));
        for (Service service : family.services()) {
            assets.add(AssetChannels.part(family.name(), service, table));
        }
        Map<String, Object> everything = new HashMap<>(Map.of("driver.pid", family.name()));
        for (Register register : table.registers()) {
            if (register.access() != Access.W) {
                everything.put(register.name() + "#+enabled", true);
                everything.put(register.name() + "#+name", register.name());
                everything.put(register.name() + "#+type", "READ");
                everything.put(register.name() + "#+value.type", register.valueKind().name());
            }
        }
        assets.add(everything);
        return assets;
    }

    private static RegisterTable table(DeviceFamily family, String model) {
        RegisterTable table = family.exampleTable(model);
        return family.meter() ? table.forMeter(MeterRole.GRID, false, 0) : table;
    }

    /**
     * As the engine fills a channel; a link's health and what code reads back are not the device's.
     */
    private Consumer<ChannelRecord> device(DeviceFamily family, String model) {
        LivingDevice device =
                new LivingDevice(
                        family, model, 3_000, 1_200, () -> (millis - START) / 1e3, Map.of());
        RegisterTable table = table(family, model);
        return record -> {
            String name = Channels.name(record);
            boolean known = table.register(name).isPresent() || table.point(name).isPresent();
            if (!known || record.getChannelName().endsWith("_readback")) {
                WiredAsset.fill(record);
                record.setTimestamp(millis);
                return;
            }
            Optional<Object> value = reachable ? device.get(name) : Optional.empty();
            String problem = value.isPresent() ? "" : "no answer";
            Channels.fill(record, new Reading(name, value.orElse(null), "", millis, problem));
        };
    }

    /**
     * A tick each 30 s, one of them without an answer; every metric has the type of its channel.
     */
    private int check(
            Map<String, Object> channels,
            Consumer<ChannelRecord> driver,
            int ticks,
            Consumer<WireEnvelope> receiver) {
        arrived.clear();
        Map<String, Class<?>> expected = expected(channels);
        try (WiredAsset asset = new WiredAsset("asset", channels, driver)) {
            for (int i = 0; i < ticks; i++) {
                reachable = i != 1;
                millis += 30_000;
                List<WireRecord> records = asset.tick();
                receiver.accept(new WireEnvelope("asset", records));
            }
        }
        seen.clear();
        for (KuraPayload payload : arrived) {
            assertEquals("asset", payload.getMetric("assetName"));
            assertNotNull(payload.getTimestamp());
            payload.metrics().forEach((name, value) -> check(expected, name, value));
            seen.addAll(payload.metricNames());
        }
        return expected.size();
    }

    private static void check(Map<String, Class<?>> expected, String name, Object value) {
        assertTrue(NAME.matcher(name).matches(), name);
        Class<?> type = expected.containsKey(name) ? expected.get(name) : others(name);
        assertEquals(type, value.getClass(), name);
    }

    private static Class<?> others(String name) {
        if (name.endsWith("_timestamp") || name.equals("assetTimestamp")) {
            return Long.class;
        }
        boolean text = name.matches("assetName|.*_(unit|error)");
        assertTrue(text, () -> name + " is no channel");
        return String.class;
    }

    private static Map<String, Class<?>> expected(Map<String, Object> channels) {
        Map<String, Class<?>> expected = new HashMap<>();
        channels.forEach(
                (property, value) -> {
                    if (property.endsWith("#+value.type")) {
                        expected.put(property.split("#")[0], type(value.toString()));
                    }
                });
        return expected;
    }

    private static Class<?> type(String name) {
        return switch (name) {
            case "DOUBLE" -> Double.class;
            case "LONG" -> Long.class;
            case "BOOLEAN" -> Boolean.class;
            default -> String.class;
        };
    }

    /** Kura's component between wires and cloud; what it publishes is encoded and decoded. */
    private CloudPublisherComponent publisher() throws ReflectiveOperationException {
        CloudPublisherComponent component =
                new CloudPublisherComponent(wires(records -> {}), context(), Map.of());
        CloudPublisher cloud =
                WiredAsset.fake(
                        CloudPublisher.class,
                        (proxy, method, with) -> {
                            KuraPayload payload = ((KuraMessage) with[0]).getPayload();
                            arrived.add(KapuaPayload.decode(KapuaPayload.encode(payload, true)));
                            return "1";
                        });
        var reference = CloudPublisherComponent.class.getDeclaredField("publisher");
        reference.setAccessible(true); // a framework would set it
        reference.set(component, cloud);
        return component;
    }

    private ThinOut thinOut(String pid, CloudPublisherComponent kapua) throws Exception {
        ThinOut thinOut =
                new ThinOut(wires(records -> kapua.onWireReceive(new WireEnvelope(pid, records))));
        try (InputStream in = Files.newInputStream(Path.of("../../dp/graphs/publish-kapua.xml"))) {
            ComponentConfiguration shipped =
                    SnapshotReader.read(in, "publish-kapua.xml").stream()
                            .filter(it -> it.getPid().equals(pid))
                            .findFirst()
                            .orElseThrow();
            thinOut.activate(context(), shipped.getConfigurationProperties());
        }
        return thinOut;
    }

    private static ComponentContext context() {
        return WiredAsset.fake(ComponentContext.class, (proxy, method, with) -> null);
    }

    private static WireHelperService wires(Consumer<List<WireRecord>> emitted) {
        WireSupport support =
                WiredAsset.fake(
                        WireSupport.class,
                        (proxy, method, with) -> {
                            List<WireRecord> records = new ArrayList<>();
                            ((List<?>) with[0]).forEach(it -> records.add((WireRecord) it));
                            emitted.accept(records);
                            return null;
                        });
        return WiredAsset.fake(WireHelperService.class, (proxy, method, with) -> support);
    }
}
