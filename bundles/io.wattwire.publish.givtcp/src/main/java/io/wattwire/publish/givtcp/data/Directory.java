package io.wattwire.publish.givtcp.data;

import io.wattwire.device.driver.Channels;
import io.wattwire.device.driver.DeviceView;
import io.wattwire.device.model.Identity;
import io.wattwire.publish.control.Plant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.kura.asset.Asset;

/** Which asset is of which driver, and what its channels stand for; looked up now and then. */
final class Directory {

    private static final long LIFE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int MOST = 200;

    private final Plant plant;
    private final LongSupplier nanoClock;
    private final Map<String, Entry> entries = new HashMap<>();

    /**
     * An asset.
     *
     * @param driver pid of its driver; its own name when it is no asset of Kura
     * @param names registers or points by channel, where they differ from the channel's name
     * @param identity who answers
     * @param atNanos when it was looked up
     */
    record Entry(String driver, Map<String, String> names, Identity identity, long atNanos) {

        String name(String channel) {
            return names.getOrDefault(channel, channel);
        }
    }

    Directory(Plant plant, LongSupplier nanoClock) {
        this.plant = plant;
        this.nanoClock = nanoClock;
    }

    Entry find(String asset) {
        long now = nanoClock.getAsLong();
        Entry known = entries.get(asset);
        if (known != null && now - known.atNanos() < LIFE_NANOS) {
            return known;
        }
        if (entries.size() >= MOST) {
            entries.clear();
        }
        Entry entry = lookUp(asset, now);
        entries.put(asset, entry);
        return entry;
    }

    private Entry lookUp(String pid, long now) {
        Optional<Asset> asset = plant.asset(pid);
        if (asset.isEmpty()) {
            return new Entry(pid, Map.of(), Identity.unknown(), now);
        }
        Map<String, String> names = new HashMap<>();
        asset.get()
                .getAssetConfiguration()
                .getAssetChannels()
                .forEach(
                        (name, channel) -> {
                            String meant = Channels.name(channel.createReadRecord());
                            if (!meant.equals(name)) {
                                names.put(name, meant);
                            }
                        });
        String driver = asset.get().getAssetConfiguration().getDriverPid();
        Identity identity =
                plant.device(driver).map(DeviceView::identity).orElse(Identity.unknown());
        return new Entry(driver, names, identity, now);
    }
}
