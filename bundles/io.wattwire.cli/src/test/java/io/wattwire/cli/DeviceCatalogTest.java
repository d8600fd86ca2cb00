package io.wattwire.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.RegisterTable;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

/** Which model a device is taken for. */
class DeviceCatalogTest {

    /** Nothing of it has a meaning before, and the first model may be a wrong one. */
    @Test
    void aDeviceThatDoesNotTellItsModelNeedsOne() throws Exception {
        DeviceFamily mute = mute();
        WrongUse wrong =
                assertThrows(WrongUse.class, new DeviceCatalog.Match(mute, "")::requireModel);
        assertEquals(
                "Mute meters do not tell their model; instead of mute write one of one, other",
                wrong.getMessage());
        assertDoesNotThrow(new DeviceCatalog.Match(mute, "other")::requireModel);
    }

    private static DeviceFamily mute() throws Exception {
        RegisterTable table =
                RegisterTable.read(
                        "registers.csv",
                        new StringReader("name,kind,address,type,unit\nvolts,holding,0,U16,V\n"),
                        "points.csv",
                        new StringReader("name,value\ngrid_voltage_l1,volts\n"));
        return DeviceFamily.of("mute", table)
                .title("Mute meters")
                .model("one", "One")
                .model("other", "Other")
                .build();
    }
}
