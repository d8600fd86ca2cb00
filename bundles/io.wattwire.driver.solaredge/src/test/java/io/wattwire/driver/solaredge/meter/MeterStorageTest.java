package io.wattwire.driver.solaredge.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.ModbusFault;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

/** What outlives a power cut, and that storing it delays nobody. */
class MeterStorageTest {

    private static final int NET = 1000;
    private static final int IMPORTED = 1002;
    private static final int REACTIVE = 1122;
    private static final int TOTAL_SECONDS = 1704;

    @Test
    void aStorageThatHangsDelaysNoAnswer() throws ModbusFault {
        Deque<Runnable> waiting = new ArrayDeque<>();
        MeterBench bench = new MeterBench(waiting::add);
        hour(bench);
        assertTrue(bench.meter().answers());
        assertEquals(0, bench.shown(IMPORTED), "what is not saved is not shown");
        assertTrue(waiting.size() <= 2, "a storage that hangs is not asked again");
        waiting.forEach(Runnable::run);
        waiting.clear();
        for (int i = 0; i < 32; i++) {
            bench.give("power_active", 3600 + i);
            bench.pass(Duration.ofSeconds(1));
            waiting.forEach(Runnable::run);
            waiting.clear();
        }
        assertEquals(3.6, bench.shown(IMPORTED), 0.1);
    }

    private static void hour(MeterBench bench) {
        for (int i = 0; i <= 3600; i++) {
            bench.give("power_active", 3600 + i % 2);
            bench.pass(Duration.ofSeconds(1));
        }
    }

    @Test
    void aCounterThatComesLaterThanThePowerIsShownAsItIs() throws ModbusFault {
        MeterBench bench = new MeterBench();
        for (int i = 0; i < 90; i++) {
            bench.give("power_active", 5000 + i);
            bench.pass(Duration.ofSeconds(1));
        }
        bench.give("power_active", 5000, "import_energy_active", 12_345.5);
        assertEquals(12_345.5f, bench.shown(IMPORTED));
    }

    @Test
    void aCounterThatComesAfterADayGoesOnFromWhatWasCounted() throws ModbusFault {
        MeterBench bench = new MeterBench();
        hour(bench);
        float counted = bench.shown(IMPORTED);
        bench.give("power_active", 5000, "import_energy_active", 12_345.5);
        assertEquals(counted, bench.shown(IMPORTED), 0.1);
        bench.give("power_active", 5001, "import_energy_active", 12_347.5);
        assertEquals(counted + 2, bench.shown(IMPORTED), 0.1);
    }

    @Test
    void aNetEnergyOfTheSourceStaysOverAKillUntilItComesAgain() throws ModbusFault {
        MeterBench bench = new MeterBench();
        for (int i = 0; i < 40; i++) {
            bench.give("power_active", i, "energy_active", 500 - i, "energy_reactive", 70 + i);
            bench.pass(Duration.ofSeconds(1));
        }
        assertEquals(461, bench.shown(NET));
        bench.start();
        bench.give("power_active", 1);
        assertEquals(470, bench.shown(NET), 30);
        assertEquals(80, bench.shown(REACTIVE), 30);
        bench.give("power_active", 2, "energy_active", 460, "energy_reactive", 20);
        assertEquals(460, bench.shown(NET));
        assertEquals(20, bench.shown(REACTIVE));
        bench.start();
        for (int i = 0; i < 700; i++) {
            bench.give("power_active", i, "import_energy_active", 900, "export_energy_active", 1);
            bench.pass(Duration.ofSeconds(1));
        }
        assertEquals(899, bench.shown(NET), "the source tells no net energy any more");
    }

    @Test
    void theHoursOfLifeGoOnAfterAKill() throws ModbusFault {
        MeterBench bench = new MeterBench();
        hour(bench);
        bench.start();
        bench.give("power_active", 1);
        int[] words = bench.meter().read(RegisterKind.HOLDING, TOTAL_SECONDS, 2);
        assertEquals(3600, words[0] | words[1] << 16, 61);
    }
}
