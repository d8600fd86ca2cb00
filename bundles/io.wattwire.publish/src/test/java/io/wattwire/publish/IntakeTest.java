package io.wattwire.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private final Map<String, TypedValue<?>> record = new HashMap<>();

    @Test
    void anAssetsRecordGivesItsChannelsWithTheirTimes() {
        record.put("assetName", TypedValues.newStringValue("meter"));
        record.put("grid_power", TypedValues.newDoubleValue(-12.5));
        record.put("grid_power_timestamp", TypedValues.newLongValue(111));
        assertEquals("meter", Intake.asset(record, "emitter"));
        assertEquals(List.of(new Sample("meter", "grid_power", -12.5, 111)), samples());
    }

    private List<Sample> samples() {
        return Intake.samples("meter", record, 999);
    }

    @Test
    void oneTimeMayStandForAllAndNowForNone() {
        record.put("status", TypedValues.newStringValue("running"));
        assertEquals(List.of(new Sample("meter", "status", "running", 999)), samples());
        record.put("assetTimestamp", TypedValues.newLongValue(222));
        assertEquals(List.of(new Sample("meter", "status", "running", 222)), samples());
    }

    @Test
    void aRecordWithoutANameIsTheEmitters() {
        assertEquals("emitter", Intake.asset(record, "emitter"));
    }

    @Test
    void whatIsNoValueIsLeftOut() {
        record.put("a", TypedValues.newDoubleValue(Double.NaN));
        record.put("b", TypedValues.newFloatValue(Float.POSITIVE_INFINITY));
        record.put("c", TypedValues.newByteArrayValue(new byte[] {1}));
        record.put("d_error", TypedValues.newStringValue("no answer"));
        record.put("d_timestamp", TypedValues.newLongValue(1));
        record.put("d_unit", TypedValues.newStringValue("W"));
        record.put("assetError", TypedValues.newStringValue("no driver"));
        record.put("x".repeat(256), TypedValues.newLongValue(1));
        record.put("", TypedValues.newLongValue(1));
        assertEquals(List.of(), samples());
    }

    @Test
    void theLinksLastFaultIsAValueOfItsOwn() {
        record.put("link_last_error", TypedValues.newStringValue("no answer in 800 ms"));
        assertEquals("no answer in 800 ms", samples().get(0).value());
    }

    @Test
    void numbersOfAnyTypeAreDoublesOrLongs() {
        record.put("float", TypedValues.newFloatValue(0.5f));
        record.put("integer", TypedValues.newIntegerValue(7));
        record.put("flag", TypedValues.newBooleanValue(true));
        Map<String, Object> values = new HashMap<>();
        samples().forEach(sample -> values.put(sample.channel(), sample.value()));
        assertEquals(Map.of("float", 0.5, "integer", 7L, "flag", true), values);
    }
}
