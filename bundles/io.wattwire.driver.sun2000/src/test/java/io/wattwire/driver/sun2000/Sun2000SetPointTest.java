package io.wattwire.driver.sun2000;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.LinkException;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.session.BatteryBounds;
import io.wattwire.device.session.WriteRefused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The battery's set-point: what a plant is told, how often, and what it shows. */
@Timeout(180)
class Sun2000SetPointTest {

    private static final List<String> CHARGE_2000 =
            List.of("47247=[0, 2000]", "47083=[2]", "47246=[0]", "47100=[1]");

    private Plant plant;

    @BeforeEach
    void start() throws Exception {
        plant = new Plant();
    }

    @AfterEach
    void stop() {
        plant.close();
    }

    @Test
    void chargesInTheOrderOfTheFactsAndReadsItBack() throws Exception {
        plant.session.write("battery_power_setpoint", 2_000.0);
        assertEquals(CHARGE_2000, plant.written());
        assertEquals(
                Map.of("battery_power_setpoint", 2_000.0), plant.values("battery_power_setpoint"));
        plant.session.write("battery_power_setpoint", -4_000.0);
        assertEquals(
                List.of("47249=[0, 4000]", "47083=[2]", "47246=[0]", "47100=[2]"), plant.written());
        assertEquals(
                Map.of("battery_power_setpoint", -4_000.0), plant.values("battery_power_setpoint"));
    }

    @Test
    void repeatsTheSetPointEachMinuteBeforeTheTwoAreOver() throws Exception {
        plant.restart(settings -> settings.setpointValid(Duration.ofMinutes(10)));
        plant.session.write("battery_power_setpoint", 2_000.0);
        plant.written();
        for (int minute = 0; minute < 3; minute++) {
            plant.pass(50);
            plant.read("battery_soc");
            assertEquals(List.of(), plant.written(), "too early");
            plant.pass(11);
            plant.read("battery_soc");
            assertEquals(CHARGE_2000, plant.written());
        }
    }

    @Test
    void aCommandAfterALongSilenceReadsItsBoundsAnew() throws Exception {
        plant.session.write("battery_power_setpoint", 2_000.0);
        plant.written();
        plant.pass(40);
        plant.holding(37047, 1_500);
        assertThrows(
                WriteRefused.class, () -> plant.session.write("battery_power_setpoint", 2_000.0));
        plant.session.write("battery_power_setpoint", 1_500.0);
        assertEquals("47247=[0, 1500]", plant.written().get(0));
    }

    @Test
    void theOwnersBoundsHoldWhateverCommands() throws Exception {
        BatteryBounds bounds =
                new BatteryBounds(
                        OptionalDouble.of(45),
                        OptionalDouble.empty(),
                        OptionalDouble.of(1_000),
                        OptionalDouble.empty(),
                        OptionalDouble.empty());
        plant.restart(settings -> settings.battery(bounds));
        plant.session.write("battery_power_setpoint", -3_000.0);
        assertFalse(plant.written().contains("47249=[0, 3000]"), "discharged below the bound");
        assertEquals(0, plant.get(47248), "charges or discharges with nothing");
        plant.session.write("battery_power_setpoint", 2_000.0);
        assertEquals("47247=[0, 1000]", plant.written().get(0));
    }

    @Test
    void aSetPointBeyondWhatTheBatteryTakesIsRefused() {
        WriteRefused refused =
                assertThrows(
                        WriteRefused.class,
                        () -> plant.session.write("battery_power_setpoint", 2_600.0));
        assertTrue(refused.getMessage().contains("2500.0 W"), refused.getMessage());
        assertThrows(
                WriteRefused.class, () -> plant.session.write("battery_power_setpoint", -5_001.0));
        assertThrows(
                WriteRefused.class,
                () -> plant.session.write("battery_power_setpoint", Double.NaN));
        assertEquals(List.of(), plant.written());
    }

    @Test
    void aBusyInverterIsToldTheSetPointAgainWhenItHasTime() throws Exception {
        plant.restart(settings -> settings.setpointValid(Duration.ofMinutes(10)));
        plant.session.write("battery_power_setpoint", 2_000.0);
        plant.written();
        plant.busy = ModbusFault.BUSY;
        plant.pass(61);
        plant.read("battery_soc");
        LinkException busy =
                assertThrows(
                        LinkException.class,
                        () -> plant.session.write("battery_power_setpoint", 1_000.0));
        assertTrue(busy.getMessage().contains("busy"), busy.getMessage());
        plant.busy = 0;
        plant.written();
        plant.pass(5);
        plant.read("battery_soc");
        assertEquals(CHARGE_2000, plant.written());
    }
}
