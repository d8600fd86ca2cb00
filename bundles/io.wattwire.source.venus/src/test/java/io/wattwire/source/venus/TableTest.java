package io.wattwire.source.venus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.CommonPoints;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void everyValueHasANameOfTheCommonVocabularyOncePerService() {
        Set<String> names = new HashSet<>();
        for (Row row : Table.rows()) {
            assertTrue(CommonPoints.find(row.point()).isPresent(), row.point());
            assertTrue(names.add(row.kind() + row.point()), row + " twice");
            assertEquals(row.how() == Row.How.PHASES, row.first().contains("#"), row.toString());
            boolean needsTwo = row.how() == Row.How.TIMES || row.how() == Row.How.PHASES;
            assertEquals(needsTwo, !row.second().isEmpty(), row.toString());
        }
    }

    @Test
    void whatOthersWriteIsNotReadAsIfItWereMeasured() {
        for (Row row : Table.rows()) {
            assertFalse(row.first().contains("Limit"), row.toString());
            assertFalse(row.first().contains("Setpoint"), row.toString());
            assertFalse(row.first().contains("Hub4"), row.toString());
        }
    }

    @Test
    void thePathsOfAServiceAreThoseOfItsRows() {
        assertTrue(Table.paths("grid").contains("Ac/Power"));
        assertTrue(Table.paths("system").contains("Ac/Grid/L3/Power"));
        assertTrue(Table.paths("system").contains("Ac/Grid/NumberOfPhases"));
        assertEquals(Set.of(), Table.paths("hub4"));
    }
}
