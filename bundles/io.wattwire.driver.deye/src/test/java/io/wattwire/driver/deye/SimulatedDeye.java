package io.wattwire.driver.deye;

import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.server.RegisterBank;

/**
 * A SUN-12K-SG04LP3 as its settings make it behave: slots by the clock, the battery towards the
 * slot's target, the feed-in below its ceiling. It lives on its own, whoever listens.
 */
final class SimulatedDeye implements RegisterBank {

    private static final int VOLTS = 50;

    private final WrittenBank bank = new WrittenBank();
    private int pvW;
    private int loadW;
    private int hhmm = 1200;

    /** 60 % charged, schedule off, zero export to the CT, a ceiling of 12 kW on the feed-in. */
    SimulatedDeye() throws ModbusFault {
        bank.set(0, new int[731]);
        bank.set(0, 5, 1, 0x0104, 0x4142, 0x3132, 0x3334, 0x3536, 0x3738).set(20, 0xD4C0, 1);
        bank.set(108, 150, 180).set(142, 2, 12_000, 0, 1);
        bank.set(148, 0, 400, 800, 1200, 1600, 2000);
        bank.set(154, 12_000, 12_000, 12_000, 12_000, 12_000, 12_000);
        bank.set(166, 20, 20, 20, 20, 20, 20);
        bank.set(215, VOLTS * 100).set(500, 2).set(587, VOLTS * 100, 60);
        live();
    }

    WrittenBank words() {
        return bank;
    }

    SimulatedDeye sun(int watts) throws ModbusFault {
        pvW = watts;
        return live();
    }

    SimulatedDeye load(int watts) throws ModbusFault {
        loadW = watts;
        return live();
    }

    SimulatedDeye clock(int decimalTime) throws ModbusFault {
        hhmm = decimalTime;
        return live();
    }

    /** + charging. */
    int batteryW() throws ModbusFault {
        return -(short) bank.word(590);
    }

    /** + import. */
    int gridW() throws ModbusFault {
        return (short) bank.word(625);
    }

    /** What the settings make of sun and load. */
    private synchronized SimulatedDeye live() throws ModbusFault {
        int battery = batteryBySlot();
        int surplus = pvW - loadW - battery;
        int mostOut = bank.word(145) == 1 ? bank.word(143) : 0;
        int grid = surplus > 0 ? -Math.min(surplus, mostOut) : -surplus;
        bank.set(590, -battery & 0xFFFF).set(625, grid & 0xFFFF).set(653, loadW).set(672, pvW);
        return this;
    }

    private int batteryBySlot() throws ModbusFault {
        int surplus = pvW - loadW;
        int soc = bank.word(588);
        int most = bank.word(108) * VOLTS;
        boolean scheduled = (bank.word(146) & 1) == 1;
        int slot = scheduled ? slot() : 0;
        boolean fromGrid = scheduled && (bank.word(172 + slot) & 1) == 1;
        if (fromGrid && soc < bank.word(166 + slot)) {
            return most;
        }
        if (surplus >= 0) {
            return Math.min(surplus, most);
        }
        int floor = scheduled ? bank.word(166 + slot) : bank.word(115);
        int power = scheduled ? bank.word(154 + slot) : 12_000;
        return soc > floor ? -Math.min(-surplus, power) : 0;
    }

    /** The last slot that has begun; before the first one, the sixth of yesterday. */
    private int slot() throws ModbusFault {
        for (int slot = 5; slot >= 0; slot--) {
            if (bank.word(148 + slot) <= hhmm) {
                return slot;
            }
        }
        return 5;
    }

    @Override
    public int[] read(RegisterKind kind, int address, int count) throws ModbusFault {
        return bank.read(kind, address, count);
    }

    @Override
    public void write(RegisterKind kind, int address, int[] words) throws ModbusFault {
        bank.write(kind, address, words);
        live();
    }
}
