package io.wattwire.standalone.cloud;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.standalone.monitor.Faults;
import io.wattwire.standalone.util.Properties;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static MqttSettings mqtt(Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(Map.of("broker-url", "mqtt://host:1883/"));
        all.putAll(properties);
        return MqttSettings.of(new Properties(all), "secret".toCharArray(), "AA:BB");
    }

    @ParameterizedTest
    @CsvSource({
        "mqtt://host:1883, tcp://host:1883",
        "mqtt://host:1883/, tcp://host:1883",
        "mqtts://host:8883/, ssl://host:8883",
        "tcp://[::1]:1883, tcp://[::1]:1883"
    })
    void addressesAreThoseOfKura(String configured, String url) {
        assertEquals(url, mqtt(Map.of("broker-url", configured)).url());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host", "mqtt://host", "http://host:80", "mqtt://host:1883/path"})
    void anotherAddressIsRefusedWithAnExample(String configured) {
        IllegalArgumentException e =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> mqtt(Map.of("broker-url", configured)));

        assertTrue(e.getMessage().contains("mqtt://host:1883"), e.getMessage());
    }

    @Test
    void theClientIdHasNothingThatATopicCannotHave() {
        assertEquals("gw-1-a-b-", mqtt(Map.of("client-id", "gw.1/a+b#")).clientId());
        assertEquals("AA:BB", mqtt(Map.of()).clientId(), "the hardware address by default");
    }

    @Test
    void theLastWillNamesAccountAndClient() {
        MqttSettings settings =
                mqtt(Map.of("topic.context.account-name", "acc", "client-id", "gw"));

        assertEquals("$EDC/acc/gw/MQTT/LWT", settings.options().getWillDestination());
        assertEquals(0, settings.options().getWillMessage().getQos());
    }

    @Test
    void aPasswordIsOnlySentWithAUser() {
        assertNull(mqtt(Map.of()).options().getPassword());
        assertArrayEquals(
                "secret".toCharArray(), mqtt(Map.of("username", "u")).options().getPassword());
    }

    @Test
    void noTimeoutIsStillBounded() {
        assertEquals(1, mqtt(Map.of("timeout", 0)).timeoutSeconds());
    }

    @Test
    void wrongDataSettingsAreAFaultAndTheDefaultsHold() {
        Faults faults = new Faults();

        DataSettings settings =
                DataSettings.of(
                        new Properties(
                                Map.of(
                                        "kura.service.pid", "data",
                                        "rate.limit.time.unit", "weeks",
                                        "connect.auto-on-startup", true)),
                        faults);

        assertEquals("data", settings.pid());
        assertEquals(10_000, settings.capacity());
        assertTrue(faults.list().get(0).toString().contains("rate.limit.time.unit"));
    }

    @ParameterizedTest
    @CsvSource({
        "A1/$assetName, A1/meter",
        "$assetName/$grid_power, meter/-5.0",
        "A1/$nothing, A1/$nothing",
        "plain, plain",
        "$bad, a-b-c$1"
    })
    void placeholdersOfATopicAreFilled(String topic, String filled) {
        assertEquals(
                filled,
                ApplicationPublisher.fill(
                        topic, Map.of("assetName", "meter", "grid_power", -5.0, "bad", "a+b#c$1")));
    }
}
