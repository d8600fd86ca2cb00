package io.wattwire.standalone.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.ChannelStatus;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordMakerTest {
    private final List<String> emptySuccesses = new ArrayList<>();

    private RecordMaker maker(Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("kura.service.pid", "meter");
        return new RecordMaker(AssetSettings.of(all), emptySuccesses::add);
    }

    private static ChannelRecord good(String name, double value, long time) {
        ChannelRecord record = ChannelRecord.createReadRecord(name, DataType.DOUBLE, "W");
        FakeDriver.succeed(record, value);
        record.setTimestamp(time);
        return record;
    }

    private static ChannelRecord bad(String name, String message, Exception exception) {
        ChannelRecord record = ChannelRecord.createReadRecord(name, DataType.DOUBLE);
        record.setChannelStatus(new ChannelStatus(ChannelFlag.FAILURE, message, exception));
        record.setTimestamp(7);
        return record;
    }

    @Test
    void aSuccessHasValueUnitAndTime() {
        Map<String, TypedValue<?>> properties =
                maker(Map.of()).toProperties(List.of(good("p", 42, 5)));

        assertEquals(
                Map.of(
                        "p", TypedValues.newDoubleValue(42),
                        "p_unit", TypedValues.newStringValue("W"),
                        "p_timestamp", TypedValues.newLongValue(5),
                        "assetName", TypedValues.newStringValue("meter")),
                properties);
    }

    @Test
    void aFailureHasItsTimeAndNoValue() {
        assertEquals(
                Set.of("p_timestamp", "assetName"),
                maker(Map.of()).toProperties(List.of(bad("p", "late", null))).keySet());
    }

    @Test
    void errorsAreEmittedOnRequestAndEmptyWhenFine() {
        RecordMaker maker = maker(Map.of("emit.errors", true));

        Map<String, TypedValue<?>> properties =
                maker.toProperties(
                        List.of(
                                good("a", 1, 1),
                                bad("b", "late", null),
                                bad("c", "late", new IllegalStateException("why")),
                                bad("d", null, new IllegalStateException("why")),
                                bad("e", null, null)));

        assertEquals("", properties.get("a_error").getValue());
        assertEquals("late", properties.get("b_error").getValue());
        assertEquals(
                "late java.lang.IllegalStateException: why", properties.get("c_error").getValue());
        assertEquals("java.lang.IllegalStateException: why", properties.get("d_error").getValue());
        assertEquals("ERROR NOT SPECIFIED", properties.get("e_error").getValue());
    }

    @ParameterizedTest
    @CsvSource({
        "NO_TIMESTAMPS, ",
        "SINGLE_DRIVER_GENERATED_MAX, 9",
        "SINGLE_DRIVER_GENERATED_MIN, 5",
    })
    void otherModesHaveOneTimeOrNone(String mode, Long time) {
        Map<String, TypedValue<?>> properties =
                maker(Map.of("timestamp.mode", mode))
                        .toProperties(List.of(good("a", 1, 5), good("b", 1, 9)));

        assertFalse(properties.containsKey("a_timestamp"));
        assertEquals(
                time,
                properties.containsKey("assetTimestamp")
                        ? properties.get("assetTimestamp").getValue()
                        : null);
    }

    @Test
    void theAssetsOwnTimeIsNow() {
        long before = System.currentTimeMillis();

        Map<String, TypedValue<?>> properties =
                maker(Map.of("timestamp.mode", "SINGLE_ASSET_GENERATED"))
                        .toProperties(List.of(good("a", 1, 5)));

        assertTrue((Long) properties.get("assetTimestamp").getValue() >= before);
    }

    @Test
    void onChangeOnlyChangesAndFailuresAreEmitted() {
        RecordMaker maker = maker(Map.of("emit.on.change", true));
        assertTrue(maker.toProperties(List.of(good("p", 1, 1))).containsKey("p"));
        assertFalse(maker.toProperties(List.of(good("p", 1, 2))).containsKey("p"));
        assertTrue(maker.toProperties(List.of(good("p", 2, 3))).containsKey("p"));

        assertTrue(maker.toProperties(List.of(bad("p", "x", null))).containsKey("p_timestamp"));

        assertTrue(
                maker.toProperties(List.of(good("p", 2, 4))).containsKey("p"), "after a failure");
    }

    @Test
    void anEmptyEnvelopeIsEmittedUnlessSwitchedOff() {
        Map<String, Object> properties = new HashMap<>(Map.of("emit.on.change", true));
        RecordMaker emits = maker(properties);
        properties.put("emit.empty.envelopes", "false");
        RecordMaker silent = maker(properties);
        for (RecordMaker each : List.of(emits, silent)) {
            each.toProperties(List.of(good("p", 1, 1)));
        }

        assertEquals(Set.of("assetName"), emits.toProperties(List.of(good("p", 1, 2))).keySet());
        assertNull(silent.toProperties(List.of(good("p", 1, 2))));
    }

    @Test
    void aSuccessWithoutValueIsLeftOutAndSaid() {
        ChannelRecord empty = ChannelRecord.createReadRecord("p", DataType.DOUBLE);
        empty.setChannelStatus(new ChannelStatus(ChannelFlag.SUCCESS));

        Map<String, TypedValue<?>> properties = maker(Map.of()).toProperties(List.of(empty));

        assertFalse(properties.containsKey("p"));
        assertEquals(List.of("p"), emptySuccesses.stream().distinct().toList());
    }
}
