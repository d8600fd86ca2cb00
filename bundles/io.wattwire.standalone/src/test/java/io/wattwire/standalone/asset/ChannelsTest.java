package io.wattwire.standalone.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.channel.Channel;
import org.eclipse.kura.channel.ChannelType;
import org.eclipse.kura.type.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelsTest {
    static Map<String, Object> channel(String name, String type) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(name + "#+type", type);
        properties.put(name + "#+value.type", "DOUBLE");
        return properties;
    }

    @Test
    void aDriverGetsAllSettingsOfAChannelAsText() {
        Map<String, Object> properties = channel("grid_power", "READ_WRITE");
        properties.put("grid_power#+enabled", true);
        properties.put("grid_power#unit.id", 3);
        properties.put("grid_power#odd#key", "x");
        properties.put("driver.pid", "meter-driver");

        Channel channel = Channels.parse("meter", properties).get("grid_power");

        assertEquals(ChannelType.READ_WRITE, channel.getType());
        assertEquals(DataType.DOUBLE, channel.getValueType());
        assertTrue(channel.isEnabled());
        assertEquals(
                Map.of(
                        "+type", "READ_WRITE",
                        "+value.type", "DOUBLE",
                        "+enabled", "true",
                        "+name", "grid_power",
                        "unit.id", "3",
                        "odd#key", "x"),
                channel.getConfiguration());
    }

    @Test
    void aChannelIsEnabledUnlessItSaysOtherwise() {
        Map<String, Object> properties = channel("a", "READ");
        properties.putAll(channel("b", "READ"));
        properties.put("b#+enabled", "false");

        Map<String, Channel> channels = Channels.parse("meter", properties);

        assertTrue(channels.get("a").isEnabled());
        assertFalse(channels.get("b").isEnabled());
    }

    @ParameterizedTest
    @CsvSource({"a#+type", "a#+value.type"})
    void aChannelWithoutAMandatorySettingDoesNotExist(String missing) {
        Map<String, Object> properties = channel("a", "READ");
        properties.remove(missing);

        assertEquals(Set.of(), Channels.parse("meter", properties).keySet());
    }

    @ParameterizedTest
    @CsvSource({"a b", "a/b", "a+b", "'a,b'"})
    void aNameWithAProhibitedCharacterDoesNotExist(String name) {
        assertEquals(Set.of(), Channels.parse("meter", channel(name, "READ")).keySet());
    }

    @ParameterizedTest
    @CsvSource({"a#+type, read", "a#+value.type, Double", "a#+scale, x"})
    void aSettingThatNobodyUnderstandsTakesOnlyItsChannelAway(String name, String value) {
        Map<String, Object> properties = channel("a", "READ");
        properties.putAll(channel("b", "READ"));
        properties.put(name, value);

        assertTrue(Channels.parse("meter", properties).containsKey("b"));
    }
}
