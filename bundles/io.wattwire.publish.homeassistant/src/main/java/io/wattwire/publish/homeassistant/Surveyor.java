package io.wattwire.publish.homeassistant;

import io.wattwire.device.driver.DeviceView;
import io.wattwire.device.model.ValueKind;
import io.wattwire.publish.control.ControlPoint;
import io.wattwire.publish.control.ControlRefused;
import io.wattwire.publish.control.ControlRules;
import io.wattwire.publish.control.Plant;
import io.wattwire.publish.control.Writable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.kura.asset.Asset;
import org.eclipse.kura.channel.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the gateway's assets. Not thread-safe. */
final class Surveyor {

    private static final Logger LOG = LoggerFactory.getLogger(Surveyor.class);

    private final String owner;
    private final Plant plant;
    private final ControlRules rules;
    private final Set<String> told = new HashSet<>();

    Surveyor(String owner, Plant plant, ControlRules rules) {
        this.owner = owner;
        this.plant = plant;
        this.rules = rules;
    }

    boolean has(String pid) {
        return plant.has(pid);
    }

    /** Describes an asset with those of its channels that have had values. */
    AssetView view(String pid, Map<String, ValueKind> seen) {
        Optional<Asset> asset = plant.asset(pid);
        if (asset.isEmpty()) {
            return AssetView.of(pid, seen);
        }
        Map<String, Channel> channels = asset.get().getAssetConfiguration().getAssetChannels();
        Optional<DeviceView> device =
                plant.device(asset.get().getAssetConfiguration().getDriverPid());
        List<Channel> published =
                seen.keySet().stream()
                        .map(channels::get)
                        .filter(it -> it != null && it.isEnabled())
                        .toList();
        return AssetView.of(pid, published, device, controls(pid));
    }

    private List<Writable> controls(String pid) {
        List<Writable> controls = new ArrayList<>();
        for (ControlPoint point : rules.points()) {
            if (point.asset().equals(pid)) {
                find(point).ifPresent(controls::add);
            }
        }
        return controls;
    }

    private Optional<Writable> find(ControlPoint point) {
        try {
            return Optional.of(Writable.find(plant, point, rules.bounds(point).orElseThrow()));
        } catch (ControlRefused refused) {
            if (told.add(refused.getMessage())) {
                LOG.warn("{}: no control: {}", owner, refused.getMessage());
            }
            return Optional.empty();
        }
    }
}
