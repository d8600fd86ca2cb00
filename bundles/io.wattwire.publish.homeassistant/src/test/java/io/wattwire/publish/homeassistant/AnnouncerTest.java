package io.wattwire.publish.homeassistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.wattwire.device.session.StateStore;
import io.wattwire.device.source.SourceSettings;
import io.wattwire.publish.Sample;
import io.wattwire.publish.mqtt.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AnnouncerTest {

    private static final long MINUTE = 60_000_000_000L;

    private final House house = new House();
    private final StateStore state = StateStore.inMemory();
    private final List<Message> sent = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();

    private Announcer announcer(Map<String, Object> more) {
        SourceSettings given = new SourceSettings(more, null);
        HomeAssistantSettings settings = HomeAssistantSettings.of("p", "gw", given);
        assertEquals(List.of(), given.plain().problems());
        return new Announcer(
                "p",
                settings,
                new Surveyor("p", house, settings.rules()),
                new Memory("p", state),
                sent::addAll,
                nanos::get);
    }

    private static List<Sample> samples(String asset, Object... namesAndValues) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            samples.add(new Sample(asset, (String) namesAndValues[i], namesAndValues[i + 1], 1));
        }
        return samples;
    }

    private JsonObject last() {
        return JsonParser.parseString(sent.get(sent.size() - 1).payload()).getAsJsonObject();
    }

    private void wait(Announcer announcer, int minutes) throws IOException {
        for (int i = 0; i < 2 * minutes; i++) {
            nanos.addAndGet(MINUTE / 2 + 1);
            announcer.tick();
        }
    }

    @Test
    void anAssetIsOneDeviceByItsSerialAndSaysItOnce() throws Exception {
        Announcer announcer = announcer(Map.of());
        announcer.observe(samples("inverter", "power", 1.5, "mode", "eco", "running", true));
        announcer.observe(samples("inverter", "power", 2.5));
        wait(announcer, 3);
        assertEquals(1, sent.size(), "nothing changed");
        assertEquals("homeassistant/device/wattwire_SN_1/config", sent.get(0).topic());
        assertTrue(sent.get(0).retained());
        assertEquals(
                JsonParser.parseString(
                        """
                        {"device": {"identifiers": ["wattwire_SN_1"], "name": "inverter",
                          "model": "Device m1", "sw_version": "2.0", "serial_number": "SN 1"},
                         "origin": {"name": "Wattwire"},
                         "availability_topic": "wattwire/status",
                         "components": {
                          "mode": {"platform": "sensor", "name": "Mode", "device_class": "enum",
                           "options": ["eco", "export", "other"],
                           "value_template":
                            "{{ value if value in [\\"eco\\",\\"export\\"] else 'other' }}",
                           "unique_id": "wattwire_SN_1_mode",
                           "state_topic": "wattwire/inverter/mode", "expire_after": 300},
                          "power": {"platform": "sensor", "name": "Power",
                           "device_class": "power", "unit_of_measurement": "W",
                           "state_class": "measurement", "suggested_display_precision": 1,
                           "unique_id": "wattwire_SN_1_power",
                           "state_topic": "wattwire/inverter/power", "expire_after": 300},
                          "running": {"platform": "binary_sensor", "name": "Running",
                           "payload_on": "true", "payload_off": "false",
                           "unique_id": "wattwire_SN_1_running",
                           "state_topic": "wattwire/inverter/running", "expire_after": 300}}}
                        """),
                last());
    }

    @Test
    void controlsAreOfferedOnlyWhenTheOwnerSaysSoAndOnlyTheOwners() throws Exception {
        Map<String, Object> points =
                Map.of(
                        "control.points",
                        "inverter/charge_power; inverter/mode; inverter/grid_code");
        Announcer off = announcer(points);
        off.observe(samples("inverter", "power", 1.0));
        assertEquals(1, last().getAsJsonObject("components").size());
        Map<String, Object> enabled = new HashMap<>(points);
        enabled.put("control.enabled", true);
        Announcer on = announcer(enabled);
        on.observe(samples("inverter", "power", 1.0));
        JsonObject components = last().getAsJsonObject("components");
        assertEquals(3, components.size(), components.keySet().toString());
        assertEquals(
                JsonParser.parseString(
                        """
                        {"platform": "number", "min": 0.0, "max": 5000.0, "step": 10.0,
                         "mode": "box", "device_class": "power", "unit_of_measurement": "W",
                         "unique_id": "wattwire_SN_1_charge_power_set", "name": "Charge power",
                         "command_topic": "wattwire/inverter/charge_power/set",
                         "state_topic": "wattwire/inverter/charge_power", "retain": false}
                        """),
                components.get("charge_power_set"));
        assertEquals(
                "select", components.getAsJsonObject("mode_set").get("platform").getAsString());
    }

    @Test
    void aChannelThatIsGoneIsTakenBackByItsPlatformAlone() throws Exception {
        Announcer announcer = announcer(Map.of());
        announcer.observe(samples("inverter", "power", 1.0, "running", true));
        house.remove("running");
        wait(announcer, 1);
        assertEquals(3, sent.size());
        JsonObject farewell = JsonParser.parseString(sent.get(1).payload()).getAsJsonObject();
        assertEquals(
                JsonParser.parseString("{\"platform\": \"binary_sensor\"}"),
                farewell.getAsJsonObject("components").get("running"));
        assertFalse(last().getAsJsonObject("components").has("running"));
    }

    @Test
    void anAssetThatIsRemovedTakesItsDeviceWithItAlsoAfterARestart() throws Exception {
        Announcer before = announcer(Map.of());
        before.observe(samples("inverter", "power", 1.0));
        house.there = false;
        Announcer after = announcer(Map.of());
        after.tick();
        wait(after, 1);
        assertEquals(1, sent.size(), "a restart takes a while");
        wait(after, 3);
        assertEquals(2, sent.size());
        assertEquals(
                new Message("homeassistant/device/wattwire_SN_1/config", "", true), sent.get(1));
    }

    @Test
    void twoAssetsOfOneSerialAndOneWithoutHaveDifferentIds() throws Exception {
        Announcer announcer = announcer(Map.of());
        announcer.observe(samples("site", "grid_power", 1.0));
        assertEquals("homeassistant/device/wattwire_gw_site/config", sent.get(0).topic());
        JsonObject power = last().getAsJsonObject("components").getAsJsonObject("grid_power");
        assertEquals("W", power.get("unit_of_measurement").getAsString());
        announcer.observe(samples("inverter", "power", 1.0));
        house.serial = "SN 2";
        wait(announcer, 1);
        assertEquals(
                List.of(
                        "homeassistant/device/wattwire_SN_1/config",
                        "homeassistant/device/wattwire_SN_1/config",
                        "homeassistant/device/wattwire_SN_2/config"),
                sent.subList(1, sent.size()).stream().map(Message::topic).toList(),
                "an exchanged device is another one");
    }

    @Test
    void theOwnerRemovesAllOfIt() throws Exception {
        Announcer announcer = announcer(Map.of());
        announcer.observe(samples("inverter", "power", 1.0));
        announcer.retire();
        assertEquals("", sent.get(1).payload());
        announcer.observe(samples("inverter", "power", 1.0, "mode", "eco"));
        announcer.tick();
        assertEquals(2, sent.size(), "nothing comes back");
    }
}
