package io.wattwire.driver.solaredge;

import io.wattwire.device.driver.AssetMaker;
import io.wattwire.device.driver.AssetProperties;
import io.wattwire.device.model.CommonPoints;
import io.wattwire.device.model.ValueKind;
import io.wattwire.driver.solaredge.meter.Quantities;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.channel.ChannelType;

/**
 * The asset that comes with an emulated meter, {@code <pid>-meter}: all common points that a meter
 * shows, to be written, so that any meter's asset can be wired to it, and the meter's own state.
 */
final class MeterAsset implements AssetMaker.Wanted {

    private final String pid;

    MeterAsset(String pid) {
        this.pid = pid;
    }

    private String assetPid() {
        return pid + "-meter";
    }

    @Override
    public Set<String> pids() {
        return Set.of(assetPid());
    }

    @Override
    public boolean make(AssetMaker.Kura kura) throws KuraException, IOException {
        kura.make(assetPid(), channels());
        return true;
    }

    Map<String, Object> channels() {
        AssetProperties asset = new AssetProperties(pid, "What the meter " + pid + " shows");
        CommonPoints.all().stream()
                .filter(point -> Quantities.find(point.name()).isPresent())
                .forEach(
                        point ->
                                asset.channel(
                                        point.name(),
                                        point.kind(),
                                        point.unit(),
                                        ChannelType.WRITE));
        asset.channel("meter_state", ValueKind.STRING, "", ChannelType.READ)
                .channel("last_poller", ValueKind.STRING, "", ChannelType.READ)
                .channel("last_poll_age_ms", ValueKind.DOUBLE, "ms", ChannelType.READ)
                .channel("polls_per_minute", ValueKind.DOUBLE, "", ChannelType.READ)
                .channel("value_age_ms", ValueKind.DOUBLE, "ms", ChannelType.READ);
        return asset.map();
    }
}
