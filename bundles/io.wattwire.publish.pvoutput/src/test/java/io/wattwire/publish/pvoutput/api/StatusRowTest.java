package io.wattwire.publish.pvoutput.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.publish.pvoutput.Exchange;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusRowTest {

    private static String answer(int number) {
        return Exchange.ALL.get("pvoutput-0" + number).answer();
    }

    @Test
    void oneStatusIsReadAsRecorded() {
        StatusRow row = StatusRow.single(answer(1));
        assertEquals(LocalDateTime.parse("2019-01-31T14:00"), row.time());
        assertEquals(2930, row.generatedWh());
        assertEquals(459, row.generationW());
        assertEquals(5938, row.consumedWh());
        assertEquals(386, row.consumptionW());
        assertEquals(0.111, row.normalised());
        assertEquals(1.8, row.temperatureC());
        assertEquals(230.1, row.voltageV());
        assertEquals(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0), row.extended());
    }

    @Test
    void aHistoryHasItsColumnsInAnotherOrder() {
        List<StatusRow> rows = StatusRow.history(answer(2));
        assertEquals(2, rows.size());
        StatusRow first = rows.get(0);
        assertEquals(2930, first.generatedWh());
        assertEquals(459, first.generationW());
        assertEquals(456, first.averageW());
        assertEquals(5938, first.consumedWh());
        assertEquals(386, first.consumptionW());
        StatusRow second = rows.get(1);
        assertEquals(LocalDateTime.parse("2019-01-31T14:05"), second.time());
        assertEquals(442, second.consumptionW());
        assertEquals(1.8, second.temperatureC());
        assertTrue(Double.isNaN(second.voltageV()));
    }

    @Test
    void statisticsHaveOneTwoOrThreeGroups() {
        DayStatistics one = DayStatistics.parse(answer(3));
        assertEquals(334, one.generatedWh());
        assertEquals(191, one.peakW());
        assertEquals("11:00", one.peakTime());
        assertTrue(Double.isNaN(one.consumedWh()));
        DayStatistics two = DayStatistics.parse(answer(4));
        assertEquals(5811, two.consumedWh());
        assertEquals(255, two.standbyW());
        assertEquals("15:05", two.standbyTime());
        DayStatistics three = DayStatistics.parse(answer(5));
        assertEquals(18.1, three.lowestC());
        assertEquals(26.6, three.highestC());
        assertEquals(21.7, three.meanC());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>sign in</html>",
                "20190131,14:00",
                "20190231,14:00,1,2,3,4,5,6,7",
                "20190131,25:00,1,2,3,4,5,6,7",
                "20190131,14:00,1,2,3,4,5,6,1e999",
                "20190131,14:00,1,2,3,4,5,6,"
            })
    void anythingElseIsRefused(String body) {
        assertThrows(IllegalArgumentException.class, () -> StatusRow.single(body));
        assertThrows(IllegalArgumentException.class, () -> StatusRow.history(body));
        assertThrows(IllegalArgumentException.class, () -> DayStatistics.parse(body));
    }
}
