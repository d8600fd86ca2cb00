package io.wattwire.driver.sun2000;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.contract.CollectedFacts;
import io.wattwire.device.model.RegisterTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CollectedFactsTest {

    private static final Path FACTS = Path.of("src/test/resources/facts.csv");
    private static final Path PAGE = Path.of("../../docs/devices/sun2000.md");
    private static final RegisterTable TABLE = new Sun2000Driver().family().table();

    @Test
    void noRegisterOfTheFactsIsLost() throws IOException {
        List<String> facts = Files.readAllLines(FACTS);
        assertEquals(List.of(), CollectedFacts.lost(facts, TABLE, Files.readString(PAGE)));
    }

    @Test
    void aLostRegisterWouldBeNoticed() throws IOException {
        List<String> facts =
                List.of(
                        "9,nowhere,holding,65000,1,U16,1",
                        "10,forcible_charge_in_kw,holding,47247,2,U32,1000",
                        "11,target_soc_in_percent,holding,47101,1,U16,1");
        assertEquals(3, CollectedFacts.lost(facts, TABLE, Files.readString(PAGE)).size());
    }

    @Test
    void theListIsWhole() throws IOException {
        assertEquals(3 + 577, Files.readAllLines(FACTS).size());
        assertTrue(TABLE.registers().size() >= 570, "the table lists " + TABLE.registers().size());
    }
}
