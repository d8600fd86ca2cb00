package io.wattwire.simulator.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.simulator.Families;
import io.wattwire.simulator.Scenario;
import io.wattwire.simulator.plant.Plant;
import io.wattwire.simulator.plant.SimulatedTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Addresses and words are typed here on their own, from the sheet and not from the table. */
class SimulatedGrowattTest {

    private final SimulatedTime time = new SimulatedTime();
    private final Plant plant = new Plant(Scenario.steady(4_000, 1_000).site(), time);
    private final SimulatedGrowatt inverter = new SimulatedGrowatt(Families.GROWATT, plant, 1);

    private int holding(int address) throws ModbusFault {
        inverter.refresh();
        return inverter.read(RegisterKind.HOLDING, address, 1)[0];
    }

    private int[] input(int address, int count) throws ModbusFault {
        inverter.refresh();
        return inverter.read(RegisterKind.INPUT, address, count);
    }

    private void write(int address, int... words) throws ModbusFault {
        inverter.write(RegisterKind.HOLDING, address, words);
    }

    @Test
    void powerIsInTenthsOfAWattHighWordFirst() throws ModbusFault {
        assertArrayEquals(new int[] {0, 40_000}, input(35, 2));
        int[] block = input(35, 5);
        assertEquals(5_000, block[2], 3);
        assertEquals(plant.state().voltage() * 10, block[3], 1);
        assertEquals(4_000 / plant.state().voltage() * 10, block[4], 1);
        assertArrayEquals(new int[] {0, 40_000}, input(3_023, 2), "and again from 3000 on");
    }

    @Test
    void registerThreeLimitsThePlant() throws ModbusFault {
        write(3, 50);
        assertEquals(50, holding(3));
        time.pass(15);
        assertEquals(2_100, plant.state().flow().inverterW(), 1);
        assertEquals(7, input(104, 1)[0], "derated by an active power order");
        write(3, 255);
        time.pass(15);
        assertEquals(4_000, plant.state().flow().inverterW(), 1);
        assertEquals(255, holding(3));
        assertEquals(0, input(104, 1)[0]);
    }

    @Test
    void noOtherNumberIsALimit() {
        for (int percent : new int[] {101, 254, 256, 65_535}) {
            ModbusFault fault = assertThrows(ModbusFault.class, () -> write(3, percent));
            assertEquals(ModbusFault.ILLEGAL_VALUE, fault.code());
        }
        assertEquals(0, plant.ledger().limitCommands());
    }

    @Test
    void volatileLimitIsLostAtARestartAndAStoredOneStays() throws ModbusFault {
        write(3, 40);
        assertEquals(0, inverter.storedWrites());
        inverter.restart(Duration.ZERO, Duration.ofSeconds(4));
        time.pass(1);
        assertFalse(inverter.answers());
        time.pass(4);
        assertTrue(inverter.answers());
        assertEquals(100, holding(3));
        write(2, 1);
        write(3, 40);
        assertEquals(2, inverter.storedWrites());
        inverter.restart(Duration.ZERO, Duration.ofSeconds(4));
        time.pass(5);
        assertEquals(40, holding(3));
        assertEquals(1, holding(2));
    }

    @Test
    void thereIsNoWatchdogOnTheLimit() throws ModbusFault {
        write(3, 30);
        time.pass(20 * 3_600);
        assertEquals(30, holding(3));
        assertEquals(1_260, plant.state().flow().inverterW(), 1);
    }

    @Test
    void blocksEndAtTheirBorders() throws ModbusFault {
        assertEquals(125, input(0, 125).length);
        assertThrows(ModbusFault.class, () -> input(100, 50));
        assertThrows(ModbusFault.class, () -> input(2_000, 1));
    }

    @Test
    void tellsWhatItIs() throws ModbusFault {
        assertEquals(5_200, holding(43));
        assertArrayEquals(
                new int[] {0, 42_000}, inverter.read(RegisterKind.HOLDING, 6, 2), "0.1 VA");
        assertEquals(1, holding(30));
    }

    @Test
    void energyCountsInTenthsOfAKilowattHour() throws ModbusFault {
        int before = input(55, 2)[1];
        time.pass(3_600);
        assertEquals(40, input(55, 2)[1] - before, 1);
        assertEquals(40, input(53, 2)[1]);
    }
}
