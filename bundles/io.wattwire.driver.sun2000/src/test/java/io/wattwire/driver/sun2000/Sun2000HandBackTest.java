package io.wattwire.driver.sun2000;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever commanded the battery is gone: what the inverter hears then. */
@Timeout(180)
class Sun2000HandBackTest {

    /** The stop in the order of the facts, and then what was there before. */
    private static final List<String> STOP_AND_RESTORE =
            List.of(
                    "47100=[0]",
                    "47249=[0, 0]",
                    "47083=[0]",
                    "47246=[0]",
                    "47083=[30]",
                    "47246=[1]",
                    "47249=[0, 4000]");

    private Plant plant;

    @BeforeEach
    void start() throws Exception {
        plant = new Plant();
        plant.session.write("battery_power_setpoint", -4_500.0);
        plant.written();
    }

    @AfterEach
    void stop() {
        plant.close();
    }

    @Test
    void aLostCommanderLeadsToTheStopSequence() {
        plant.pass(61);
        assertTrue(plant.session.tend());
        assertEquals(STOP_AND_RESTORE, plant.written());
        plant.pass(120);
        plant.session.tend();
        assertEquals(List.of(), plant.written(), "once");
    }

    @Test
    void closingTheDriverStopsTheBattery() {
        plant.session.close();
        assertEquals(STOP_AND_RESTORE, plant.written());
    }

    @Test
    void theNextStartAfterACrashStopsTheBattery() {
        plant.begin(settings -> settings);
        assertTrue(plant.session.tend());
        assertEquals(STOP_AND_RESTORE, plant.written());
    }

    @Test
    void anOwnersReleaseStopsTheBattery() throws Exception {
        plant.session.release();
        assertEquals(STOP_AND_RESTORE, plant.written());
    }
}
