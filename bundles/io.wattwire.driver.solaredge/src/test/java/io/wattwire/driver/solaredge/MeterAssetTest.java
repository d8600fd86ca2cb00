package io.wattwire.driver.solaredge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.session.StateStore;
import io.wattwire.driver.solaredge.meter.Quantities;
import io.wattwire.driver.solaredge.meter.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValues;
import org.junit.jupiter.api.Test;

class MeterAssetTest {

    private final Map<String, Object> asset = new MeterAsset("fake").channels();

    private List<String> channels(String type) {
        return asset.entrySet().stream()
                .filter(it -> it.getKey().endsWith("#+type") && it.getValue().equals(type))
                .map(it -> it.getKey().substring(0, it.getKey().indexOf('#')))
                .toList();
    }

    @Test
    void belongsToItsMeterUnderAKnownName() {
        assertEquals(Set.of("fake-meter"), new MeterAsset("fake").pids());
        assertEquals("fake", asset.get("driver.pid"));
    }

    @Test
    void offersTheCommonPointsOfAMeterToBeWritten() {
        List<String> written = channels("WRITE");
        assertTrue(
                written.containsAll(
                        List.of(
                                "grid_power",
                                "grid_power_l1",
                                "grid_power_l2",
                                "grid_power_l3",
                                "grid_voltage_l1",
                                "grid_current_l3",
                                "grid_frequency",
                                "grid_reactive_power",
                                "grid_power_factor",
                                "grid_energy_import",
                                "grid_energy_export")),
                () -> "" + written);
        for (String point : written) {
            Quantity shown = Quantities.find(point).orElseThrow();
            assertEquals(shown.unit(), asset.get(point + "#+unit"), point);
            assertEquals("DOUBLE", asset.get(point + "#+value.type"), point);
        }
    }

    /** A channel that the meter refuses would be an error in each envelope. */
    @Test
    void offersNothingThatTheMeterRefuses() {
        MeterConfiguration tcp = MeterConfiguration.of(Map.of("connection", "tcp", "port", 0));
        try (Emulation meter =
                Emulation.start(
                        "fake", tcp, StateStore.inMemory(), new MeterLines(), System::nanoTime)) {
            for (String point : channels("WRITE")) {
                ChannelRecord one =
                        ChannelRecord.createWriteRecord(point, TypedValues.newDoubleValue(1));
                meter.write(List.of(one));
                assertEquals(ChannelFlag.SUCCESS, one.getChannelStatus().getChannelFlag(), point);
            }
            for (String state : channels("READ")) {
                DataType type = DataType.getDataType((String) asset.get(state + "#+value.type"));
                ChannelRecord one = ChannelRecord.createReadRecord(state, type);
                meter.read(List.of(one));
                boolean told = one.getChannelStatus().getChannelFlag() == ChannelFlag.SUCCESS;
                assertEquals(!state.equals("last_poll_age_ms"), told, state);
            }
        }
    }
}
