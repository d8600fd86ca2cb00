package io.wattwire.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.driver.AssetChannels;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.MeterRole;
import io.wattwire.device.model.Model;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever a person wires together of the assets that come with the drivers, no device is written
 * to: an asset writes what fits by name and type, and reads and emits before that.
 */
class EveryPairOfAssetsTest {

    private static final String CONTROL = "-control";

    private static final List<WiredAsset> ASSETS = new ArrayList<>();
    private static final Set<Map<String, Object>> KNOWN = new HashSet<>();

    @BeforeAll
    static void makeThoseOfAllModels() {
        for (DeviceFamily family : AllDrivers.families()) {
            for (Model model : family.models()) {
                RegisterTable table = family.table().forModel(model.name());
                if (family.meter()) {
                    for (MeterRole role : MeterRole.values()) {
                        make(family, model, table.forMeter(role, false, 0), "-" + role.text());
                    }
                } else {
                    make(family, model, table, "");
                }
            }
        }
    }

    private static void make(
            DeviceFamily family, Model model, RegisterTable table, String mounting) {
        String pid = family.name() + "-" + model.name() + mounting;
        Set<String> given = new HashSet<>();
        if (family.battery()) {
            given.add("battery_capacity");
            given.add("battery_max_charge_power");
            given.add("battery_max_discharge_power");
        }
        add(pid + "-read", AssetChannels.reading(family.name(), table, given));
        for (Service service : family.services()) {
            add(pid + "-" + service.name(), AssetChannels.part(family.name(), service, table));
        }
        if (table.points().stream().anyMatch(Point::writable)) {
            add(pid + CONTROL, AssetChannels.control(family.name(), table));
        }
    }

    /** Models that offer the same channels are one for this. */
    private static void add(String name, Map<String, Object> channels) {
        Map<String, Object> what = new HashMap<>(channels);
        what.remove("asset.desc");
        if (KNOWN.add(what)) {
            ASSETS.add(new WiredAsset(name, channels));
        }
    }

    @AfterAll
    static void close() {
        ASSETS.forEach(WiredAsset::close);
    }

    @Test
    void noPairOfThemWrites() {
        int pairs = 0;
        for (WiredAsset from : ASSETS) {
            List<WireRecord> records = from.tick();
            assertEquals(from.toString().endsWith(CONTROL), records.isEmpty(), from.toString());
            for (WiredAsset to : ASSETS) {
                records.forEach(to::receive);
                assertEquals(List.of(), to.written(), from + " writes to " + to);
                pairs++;
            }
        }
        assertTrue(pairs > 2_500, "only " + pairs + " pairs");
    }

    /** The test above would see a write. */
    @Test
    void eachControlAssetWritesWhatIsMeantForIt() {
        List<WiredAsset> controls =
                ASSETS.stream().filter(it -> it.toString().endsWith(CONTROL)).toList();
        assertTrue(controls.size() >= 5, controls.toString());
        for (WiredAsset control : controls) {
            Map<String, TypedValue<?>> all = new HashMap<>();
            for (String point :
                    List.of(
                            "inverter_power_limit",
                            "grid_export_limit",
                            "battery_power_setpoint",
                            "battery_force_charge")) {
                all.put(point, TypedValues.newDoubleValue(100));
            }
            control.receive(new WireRecord(all));
            assertTrue(!control.written().isEmpty(), control.toString());
            control.written().clear();
        }
    }
}
