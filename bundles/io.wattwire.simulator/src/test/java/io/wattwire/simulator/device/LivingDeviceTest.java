package io.wattwire.simulator.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Service;
import io.wattwire.device.server.ModbusFault;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a living device has from its tables alone; every driver's is tried in io.wattwire.itest. */
class LivingDeviceTest {

    private static final String REGISTERS =
            """
            name,service,kind,address,type,unit,access,min,max,role,storage,expiry
            pv,,input,0,U16,W,R,,,,,
            battery,,input,1,S16,W,R,,,,,
            grid,meter,input,1,S16,W,R,,,,,
            low,,holding,40,U16,,R,,,,,
            high,,holding,42,U16,,R,,,,,
            far,,holding,90,U16,,R,,,,,
            wanted,meter,holding,5,S16,W,RW,-5000,5000,owner,volatile,60
            """;

    private static final String POINTS =
            """
            name,value,write
            pv_power,pv,
            battery_power,-battery,
            grid_power,grid,
            battery_power_setpoint,wanted,wanted
            """;

    private double seconds;

    private static DeviceFamily family() throws Exception {
        RegisterTable table =
                RegisterTable.read("r", new StringReader(REGISTERS), "p", new StringReader(POINTS));
        return DeviceFamily.of("hybrid", table)
                .service(Service.unit("meter", "Meter", 2))
                .writesMultiple()
                .build();
    }

    private LivingDevice device(Map<String, Object> given) throws Exception {
        return new LivingDevice(family(), "hybrid", 3_000, 1_200, () -> seconds, given);
    }

    @Test
    void whatIsWrittenToAPartMovesThePowersWithLagUntilItExpires() throws Exception {
        LivingDevice device = device(Map.of());
        assertEquals(1_500.0, device.get("battery_power").orElseThrow());
        device.parts(List.of("meter")).write(RegisterKind.HOLDING, 5, new int[] {400});
        seconds = 1;
        double soon = (Double) device.get("battery_power").orElseThrow();
        assertTrue(soon > 600 && soon < 1_200, "on its way: " + soon);
        seconds = 20;
        assertEquals(400.0, device.get("battery_power").orElseThrow());
        assertEquals(-1_400.0, device.get("grid_power").orElseThrow());
        seconds = 61;
        device.get("battery_power");
        seconds = 80;
        assertEquals(1_500.0, device.get("battery_power").orElseThrow());
    }

    @Test
    void smallGapsReadZeroAndLargeOnesAreRefused() throws Exception {
        LivingDevice device = device(Map.of("low", 7, "high", 0));
        assertArrayEquals(new int[] {7, 0, 0}, device.read(RegisterKind.HOLDING, 40, 3));
        assertThrows(ModbusFault.class, () -> device.read(RegisterKind.HOLDING, 43, 2));
    }

    @Test
    void whatIsGivenStays() throws Exception {
        LivingDevice device = device(Map.of("grid_power", -7, "pv", 42));
        seconds = 30;
        assertEquals(-7.0, device.get("grid_power").orElseThrow());
        assertEquals(42.0, device.get("pv_power").orElseThrow());
    }

    @Test
    void aDeviceThatTakesFunction16OnlyKnowsNoOtherToWrite() throws Exception {
        LivingDevice device = device(Map.of());
        assertFalse(device.takes(new byte[] {6}));
        assertFalse(device.parts(List.of("meter")).takes(new byte[] {6}));
        assertTrue(device.takes(new byte[] {16}));
        assertTrue(device.takes(new byte[] {3}));
    }
}
