package io.wattwire.standalone.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.standalone.monitor.Faults;
import io.wattwire.standalone.monitor.Taps;
import io.wattwire.standalone.testing.Collector;
import io.wattwire.standalone.testing.FakeComponents;
import io.wattwire.standalone.wire.LocalWireHelperService;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(180)
class TimerTest {
    private final Faults faults = new Faults();
    private final Taps taps = new Taps();
    private final Collector ticks = new Collector();

    private Timer timer(Map<String, Object> settings) {
        taps.add(ticks);
        Map<String, Object> properties = new HashMap<>(settings);
        properties.put("service.pid", "org.eclipse.kura.wire.Timer-1");
        properties.put("kura.service.pid", "timer");
        return new Timer(
                new LocalWireHelperService(null, taps, faults),
                faults,
                FakeComponents.context(properties),
                properties);
    }

    @Test
    void ticksCarryTheTime() throws Exception {
        long before = System.currentTimeMillis();
        Timer timer = timer(Map.of("simple.interval", 1, "simple.time.unit", "MILLISECONDS"));

        assertEquals(Set.of("TIMER"), ticks.next().keySet());
        long second = (Long) ticks.next().get("TIMER").getValue();
        timer.stop();

        assertTrue(second >= before && second <= System.currentTimeMillis(), "" + second);
        assertTrue(faults.list().isEmpty());
    }

    @Test
    void theFirstTickCanComeAtOnce() throws Exception {
        Timer timer =
                timer(
                        Map.of(
                                "simple.interval",
                                1,
                                "simple.time.unit",
                                "HOURS",
                                "simple.first.tick.policy",
                                "CUSTOM",
                                "simple.custom.first.tick.interval",
                                0));

        assertEquals(Set.of("TIMER"), ticks.next().keySet());
        timer.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "type, CRON, real Kura",
        "simple.interval, 0, simple.interval",
        "simple.interval, often, simple.interval",
        "simple.time.unit, NANOSECONDS, MILLISECONDS",
        "simple.time.unit, weeks, SECONDS",
    })
    void settingsItCannotFollowAreAFaultAndNoTick(String name, String value, String message) {
        timer(Map.of(name, value)).stop();

        assertEquals("timer", faults.list().get(0).source());
        assertTrue(faults.list().get(0).toString().contains(message), faults.list().toString());
        assertEquals(0, ticks.waiting());
    }
}
