package io.wattwire.driver.givenergy;

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
    private static final Path PAGE = Path.of("../../docs/devices/givenergy.md");
    private static final RegisterTable TABLE = new GivEnergyDriver().family().table();

    @Test
    void noRegisterOfTheFactsIsLost() throws IOException {
        List<String> facts = Files.readAllLines(FACTS);
        assertEquals(List.of(), CollectedFacts.lost(facts, TABLE, Files.readString(PAGE)));
    }

    @Test
    void aLostRegisterWouldBeNoticed() throws IOException {
        List<String> facts =
                List.of("9,nowhere,holding,65000,1,U16,1", "10,battery_soc,input,59,1,U16,0.1");
        assertEquals(2, CollectedFacts.lost(facts, TABLE, Files.readString(PAGE)).size());
    }

    @Test
    void theListIsWhole() throws IOException {
        assertTrue(Files.readAllLines(FACTS).size() >= 950);
    }
}
