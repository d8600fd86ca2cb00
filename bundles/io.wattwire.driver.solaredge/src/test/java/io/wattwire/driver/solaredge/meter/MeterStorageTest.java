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

    private static final int IMPORTED = 1002;
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
    void theHoursOfLifeGoOnAfterAKill() throws ModbusFault {
        MeterBench bench = new MeterBench();
        hour(bench);
        bench.start();
        bench.give("power_active", 1);
        int[] words = bench.meter().read(RegisterKind.HOLDING, TOTAL_SECONDS, 2);
        assertEquals(3600, words[0] | words[1] << 16, 61);
    }
}
