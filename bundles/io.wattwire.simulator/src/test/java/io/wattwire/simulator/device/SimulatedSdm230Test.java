package io.wattwire.simulator.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.simulator.Families;
import io.wattwire.simulator.Scenario;
import io.wattwire.simulator.plant.Plant;
import io.wattwire.simulator.plant.PlantState;
import io.wattwire.simulator.plant.SimulatedTime;
import org.junit.jupiter.api.Test;

/** Addresses and words are typed here on their own, from the sheet and not from the table. */
class SimulatedSdm230Test {

    private final SimulatedTime time = new SimulatedTime();
    private final Plant plant = new Plant(Scenario.steady(3_000, 1_000).site(), time);
    private final SimulatedSdm230 meter = new SimulatedSdm230(Families.SDM, plant, 2);

    private float input(int address) throws ModbusFault {
        meter.refresh();
        int[] words = meter.read(RegisterKind.INPUT, address, 2);
        return Float.intBitsToFloat(words[0] << 16 | words[1]);
    }

    @Test
    void powerIsNegativeWhileExportingAndCurrentIsAMagnitude() throws ModbusFault {
        time.pass(1);
        PlantState truth = plant.state();
        assertEquals(-2_000, input(0x0C), 5);
        assertEquals(truth.voltage(), input(0x00), 1e-4);
        assertTrue(input(0x06) > 8 && input(0x06) < 9);
        assertTrue(input(0x1E) < 0, "power factor is negative while exporting");
        assertEquals(truth.frequency(), input(0x46), 1e-4);
    }

    @Test
    void energiesCountUpOnTopOfAnOlderLife() throws ModbusFault {
        float exportedBefore = input(0x4A);
        float importedBefore = input(0x48);
        time.pass(3_600);
        assertEquals(2.0, input(0x4A) - exportedBefore, 0.01);
        assertEquals(0.0, input(0x48) - importedBefore, 1e-6);
        assertEquals(input(0x48) + input(0x4A), input(0x156), 0.001);
    }

    @Test
    void measuresFiveTimesASecond() throws ModbusFault {
        time.pass(1.01);
        float first = input(0x0C);
        time.pass(0.1);
        assertEquals(first, input(0x0C));
        time.pass(0.1);
        assertTrue(first != input(0x0C), "a restless house is never the same twice");
    }

    @Test
    void gapsReadZeroAndOddRequestsAreRefused() throws ModbusFault {
        assertArrayEquals(new int[] {0, 0}, meter.read(RegisterKind.INPUT, 0x02, 2));
        assertThrows(ModbusFault.class, () -> meter.read(RegisterKind.INPUT, 0x0C, 1));
        assertThrows(ModbusFault.class, () -> meter.read(RegisterKind.INPUT, 0x62, 2));
        assertThrows(ModbusFault.class, () -> meter.write(RegisterKind.INPUT, 0, new int[2]));
    }

    @Test
    void itsSettingsTellUnitAndBaud() throws ModbusFault {
        assertArrayEquals(new int[] {0x4000, 0}, meter.read(RegisterKind.HOLDING, 0x14, 2));
        assertArrayEquals(new int[] {0x4000, 0}, meter.read(RegisterKind.HOLDING, 0x1C, 2));
    }
}
