package io.wattwire.driver.cms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.wattwire.contract.CollectedFacts;
import io.wattwire.device.model.RegisterTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CollectedFactsTest {

    private static final Path FACTS = Path.of("src/test/resources/facts.csv");
    private static final Path PAGE = Path.of("../../docs/devices/cms.md");
    private static final RegisterTable TABLE = new CmsDriver().family().table();

    @Test
    void noValueOfTheFactsIsLost() throws IOException {
        List<String> facts = Files.readAllLines(FACTS);
        assertEquals(List.of(), CollectedFacts.lost(facts, TABLE, Files.readString(PAGE)));
    }

    @Test
    void aLostValueWouldBeNoticed() throws IOException {
        List<String> facts = List.of("9,nowhere,input,65000,1,U16,1", "10,wrong,input,1,1,U16,1");
        assertEquals(2, CollectedFacts.lost(facts, TABLE, Files.readString(PAGE)).size());
    }

    @Test
    void theListIsWhole() throws IOException {
        assertEquals(
                52, Files.readAllLines(FACTS).stream().filter(l -> !l.startsWith("#")).count());
    }
}
