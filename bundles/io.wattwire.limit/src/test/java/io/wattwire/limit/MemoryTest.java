package io.wattwire.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.limit.law.EnergyBalance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {

    @TempDir Path directory;

    @Test
    void theEnergyBalanceOutlivesARestart() {
        EnergyBalance counted = EnergyBalance.restored(-1.25, true, 5000.5, 7001);
        try (BalanceStore store = BalanceStore.open(directory, "limit")) {
            assertEquals(EnergyBalance.NONE, store.load());
            store.see(counted, 0);
        }
        try (BalanceStore store = BalanceStore.open(directory, "limit")) {
            assertEquals(counted, store.load());
        }
    }

    @Test
    void aDamagedBalanceBeginsAnewWithTheBoundInForce() throws IOException {
        Files.writeString(directory.resolve("energy.balance"), "nonsense");
        try (BalanceStore store = BalanceStore.open(directory, "limit")) {
            assertTrue(store.load().enforced());
        }
    }

    @Test
    void aStateDirectoryStaysBelowKurasData() {
        assertEquals(Path.of("/data/wattwire/limit-1"), StateDirectory.of("/data", "limit-1"));
        assertEquals(Path.of("/data/wattwire/limit"), StateDirectory.of("/data", ".."));
        assertEquals(Path.of("/data/wattwire/.._x"), StateDirectory.of("/data", "../x"));
    }

    @Test
    void withoutALedgerNothingIsWritten() {
        try (Memory memory = Memory.open(directory, "limit", 0)) {
            memory.note("anything", 0);
            assertEquals("", memory.problem());
        }
        assertFalse(Files.exists(directory.resolve("ledger")));
    }
}
