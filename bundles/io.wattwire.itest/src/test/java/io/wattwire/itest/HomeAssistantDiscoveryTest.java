package io.wattwire.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.wattwire.device.driver.DeviceView;
import io.wattwire.device.model.CommonPoint;
import io.wattwire.device.model.CommonPoints;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Model;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.ValueKind;
import io.wattwire.publish.control.ControlPoint;
import io.wattwire.publish.control.ControlRefused;
import io.wattwire.publish.control.ControlRules;
import io.wattwire.publish.control.Writable;
import io.wattwire.publish.homeassistant.AssetView;
import io.wattwire.publish.homeassistant.Discovery;
import io.wattwire.publish.homeassistant.Topics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.eclipse.kura.channel.Channel;
import org.eclipse.kura.channel.ChannelType;
import org.eclipse.kura.type.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a driver has, Home Assistant can load its description. */
class HomeAssistantDiscoveryTest {

    private static final Discovery DISCOVERY =
            new Discovery(new Topics("wattwire", "homeassistant"), 300);

    static Stream<DeviceFamily> families() {
        return AllDrivers.families().stream();
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyModelsDescriptionHoldsTheRules(DeviceFamily family) {
        for (Model model : family.models()) {
            JsonObject payload = DISCOVERY.payload("wattwire_x", everything(family, model.name()));
            assertEquals(
                    List.of(),
                    HomeAssistantRules.problems(payload),
                    family.name() + " " + model.name());
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void whatIsNotTheOwnersIsNeverOffered(DeviceFamily family) {
        for (Model model : family.models()) {
            DeviceView device = device(family, model.name());
            for (Register register : device.table().registers()) {
                boolean offered = writable(register.name(), kind(register), device).isPresent();
                boolean owners =
                        register.access().writable() && register.role().name().equals("OWNER");
                if (device.table().point(register.name()).isEmpty()) {
                    assertEquals(owners, offered, family.name() + " " + register.name());
                }
            }
        }
    }

    /** A description must be able to fail, or the test above shows nothing. */
    @Test
    void theRulesFindWhatIsWrong() {
        JsonObject wrong =
                JsonParser.parseString(
                                """
                                {"device": {"identifiers": []}, "origin": {},
                                 "availability_topic": "a/#",
                                 "components": {
                                  "a": {"platform": "sensor", "unique_id": "1", "name": "A",
                                   "state_topic": "t", "device_class": "power",
                                   "unit_of_measurement": "kWh", "state_class": "total"},
                                  "b": {"platform": "number", "unique_id": "1", "name": "B",
                                   "state_topic": "t", "min": 1, "max": 1, "step": 0.0001}}}
                                """)
                        .getAsJsonObject();
        List<String> problems = HomeAssistantRules.problems(wrong);
        assertEquals(9, problems.size(), problems.toString());
    }

    @Test
    void aMetersPowerAndEnergyAreWhatTheEnergyDashboardWants() {
        DeviceFamily family =
                families().filter(it -> it.name().equals("sdm")).findFirst().orElseThrow();
        JsonObject components =
                DISCOVERY
                        .payload("wattwire_x", everything(family, family.models().get(0).name()))
                        .getAsJsonObject("components");
        assertEquals(
                JsonParser.parseString(
                        """
                        {"platform": "sensor", "name": "Grid energy import",
                         "device_class": "energy", "unit_of_measurement": "kWh",
                         "state_class": "total_increasing",
                         "unique_id": "wattwire_x_grid_energy_import",
                         "state_topic": "wattwire/asset/grid_energy_import",
                         "expire_after": 300}
                        """),
                components.get("grid_energy_import"));
        assertEquals(
                "measurement",
                components.getAsJsonObject("grid_power").get("state_class").getAsString());
    }

    /** All points and registers of a model, and all that its owner may command. */
    private static AssetView everything(DeviceFamily family, String model) {
        DeviceView device = device(family, model);
        Map<String, Channel> channels = new LinkedHashMap<>();
        List<Writable> controls = new ArrayList<>();
        for (Point point : device.table().points()) {
            ValueKind kind =
                    CommonPoints.find(point.name()).map(CommonPoint::kind).orElse(ValueKind.DOUBLE);
            channels.put(point.name(), channel(point.name(), kind, point.unit()));
            writable(point.name(), kind, device).ifPresent(controls::add);
        }
        for (Register register : device.table().registers()) {
            String name = register.name();
            if (channels.putIfAbsent(name, channel(name, kind(register), register.unit()))
                    == null) {
                writable(name, kind(register), device).ifPresent(controls::add);
            }
        }
        assertTrue(channels.size() > 3, family.name() + " " + model);
        assertFalse(device.title().isEmpty());
        return AssetView.of("asset", channels.values(), Optional.of(device), controls);
    }

    private static DeviceView device(DeviceFamily family, String model) {
        RegisterTable table = family.table().forModel(model);
        Identity identity = new Identity(model, "S1", "1.0", OptionalDouble.empty(), true);
        return new DeviceView(family.title(), identity, table, family.operations(model));
    }

    private static Optional<Writable> writable(String name, ValueKind kind, DeviceView device) {
        try {
            return Optional.of(
                    Writable.of(
                            new ControlPoint("asset", name),
                            channel(name, kind, ""),
                            device,
                            ControlRules.Bounds.NONE));
        } catch (ControlRefused notTheOwners) {
            return Optional.empty();
        }
    }

    private static ValueKind kind(Register register) {
        return register.valueKind();
    }

    private static Channel channel(String name, ValueKind kind, String unit) {
        Channel channel =
                new Channel(name, ChannelType.READ_WRITE, DataType.valueOf(kind.name()), Map.of());
        channel.setUnit(unit);
        return channel;
    }
}
