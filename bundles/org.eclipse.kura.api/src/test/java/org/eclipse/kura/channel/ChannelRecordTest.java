package org.eclipse.kura.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.kura.channel.listener.ChannelEvent;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.LongValue;
import org.eclipse.kura.type.StringValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChannelRecordTest {
    private static final ChannelStatus SUCCESS = new ChannelStatus(ChannelFlag.SUCCESS);

    @Test
    void aReadRecordAsksForAType() {
        ChannelRecord read = ChannelRecord.createReadRecord("power", DataType.LONG, "W");
        assertEquals("power", read.getChannelName());
        assertSame(DataType.LONG, read.getValueType());
        assertEquals("W", read.getUnit());
        assertNull(read.getValue());
        assertNull(read.getChannelStatus());
        assertNull(read.getChannelConfig());
        assertEquals(0, read.getTimestamp());
    }

    @Test
    void aReadRecordHasAnEmptyUnitUnlessOneIsGiven() {
        assertEquals("", ChannelRecord.createReadRecord("power", DataType.LONG).getUnit());
        assertNull(ChannelRecord.createReadRecord("power", DataType.LONG, null).getUnit());
    }

    @Test
    void aWriteRecordBringsItsValueAndHasNoUnit() {
        ChannelRecord write = ChannelRecord.createWriteRecord("limit", new LongValue(4));
        assertEquals("limit", write.getChannelName());
        assertSame(DataType.LONG, write.getValueType());
        assertEquals(new LongValue(4), write.getValue());
        assertNull(write.getUnit());
        assertNull(write.getChannelStatus());
    }

    @Test
    void aStatusRecordHasNeitherTypeNorValueNorUnit() {
        ChannelRecord status = ChannelRecord.createStatusRecord("power", SUCCESS);
        assertEquals("power", status.getChannelName());
        assertSame(SUCCESS, status.getChannelStatus());
        assertNull(status.getValueType());
        assertNull(status.getValue());
        assertNull(status.getUnit());
    }

    @Test
    void aRecordNeedsANameAndWhatItIsMadeFor() {
        assertRefused(() -> ChannelRecord.createReadRecord(null, DataType.LONG));
        assertRefused(() -> ChannelRecord.createReadRecord("power", null));
        assertRefused(() -> ChannelRecord.createWriteRecord(null, new LongValue(1)));
        assertRefused(() -> ChannelRecord.createWriteRecord("limit", null));
        assertRefused(() -> ChannelRecord.createStatusRecord(null, SUCCESS));
        assertRefused(() -> ChannelRecord.createStatusRecord("power", null));
    }

    @Test
    void nothingIsRefusedAsStatusValueOrConfigButNotAsUnit() {
        ChannelRecord read = read();
        assertRefused(() -> read.setChannelStatus(null));
        assertRefused(() -> read.setValue(null));
        assertRefused(() -> read.setChannelConfig(null));
        read.setUnit(null);
        assertNull(read.getUnit());
    }

    @Test
    void theTypeOfAValueIsNotChecked() {
        ChannelRecord read = read();
        read.setValue(new StringValue("n/a"));
        assertSame(DataType.LONG, read.getValueType());
        assertEquals(new StringValue("n/a"), read.getValue());
    }

    @Test
    void theConfigIsACopy() {
        Map<String, Object> config = new HashMap<>(Map.of("address", "1"));
        ChannelRecord read = read();
        read.setChannelConfig(config);
        config.put("address", "2");
        assertEquals(Map.of("address", "1"), read.getChannelConfig());
    }

    @ParameterizedTest
    @MethodSource
    void equalityLooksAtEachOf(Consumer<ChannelRecord> change) {
        ChannelRecord changed = read();
        change.accept(changed);
        assertNotEquals(read(), changed);
    }

    static Stream<Consumer<ChannelRecord>> equalityLooksAtEachOf() {
        return Stream.of(
                read -> read.setValue(new LongValue(1)),
                read -> read.setUnit("W"),
                read -> read.setTimestamp(1),
                read -> read.setChannelStatus(SUCCESS));
    }

    @Test
    void equalityLooksAtNameAndType() {
        assertEquals(read(), read());
        assertEquals(read().hashCode(), read().hashCode());
        assertNotEquals(read(), ChannelRecord.createReadRecord("energy", DataType.LONG));
        assertNotEquals(read(), ChannelRecord.createReadRecord("power", DataType.INTEGER));
    }

    @Test
    void equalityDoesNotLookAtTheConfig() {
        ChannelRecord configured = read();
        configured.setChannelConfig(Map.of("address", "1"));
        assertEquals(read(), configured);
    }

    @Test
    void theTextShowsNameAndValue() {
        ChannelRecord read = read();
        read.setValue(new LongValue(230));
        String text = read.toString();
        assertTrue(text.contains("power") && text.contains("230"), text);
    }

    @Test
    void anEventCarriesARecord() {
        ChannelRecord read = read();
        assertSame(read, new ChannelEvent(read).getChannelRecord());
        assertTrue(new ChannelEvent(read).toString().contains(read.toString()));
        assertRefused(() -> new ChannelEvent(null));
    }

    private static ChannelRecord read() {
        return ChannelRecord.createReadRecord("power", DataType.LONG);
    }

    private static void assertRefused(Executable call) {
        assertThrows(NullPointerException.class, call);
    }
}
