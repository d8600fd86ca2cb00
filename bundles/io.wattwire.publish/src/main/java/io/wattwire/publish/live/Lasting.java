package io.wattwire.publish.live;

import io.wattwire.device.driver.Channels;
import io.wattwire.device.driver.DeviceView;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.Rate;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.publish.control.Plant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.eclipse.kura.asset.Asset;
import org.eclipse.kura.channel.Channel;

/**
 * Knows what a device is asked only once per connection, such as its rated power. Such a value does
 * not age as long as its asset delivers it: its driver takes it back when the device is gone.
 */
final class Lasting implements BiPredicate<String, String> {

    private final Supplier<Plant> plants;

    /**
     * @param plants gives the gateway's assets, or null while there are none
     */
    Lasting(Supplier<Plant> plants) {
        this.plants = plants;
    }

    @Override
    public boolean test(String asset, String channel) {
        Plant plant = plants.get();
        return plant != null
                && plant.asset(asset).map(it -> lasts(plant, it, channel)).orElse(false);
    }

    private static boolean lasts(Plant plant, Asset asset, String name) {
        Channel channel = asset.getAssetConfiguration().getAssetChannels().get(name);
        Optional<DeviceView> device = plant.device(asset.getAssetConfiguration().getDriverPid());
        return channel != null
                && device.map(it -> lasts(it.table(), Channels.name(channel.createReadRecord())))
                        .orElse(false);
    }

    private static boolean lasts(RegisterTable table, String name) {
        Set<String> registers =
                table.point(name)
                        .map(Point::value)
                        .map(expression -> expression.registers())
                        .orElse(Set.of(name));
        return !registers.isEmpty()
                && registers.stream()
                        .allMatch(
                                it ->
                                        table.register(it).map(Register::rate).orElse(null)
                                                == Rate.STATIC);
    }
}
