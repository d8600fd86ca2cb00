package io.wattwire.device.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Service;
import io.wattwire.device.model.TableException;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.ModbusServer;
import io.wattwire.device.session.StateStore;
import java.io.IOException;
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
    private String model = "a";
    private final MemoryBank device = new MemoryBank();
    private final MemoryBank gridMeter = new MemoryBank();
    private final MemoryBank heater = new MemoryBank();
    private ModbusServer server;
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
        properties.put("host", server == null ? "192.0.2.1" : "127.0.0.1");
        properties.put("port", server == null ? 502 : server.port());
        properties.put("model", model);
        properties.put("write.enabled", writing);
        properties.put("units", units);
        stop();
        running = Running.start(family, Configuration.of(family, properties), "inv", state);
        return new AssetMaker("inv", new ReadyAssets("inv", running), state, () -> kura);
    }

    @AfterEach
    void stop() {
        if (running != null) {
            running.session().close();
        }
    }

    @AfterEach
    void unplug() {
        if (server != null) {
            server.close();
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
    void whatTheDeviceSaysOfASetPointHasAnotherNameThanTheSetPoint() throws Configuration.Wrong {
        assertTrue(assets(true).attempt());
        Map<String, Object> asset = created.get("inv-read");
        assertFalse(asset.containsKey("grid_export_limit#+type"));
        assertEquals("READ", asset.get("grid_export_limit_readback#+type"));
        assertEquals("grid_export_limit", asset.get("grid_export_limit_readback#register"));
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

    /** A device with a grid meter and a heater that answer, and a pack that it refuses. */
    private void parts() throws TableException, IOException {
        RegisterTable table =
                RegisterTable.read(
                        "registers.csv",
                        new StringReader(PARTS),
                        "points.csv",
                        new StringReader("name,value\ngrid_power,grid_watts\n"));
        family =
                DeviceFamily.of("parts", table)
                        .model("a", "A")
                        .model("b", "B")
                        .service(Service.unit("grid", "Grid meter", 30))
                        .service(Service.unset("heater", "Heater"))
                        .service(Service.sameUnit("pack", "Battery pack"))
                        .build();
        device.set(RegisterKind.HOLDING, 0, 7);
        gridMeter.set(RegisterKind.HOLDING, 0, 500);
        heater.set(RegisterKind.HOLDING, 0, 300);
        server =
                ModbusServer.builder()
                        .tcp(0)
                        .unit(1, device)
                        .unit(30, gridMeter)
                        .unit(31, heater)
                        .start();
    }

    private static Set<String> channels(Map<String, Object> asset) {
        return asset.keySet().stream()
                .filter(key -> key.endsWith("#+type"))
                .map(key -> key.replace("#+type", ""))
                .filter(name -> !name.startsWith("link_"))
                .collect(Collectors.toSet());
    }

    @Test
    void eachPartThatAnswersHasAnAssetOfItsOwn() throws Exception {
        parts();
        assertTrue(assets(false).attempt());
        assertEquals(Set.of("inv-read", "inv-grid"), created.keySet());
        assertEquals(Set.of("grid_power"), channels(created.get("inv-read")));
        assertEquals(Set.of("grid_watts"), channels(created.get("inv-grid")));
        assertEquals("Grid meter of inv", created.get("inv-grid").get("asset.desc"));
    }

    @Test
    void anOlderInstallationKeepsItsAssetAndGetsThoseOfTheParts() throws Exception {
        state.save("assets", "inv-read");
        parts();
        assertTrue(assets(false).attempt());
        assertEquals(Set.of("inv-grid"), created.keySet());
        units = "heater=31 grid=-";
        assertTrue(assets(false).attempt());
        assertEquals(Set.of("inv-grid", "inv-heater"), created.keySet());
    }

    /** The others do not wait for it. */
    @Test
    void aPartThatTheDeviceRefusesHasNoneUntilItAnswersOnAnotherConnection() throws Exception {
        parts();
        model = "b";
        assertFalse(assets(false).attempt());
        assertEquals(Set.of("inv-read", "inv-grid"), created.keySet());
        device.set(RegisterKind.HOLDING, 5, 52);
        assertTrue(assets(false).attempt());
        assertEquals(Set.of("inv-read", "inv-grid", "inv-pack"), created.keySet());
    }

    @Test
    void aPartThatShowsNothingHasNoneUntilItDoes() throws Exception {
        parts();
        gridMeter.set(RegisterKind.HOLDING, 0, 0);
        AssetMaker assets = assets(true);
        assertFalse(assets.attempt());
        assertEquals(Set.of("inv-read"), created.keySet());
        gridMeter.set(RegisterKind.HOLDING, 0, 20);
        assertTrue(assets.attempt());
        assertEquals(Set.of("inv-read", "inv-grid"), created.keySet());
    }

    @Test
    void absentPartsAreAskedEverLessOften() throws Exception {
        parts();
        gridMeter.set(RegisterKind.HOLDING, 0, 0);
        AssetMaker assets = assets(false);
        long before = 0;
        for (int time = 0; time < 10; time++) {
            assertFalse(assets.attempt());
            assertTrue(assets.pause() > before || assets.pause() == 3600, "" + assets.pause());
            before = assets.pause();
        }
        assertEquals(3600, before);
    }

    @Test
    void whileTheDeviceIsSilentOnlyWhatNeedsNoAnswerIsMade() throws Exception {
        parts();
        server.close();
        AssetMaker assets = assets(false);
        assertFalse(assets.attempt());
        assertEquals(Set.of("inv-read"), created.keySet());
        assertEquals(30, assets.pause());
    }
}
