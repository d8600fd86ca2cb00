package io.wattwire.standalone.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.wattwire.standalone.monitor.Faults;
import io.wattwire.standalone.monitor.Pending;
import io.wattwire.standalone.monitor.Taps;
import io.wattwire.standalone.testing.Collector;
import io.wattwire.standalone.testing.FakeComponents;
import io.wattwire.standalone.wire.LocalWireHelperService;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleContext;

@Timeout(180)
class WireAssetTest {
    private final Faults faults = new Faults();
    private final Pending pending = new Pending(faults, Duration.ofHours(1));
    private final Taps taps = new Taps();
    private final Collector emitted = new Collector();
    private final FakeDriver driver = new FakeDriver();
    private final Map<String, Object> properties = new HashMap<>();
    private WireAsset asset;

    @BeforeEach
    void configure() {
        taps.add(emitted);
        properties.put("service.pid", "org.eclipse.kura.wire.WireAsset-1");
        properties.put("kura.service.pid", "inverter");
        properties.put("driver.pid", "inverter-driver");
        properties.putAll(ChannelsTest.channel("inverter_power", "READ"));
        properties.putAll(ChannelsTest.channel("inverter_power_limit", "READ_WRITE"));
    }

    @AfterEach
    void stop() {
        asset.stop();
        pending.close();
    }

    private void start() {
        BundleContext bundles =
                (BundleContext)
                        Proxy.newProxyInstance(
                                BundleContext.class.getClassLoader(),
                                new Class<?>[] {BundleContext.class},
                                (proxy, method, arguments) -> null); // no services
        asset =
                new WireAsset(
                        bundles,
                        new LocalWireHelperService(null, taps, faults),
                        pending,
                        faults,
                        FakeComponents.context(properties),
                        properties);
    }

    private static WireEnvelope envelope(String name, TypedValue<?> value) {
        return new WireEnvelope("x", List.of(new WireRecord(Map.of(name, value))));
    }

    @Test
    void anEnvelopeMakesItReadAndEmitFirstAndWriteAfterwards() throws Exception {
        start();
        asset.attach(driver);

        asset.onWireReceive(envelope("inverter_power_limit", TypedValues.newDoubleValue(500)));

        assertEquals(List.of("prepare", "read", "write"), driver.calls);
        assertEquals(
                Set.of(
                        "assetName",
                        "inverter_power",
                        "inverter_power_timestamp",
                        "inverter_power_limit",
                        "inverter_power_limit_timestamp"),
                emitted.next().keySet());
        assertEquals(500.0, driver.written.get(0).getValue().getValue());
    }

    @Test
    void aValueOfAnotherTypeIsSilentlyNotWritten() {
        start();
        asset.attach(driver);

        asset.onWireReceive(envelope("inverter_power_limit", TypedValues.newLongValue(500)));
        asset.onWireReceive(envelope("inverter_power", TypedValues.newDoubleValue(500)));

        assertEquals(List.of(), driver.written);
    }

    @Test
    void anAssetThatOnlyWritesEmitsNothing() {
        properties.keySet().removeIf(name -> name.startsWith("inverter_power"));
        properties.putAll(ChannelsTest.channel("inverter_power_limit", "WRITE"));
        start();
        asset.attach(driver);

        asset.onWireReceive(envelope("inverter_power_limit", TypedValues.newDoubleValue(500)));

        assertEquals(List.of("write"), driver.calls);
        assertEquals(0, emitted.waiting());
    }

    @Test
    void aReadThatFailsAsAWholeEmitsNothingAndStillWrites() {
        start();
        asset.attach(driver);
        driver.reading =
                record -> {
                    throw new IllegalStateException("dead");
                };

        asset.onWireReceive(envelope("inverter_power_limit", TypedValues.newDoubleValue(500)));

        assertEquals(0, emitted.waiting());
        assertEquals(1, driver.written.size());
    }

    @Test
    void aMissingDriverIsMissedUntilItComesAndAgainWhenItGoes() throws Exception {
        start();
        assertEquals(false, pending.await(Duration.ZERO));

        asset.attach(driver);
        assertEquals(true, pending.await(Duration.ZERO));

        asset.detach(driver);
        assertEquals(false, pending.await(Duration.ZERO));
        assertThrows(KuraException.class, asset::readAllChannels);
    }

    @Test
    void itsChannelsAreKnown() throws Exception {
        start();
        asset.attach(driver);

        assertEquals("inverter-driver", asset.getAssetConfiguration().getDriverPid());
        assertEquals(
                Set.of("inverter_power", "inverter_power_limit"),
                asset.getAssetConfiguration().getAssetChannels().keySet());
        assertEquals(1, asset.read(Set.of("inverter_power")).size());
    }

    @Test
    void aListenerIsHandedToTheDriver() throws Exception {
        start();
        asset.attach(driver);

        asset.registerChannelListener("inverter_power", event -> {});
        asset.unregisterChannelListener(event -> {});

        assertEquals(List.of("listen inverter_power", "unlisten"), driver.calls);
        assertThrows(KuraException.class, () -> asset.registerChannelListener("none", event -> {}));
    }
}
