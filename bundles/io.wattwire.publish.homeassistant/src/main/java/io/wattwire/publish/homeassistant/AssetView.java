package io.wattwire.publish.homeassistant;

import io.wattwire.device.driver.DeviceView;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.ValueKind;
import io.wattwire.publish.control.Writable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.kura.channel.Channel;

/**
 * An asset, or whatever else brings values, as it is described to Home Assistant.
 *
 * @param asset its {@code kura.service.pid}
 * @param title the kind of device, empty when unknown
 * @param identity who answers behind it, as far as it is known
 * @param channels what is published of it
 * @param controls what may be commanded
 */
public record AssetView(
        String asset,
        String title,
        Identity identity,
        List<ChannelView> channels,
        List<Writable> controls) {

    /** Copies the lists. {@inheritDoc} */
    public AssetView {
        channels = List.copyOf(channels);
        controls = List.copyOf(controls);
    }

    /**
     * Describes an asset of Kura.
     *
     * @param asset its pid
     * @param channels those whose values are published
     * @param device what its driver knows; empty when it does not tell
     * @param controls what may be commanded
     * @return the description
     */
    public static AssetView of(
            String asset,
            Collection<Channel> channels,
            Optional<DeviceView> device,
            List<Writable> controls) {
        return new AssetView(
                asset,
                device.map(DeviceView::title).orElse(""),
                device.map(DeviceView::identity).orElse(Identity.unknown()),
                channels.stream().map(channel -> ChannelView.of(channel, device)).toList(),
                controls);
    }

    /**
     * Describes what is no asset, by what came from it.
     *
     * @param emitter its name
     * @param kinds types of its values by name
     * @return the description
     */
    public static AssetView of(String emitter, Map<String, ValueKind> kinds) {
        List<ChannelView> channels = new ArrayList<>();
        kinds.forEach((name, kind) -> channels.add(ChannelView.of(name, kind)));
        return new AssetView(emitter, "", Identity.unknown(), channels, List.of());
    }
}
