package io.wattwire.device.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Service;
import io.wattwire.device.model.TableException;
import io.wattwire.device.session.StateStore;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.kura.configuration.ConfigurationService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadyAssetsTest {

    private static final String PARTS =
            """
            name,service,kind,address,type,unit,rate,access,models
            state,,holding,0,U16,,fast,R,
            grid_watts,grid,holding,0,S16,W,fast,R,
            grid_reset,grid,holding,9,U16,,slow,W,
            heat,heater,holding,0,U16,W,slow,R,
            pack_volts,pack,holding,5,U16,V,slow,R,b
            """;

    private DeviceFamily family =
            DeviceFamily.of("bench", Benches.inverterTable()).model("a", "A").build();
    private String units = "";
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

    private AssetMaker assets(boolean writing) throws Configuration.Wrong {
        Map<String, Object> properties = new HashMap<>();
        properties.put("host", "192.0.2.1");
        properties.put("model", "a");
        properties.put("write.enabled", writing);
        properties.put("units", units);
        running = Running.start(family, Configuration.of(family, properties), "inv", state);
        return new AssetMaker("inv", new ReadyAssets("inv", running), state, () -> kura);
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

    private static DeviceFamily parts() throws TableException {
        RegisterTable table =
                RegisterTable.read(
                        "registers.csv",
                        new StringReader(PARTS),
                        "points.csv",
                        new StringReader("name,value\ngrid_power,grid_watts\n"));
        return DeviceFamily.of("parts", table)
                .model("a", "A")
                .model("b", "B")
                .service(Service.unit("grid", "Grid meter", 30))
                .service(Service.unset("heater", "Heater"))
                .service(Service.sameUnit("pack", "Battery pack"))
                .build();
    }

    private static Set<String> channels(Map<String, Object> asset) {
        return asset.keySet().stream()
                .filter(key -> key.endsWith("#+type"))
                .map(key -> key.replace("#+type", ""))
                .filter(name -> !name.startsWith("link_"))
                .collect(Collectors.toSet());
    }

    @Test
    void eachPartThatIsThereHasAnAssetOfItsOwn() throws Exception {
        family = parts();
        assertTrue(assets(false).attempt());
        assertEquals(Set.of("inv-read", "inv-grid"), created.keySet());
        assertEquals(Set.of("grid_power"), channels(created.get("inv-read")));
        assertEquals(Set.of("grid_watts"), channels(created.get("inv-grid")));
        assertEquals("Grid meter of inv", created.get("inv-grid").get("asset.desc"));
    }

    @Test
    void anOlderInstallationKeepsItsAssetAndGetsThoseOfTheParts() throws Exception {
        state.save("assets", "inv-read");
        family = parts();
        assertTrue(assets(false).attempt());
        assertEquals(Set.of("inv-grid"), created.keySet());
        units = "heater=31 grid=-";
        assertTrue(assets(false).attempt());
        assertEquals(Set.of("inv-grid", "inv-heater"), created.keySet());
    }
}
