package io.wattwire.itest;

import io.wattwire.standalone.asset.WireAsset;
import io.wattwire.standalone.monitor.Faults;
import io.wattwire.standalone.monitor.Pending;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.ChannelStatus;
import org.eclipse.kura.driver.Driver;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireRecord;
import org.eclipse.kura.wire.WireSupport;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentContext;

/** The stand-alone WireAsset without a framework, on a driver that has a value for everything. */
final class WiredAsset implements AutoCloseable {

    private static final String PID = "kura.service.pid";

    private final String name;
    private final Consumer<ChannelRecord> driver;
    private final List<String> written = new ArrayList<>();
    private final List<WireRecord> emitted = new ArrayList<>();
    private final Pending pending;
    private final WireAsset asset;

    /**
     * @param channels properties of a ready-made asset
     */
    WiredAsset(String name, Map<String, Object> channels) {
        this(name, channels, WiredAsset::fill);
    }

    /**
     * @param channels properties of an asset
     * @param driver gives each channel its value, or a failure
     */
    WiredAsset(String name, Map<String, Object> channels, Consumer<ChannelRecord> driver) {
        this.name = name;
        this.driver = driver;
        Map<String, Object> properties = new HashMap<>(channels);
        properties.put(PID, name);
        Faults faults = new Faults();
        pending = new Pending(faults, Duration.ofHours(1));
        asset =
                new WireAsset(
                        framework(String.valueOf(channels.get("driver.pid"))),
                        wires(),
                        pending,
                        faults,
                        fake(ComponentContext.class, (proxy, method, with) -> null),
                        properties);
    }

    static <T> T fake(Class<T> type, InvocationHandler does) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, does));
    }

    /** One with a single service, the driver. */
    private BundleContext framework(String driverPid) {
        Driver answering =
                fake(Driver.class, (proxy, method, with) -> answer(method.getName(), with));
        ServiceReference<?> reference =
                fake(
                        ServiceReference.class,
                        (proxy, method, with) ->
                                switch (method.getName()) {
                                    case "getProperty" -> PID.equals(with[0]) ? driverPid : null;
                                    case "hashCode" -> 1;
                                    case "equals" -> proxy == with[0];
                                    default -> null;
                                });
        return fake(
                BundleContext.class,
                (proxy, method, with) ->
                        switch (method.getName()) {
                            case "getServiceReferences" -> new ServiceReference<?>[] {reference};
                            case "getService" -> answering;
                            case "ungetService" -> true;
                            default -> null;
                        });
    }

    private Object answer(String call, Object[] with) {
        if (call.equals("read")) {
            records(with).forEach(driver);
        } else if (call.equals("write")) {
            records(with).forEach(record -> written.add(record.getChannelName()));
        }
        return null;
    }

    private static List<ChannelRecord> records(Object[] with) {
        return ((List<?>) with[0]).stream().map(ChannelRecord.class::cast).toList();
    }

    /** A value for everything. */
    static void fill(ChannelRecord record) {
        record.setValue(
                switch (record.getValueType()) {
                    case STRING -> TypedValues.newStringValue("normal");
                    case BOOLEAN -> TypedValues.newBooleanValue(true);
                    case LONG -> TypedValues.newLongValue(42);
                    default -> TypedValues.newDoubleValue(42);
                });
        record.setChannelStatus(new ChannelStatus(ChannelFlag.SUCCESS));
        record.setTimestamp(1000);
    }

    private WireHelperService wires() {
        WireSupport support =
                fake(
                        WireSupport.class,
                        (proxy, method, with) -> {
                            if (method.getName().equals("emit")) {
                                emitted.addAll(recordsOf(with[0]));
                            }
                            return null;
                        });
        return fake(WireHelperService.class, (proxy, method, with) -> support);
    }

    private static List<WireRecord> recordsOf(Object list) {
        return ((List<?>) list).stream().map(WireRecord.class::cast).toList();
    }

    /** What it emits when a timer ticks. */
    List<WireRecord> tick() {
        return receive(new WireRecord(Map.of("TIMER", TypedValues.newLongValue(1))));
    }

    /** What it emits when a record arrives. */
    List<WireRecord> receive(WireRecord record) {
        emitted.clear();
        asset.onWireReceive(new WireEnvelope("other", List.of(record)));
        return List.copyOf(emitted);
    }

    /** Names of the channels that it wrote. */
    List<String> written() {
        return written;
    }

    @Override
    public void close() {
        asset.stop();
        pending.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
