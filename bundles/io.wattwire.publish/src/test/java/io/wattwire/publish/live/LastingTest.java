package io.wattwire.publish.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.wattwire.device.driver.DeviceView;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.publish.control.Plant;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.kura.asset.Asset;
import org.eclipse.kura.asset.AssetConfiguration;
import org.eclipse.kura.channel.Channel;
import org.eclipse.kura.channel.ChannelType;
import org.eclipse.kura.type.DataType;
import org.junit.jupiter.api.Test;

/** What is read once per connection is known from the driver's tables. */
class LastingTest {

    private static final String REGISTERS =
            """
            name,kind,address,type,scale,unit,rate
            rated,holding,1,U16,,W,static
            pac,input,2,U16,,W,fast
            """;

    private static final String POINTS =
            """
            name,value,unit,write
            inverter_rated_power,rated,W,
            inverter_power,pac,W,
            """;

    private static final List<String> CHANNELS =
            List.of("rated", "pac", "inverter_rated_power", "inverter_power", "link_state");

    private static Plant plant() throws Exception {
        RegisterTable table =
                RegisterTable.read(
                        "r.csv", new StringReader(REGISTERS), "p.csv", new StringReader(POINTS));
        Map<String, Channel> channels = new HashMap<>();
        CHANNELS.forEach(
                it ->
                        channels.put(
                                it, new Channel(it, ChannelType.READ, DataType.DOUBLE, Map.of())));
        AssetConfiguration configuration = new AssetConfiguration("", "driver", channels);
        Asset asset =
                (Asset)
                        Proxy.newProxyInstance(
                                Asset.class.getClassLoader(),
                                new Class<?>[] {Asset.class},
                                (proxy, method, arguments) -> configuration);
        return new Plant() {
            @Override
            public Optional<Asset> asset(String pid) {
                return has(pid) ? Optional.of(asset) : Optional.empty();
            }

            @Override
            public Optional<DeviceView> device(String driverPid) {
                return Optional.of(new DeviceView("Device", Identity.unknown(), table, List.of()));
            }

            @Override
            public boolean has(String pid) {
                return pid.equals("inverter");
            }
        };
    }

    @Test
    void registersAndPointsThatAreReadOncePerConnectionLast() throws Exception {
        Plant plant = plant();
        Lasting lasting = new Lasting(() -> plant);
        TreeSet<String> found = new TreeSet<>(CHANNELS);
        found.removeIf(channel -> !lasting.test("inverter", channel));
        assertEquals(new TreeSet<>(List.of("rated", "inverter_rated_power")), found);
    }

    @Test
    void whatNoAssetHereStandsForDoesNotLast() throws Exception {
        Plant plant = plant();
        assertFalse(new Lasting(() -> plant).test("limit", "rated"));
        assertFalse(new Lasting(() -> plant).test("inverter", "none"));
        assertFalse(new Lasting(() -> null).test("inverter", "rated"));
    }
}
