package org.eclipse.kura.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.kura.channel.Channel;
import org.eclipse.kura.channel.ChannelType;
import org.eclipse.kura.type.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class AssetConfigurationTest {
    @Test
    void aConfigurationNeedsAllItsParts() {
        assertRefused(() -> new AssetConfiguration(null, "driver", Map.of()));
        assertRefused(() -> new AssetConfiguration("meter", null, Map.of()));
        assertRefused(() -> new AssetConfiguration("meter", "driver", null));
        assertRefused(
                () -> new AssetConfiguration("", "driver", Map.of()).setAssetDescription(null));
    }

    @Test
    void theDescriptionComesBeforeTheDriver() {
        AssetConfiguration asset = new AssetConfiguration("meter", "driver", Map.of());
        assertEquals("meter", asset.getAssetDescription());
        assertEquals("driver", asset.getDriverPid());
        asset.setAssetDescription("grid meter");
        assertEquals("grid meter", asset.getAssetDescription());
        assertTrue(asset.toString().contains("grid meter"), asset.toString());
    }

    @Test
    void theChannelsAreAViewThatCannotBeChanged() {
        Map<String, Channel> channels = new HashMap<>();
        AssetConfiguration asset = new AssetConfiguration("meter", "driver", channels);
        channels.put("power", new Channel("power", ChannelType.READ, DataType.LONG, Map.of()));
        assertEquals(channels, asset.getAssetChannels());
        assertThrows(UnsupportedOperationException.class, () -> asset.getAssetChannels().clear());
    }

    private static void assertRefused(Executable call) {
        assertThrows(NullPointerException.class, call);
    }
}
