package io.wattwire.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireRecord;
import org.eclipse.kura.wire.WireSupport;
import org.junit.jupiter.api.Test;
import org.osgi.service.component.ComponentContext;

class ThinOutTest {

    /** Far in the future, so that no window is closed because its time is over. */
    private static final long START = 4_000_000_020_000L;

    private final List<WireRecord> emitted = new ArrayList<>();
    private final ThinOut thinOut = new ThinOut(wires());

    private WireHelperService wires() {
        WireSupport support =
                fake(
                        WireSupport.class,
                        with -> {
                            ((List<?>) with[0]).forEach(it -> emitted.add((WireRecord) it));
                            return null;
                        });
        return fake(WireHelperService.class, with -> support);
    }

    private interface Does {
        Object with(Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Does does) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, with) -> does.with(with)));
    }

    private void start(String channels) {
        thinOut.activate(
                fake(ComponentContext.class, with -> null),
                Map.of("kura.service.pid", "thin", "channels", channels));
    }

    private static Map<String, TypedValue<?>> asset(String name, int second) {
        Map<String, TypedValue<?>> values = new HashMap<>();
        values.put("assetName", TypedValues.newStringValue(name));
        values.put("assetTimestamp", TypedValues.newLongValue(START + second * 1000L));
        return values;
    }

    private void receive(String name, int second, String channel, TypedValue<?> value) {
        Map<String, TypedValue<?>> values = asset(name, second);
        values.put(channel, value);
        receive(values);
    }

    private void receive(Map<String, TypedValue<?>> values) {
        thinOut.onWireReceive(new WireEnvelope("fifo", List.of(new WireRecord(values))));
    }

    private static Object value(WireRecord record, String name) {
        TypedValue<?> value = record.getProperties().get(name);
        return value == null ? null : value.getValue();
    }

    @Test
    void aMinuteIsOneRecordPerAssetWithTheTimeOfItsEnd() {
        start("* = mean 60");
        for (int second = 0; second <= 120; second++) {
            receive("meter", second, "grid_power", TypedValues.newDoubleValue(second));
            receive("inverter", second, "pv_power", TypedValues.newIntegerValue(second));
        }
        assertEquals(4, emitted.size(), emitted.toString());
        WireRecord meter = emitted.get(2);
        assertEquals("meter", value(meter, "assetName"));
        assertEquals(89.5, value(meter, "grid_power"));
        assertEquals(START + 120_000, value(meter, "assetTimestamp"));
    }

    @Test
    void eachRecordSaysOfWhichTimeItsValuesAre() {
        start("*_energy_* = last 60; * = mean 60");
        Map<String, TypedValue<?>> values = asset("meter", 1);
        values.put("grid_power", TypedValues.newDoubleValue(5));
        values.put("grid_energy_import", TypedValues.newDoubleValue(7));
        receive(values);
        values.put("assetTimestamp", TypedValues.newLongValue(START + 61_000));
        receive(values);
        assertEquals(1, emitted.size());
        assertEquals(START + 60_000, value(emitted.get(0), "assetTimestamp"));
        assertEquals(START + 1_000, value(emitted.get(0), "grid_energy_import_timestamp"));
        assertEquals(null, value(emitted.get(0), "grid_power_timestamp"));
    }

    @Test
    void twoValuesOfOneChannelAreTwoRecords() {
        start("");
        WireRecord first = new WireRecord(with(asset("meter", 0), 1));
        WireRecord second = new WireRecord(with(asset("meter", 1), 2));
        thinOut.onWireReceive(new WireEnvelope("fifo", List.of(first, second)));
        assertEquals(
                List.of(1L, 2L), emitted.stream().map(record -> value(record, "count")).toList());
    }

    private static Map<String, TypedValue<?>> with(Map<String, TypedValue<?>> values, int count) {
        values.put("count", TypedValues.newIntegerValue(count));
        return values;
    }

    /** Kapua has one index per name and type. */
    @Test
    void theTypeOfAChannelDoesNotDependOnItsValues() {
        start("pv_power = mean 60");
        for (int second = 0; second < 300; second += 20) {
            Map<String, TypedValue<?>> values = asset("inverter", second);
            values.put("pv_power", TypedValues.newLongValue(second));
            values.put("narrow", TypedValues.newFloatValue(1.5f));
            values.put("flags", TypedValues.newIntegerValue(second));
            values.put("pv_power_error", TypedValues.newStringValue("stale"));
            receive(values);
        }
        for (WireRecord record : emitted) {
            record.getProperties()
                    .forEach((name, value) -> assertEquals(expected(name), value.getType(), name));
        }
    }

    private static DataType expected(String name) {
        return switch (name) {
            case "pv_power", "narrow" -> DataType.DOUBLE;
            case "assetName" -> DataType.STRING;
            default -> DataType.LONG;
        };
    }

    @Test
    void aWrongConfigurationLeavesTheLastGoodOneAndAGoodOneTheOpenWindows() {
        start("* = mean 60");
        receive("meter", 1, "grid_power", TypedValues.newDoubleValue(10));
        thinOut.modified(Map.of("channels", "* = often"));
        thinOut.modified(Map.of("channels", "link_* = off; * = mean 60"));
        receive("meter", 21, "grid_power", TypedValues.newDoubleValue(20));
        receive("meter", 61, "grid_power", TypedValues.newDoubleValue(0));
        assertEquals(1, emitted.size());
        assertEquals(15.0, value(emitted.get(0), "grid_power"));
    }
}
