package io.wattwire.device.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.session.StateStore;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.kura.configuration.ConfigurationService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadyAssetsTest {

    private final DeviceFamily family =
            DeviceFamily.of("bench", Benches.inverterTable()).model("a", "A").build();
    private final StateStore state = StateStore.inMemory();
    private final Map<String, Map<String, Object>> created = new LinkedHashMap<>();
    private Optional<ConfigurationService> kura = Optional.of(service());
    private Running running;

    /** Only what the class under test calls does something. */
    @SuppressWarnings("unchecked")
    private ConfigurationService service() {
        return (ConfigurationService)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {ConfigurationService.class},
                        (proxy, method, args) -> {
                            switch (method.getName()) {
                                case "getConfigurableComponentPids":
                                    return Set.copyOf(created.keySet());
                                case "createFactoryConfiguration":
                                    assertEquals("org.eclipse.kura.wire.WireAsset", args[0]);
                                    assertEquals(true, args[3], "kept over a restart of Kura");
                                    created.put((String) args[1], (Map<String, Object>) args[2]);
                                    return null;
                                default:
                                    throw new AssertionError(method);
                            }
                        });
    }

    private ReadyAssets assets(boolean writing) throws Configuration.Wrong {
        Map<String, Object> properties = new HashMap<>();
        properties.put("host", "192.0.2.1");
        properties.put("model", "a");
        properties.put("write.enabled", writing);
        running = Running.start(family, Configuration.of(family, properties), "inv", state);
        return new ReadyAssets("inv", running, state, () -> kura);
    }

    @AfterEach
    void stop() {
        if (running != null) {
            running.session().close();
        }
    }

    @Test
    void withoutWritingOnlyTheReadingAssetIsMade() throws Configuration.Wrong {
        assertTrue(assets(false).attempt());
        assertEquals(Set.of("inv-read"), created.keySet());
        Map<String, Object> asset = created.get("inv-read");
        assertEquals("inv", asset.get("driver.pid"));
        assertEquals("READ", asset.get("inverter_power#+type"));
        assertEquals("DOUBLE", asset.get("inverter_power#+value.type"));
        assertEquals("W", asset.get("inverter_power#+unit"));
        assertEquals(true, asset.get("inverter_power#+enabled"));
        assertEquals("STRING", asset.get("device_state#+value.type"));
        assertEquals("STRING", asset.get("link_state#+value.type"));
        assertEquals("LONG", asset.get("link_age_ms#+value.type"));
        assertFalse(asset.containsKey("power#+type"), "no vendor registers beside points");
    }

    @Test
    void theControlAssetHasTheWritablePointsAndNothingElse() throws Configuration.Wrong {
        assertTrue(assets(true).attempt());
        Map<String, Object> asset = created.get("inv-control");
        assertEquals("WRITE", asset.get("grid_export_limit#+type"));
        assertEquals(1, asset.keySet().stream().filter(key -> key.endsWith("#+type")).count());
    }

    @Test
    void aDeletedAssetDoesNotComeBack() throws Configuration.Wrong {
        assertTrue(assets(false).attempt());
        created.clear();
        assertTrue(assets(false).attempt());
        assertEquals(Set.of(), created.keySet());
    }

    @Test
    void theControlAssetFollowsWhenWritingIsAllowedLater() throws Configuration.Wrong {
        assertTrue(assets(false).attempt());
        assertTrue(assets(true).attempt());
        assertEquals(Set.of("inv-read", "inv-control"), created.keySet());
    }

    @Test
    void anAssetOfThatNameIsLeftAsItIs() throws Configuration.Wrong {
        created.put("inv-read", Map.of("mine", true));
        assertTrue(assets(false).attempt());
        assertEquals(Map.of("mine", true), created.get("inv-read"));
    }

    @Test
    void withoutKuraItWaits() throws Configuration.Wrong {
        kura = Optional.empty();
        assertFalse(assets(false).attempt());
        kura = Optional.of(service());
        assertTrue(assets(false).attempt());
        assertEquals(Set.of("inv-read"), created.keySet());
    }
}
