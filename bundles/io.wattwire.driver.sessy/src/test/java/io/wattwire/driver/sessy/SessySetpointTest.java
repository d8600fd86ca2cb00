package io.wattwire.driver.sessy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SessySetpointTest {

    private static final String API = "POWER_STRATEGY_API";

    private final SessySetpoint control = new SessySetpoint();

    private static Values device(String strategy, double setpoint, String overridden) {
        Map<String, Object> known =
                Map.of(
                        "active_strategy_text",
                        strategy,
                        "power_setpoint",
                        setpoint,
                        "strategy_overridden",
                        overridden);
        return name -> Optional.ofNullable(known.get(name));
    }

    private double sent(double wanted) {
        List<RegisterWrite> writes = control.commands(wanted, name -> Optional.empty());
        assertEquals(new RegisterWrite("active_strategy_text", API, true), writes.get(0));
        assertEquals("power_setpoint", writes.get(1).register());
        return (double) writes.get(1).value();
    }

    @Test
    void theSignIsTurnedAndWattsAreRoundedTowardsZero() {
        assertEquals(-1500.0, sent(1500));
        assertEquals(1500.0, sent(-1500.9));
        assertEquals(-1.0, sent(1.9));
        assertEquals(-2.0, sent(1.9999999));
        assertEquals(0, Double.compare(0.0, sent(0)), "not -0.0");
        assertEquals(0, Double.compare(0.0, sent(-0.4)), "not -0.0");
    }

    @Test
    void absurdPowersAreRefused() {
        for (double wanted : new double[] {2201, -2201, Double.NaN, Double.NEGATIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> sent(wanted));
        }
    }

    @Test
    void theReadBackIsWhatTheDeviceAppliesUnderOurStrategy() {
        assertEquals(OptionalDouble.of(800), control.readBack(device(API, -800, "false")));
        assertEquals(OptionalDouble.of(-800), control.readBack(device(API, 800, "false")));
        assertEquals(OptionalDouble.empty(), control.readBack(device(API, 800, "true")));
        Values own = device("POWER_STRATEGY_NOM", 800, "false");
        assertEquals(OptionalDouble.empty(), control.readBack(own));
    }

    @Test
    void lettingGoEndsThePowerWhereTheDeviceTakesOne() {
        List<RegisterWrite> zero = List.of(new RegisterWrite("power_setpoint", 0.0, false));
        assertEquals(zero, control.letGo(device(API, 800, "false")));
        assertEquals(zero, control.letGo(name -> Optional.empty()));
        assertEquals(List.of(), control.letGo(device("POWER_STRATEGY_ECO", 800, "false")));
    }
}
