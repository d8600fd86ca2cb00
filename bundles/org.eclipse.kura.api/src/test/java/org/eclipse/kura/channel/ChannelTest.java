package org.eclipse.kura.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.IntegerValue;
import org.eclipse.kura.type.LongValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChannelTest {
    private static final Map<String, Object> CONFIG = Map.of("address", "1");

    @Test
    void aNewChannelIsEnabledAndLeavesValuesAsTheyAre() {
        Channel channel = channel();
        assertEquals("power", channel.getName());
        assertSame(ChannelType.READ, channel.getType());
        assertSame(DataType.LONG, channel.getValueType());
        assertTrue(channel.isEnabled());
        assertEquals(1, channel.getValueScale());
        assertEquals(0, channel.getValueOffset());
        assertEquals("", channel.getUnit());
    }

    @Test
    void aChannelNeedsNameTypesAndConfiguration() {
        assertRefused(() -> new Channel(null, ChannelType.READ, DataType.LONG, CONFIG));
        assertRefused(() -> new Channel("power", null, DataType.LONG, CONFIG));
        assertRefused(() -> new Channel("power", ChannelType.READ, null, CONFIG));
        assertRefused(() -> new Channel("power", ChannelType.READ, DataType.LONG, null));
    }

    @Test
    void nameAndTypesStayButTheUnitMayGo() {
        Channel channel = channel();
        assertRefused(() -> channel.setName(null));
        assertRefused(() -> channel.setType(null));
        assertRefused(() -> channel.setValueType(null));
        channel.setUnit(null);
        assertNull(channel.getUnit());
    }

    @Test
    void theConfigurationIsAViewThatCannotBeChanged() {
        Map<String, Object> config = new HashMap<>(CONFIG);
        Channel channel = new Channel("power", ChannelType.READ, DataType.LONG, config);
        config.put("unit.id", "2");
        assertEquals(config, channel.getConfiguration());
        assertThrows(
                UnsupportedOperationException.class,
                () -> channel.getConfiguration().put("unit.id", "3"));
    }

    @Test
    void aReadRecordHasTheChannelsNameTypeUnitAndConfiguration() {
        Channel channel = channel();
        channel.setUnit("W");
        ChannelRecord read = channel.createReadRecord();
        assertEquals(ChannelRecord.createReadRecord("power", DataType.LONG, "W"), read);
        assertEquals(CONFIG, read.getChannelConfig());
    }

    @Test
    void aWriteRecordHasTheChannelsNameAndConfiguration() {
        ChannelRecord write = channel().createWriteRecord(new LongValue(4));
        assertEquals(ChannelRecord.createWriteRecord("power", new LongValue(4)), write);
        assertEquals(CONFIG, write.getChannelConfig());
    }

    @Test
    void aWriteRecordNeedsAValueOfTheChannelsType() {
        assertRefused(() -> channel().createWriteRecord(null));
        assertThrows(
                IllegalArgumentException.class,
                () -> channel().createWriteRecord(new IntegerValue(4)));
    }

    @ParameterizedTest
    @MethodSource
    void equalityLooksAtEachOf(Consumer<Channel> change) {
        Channel changed = channel();
        change.accept(changed);
        assertNotEquals(channel(), changed);
        assertNotEquals(channel().toString(), changed.toString());
    }

    static Stream<Consumer<Channel>> equalityLooksAtEachOf() {
        return Stream.of(
                channel -> channel.setName("energy"),
                channel -> channel.setType(ChannelType.WRITE),
                channel -> channel.setValueType(DataType.INTEGER),
                channel -> channel.setScale(2),
                channel -> channel.setOffset(2),
                channel -> channel.setUnit("W"));
    }

    @Test
    void aDisabledChannelDiffersFromAnEnabledOne() {
        Channel disabled = channel();
        disabled.setEnabled(false);
        assertFalse(disabled.isEnabled());
        assertNotEquals(channel(), disabled);
    }

    @Test
    void equalityDoesNotLookAtTheConfiguration() {
        Channel other = new Channel("power", ChannelType.READ, DataType.LONG, Map.of());
        assertEquals(channel(), other);
        assertEquals(channel().hashCode(), other.hashCode());
    }

    private static Channel channel() {
        return new Channel("power", ChannelType.READ, DataType.LONG, CONFIG);
    }

    private static void assertRefused(Executable call) {
        assertThrows(NullPointerException.class, call);
    }
}
