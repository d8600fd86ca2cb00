package io.wattwire.device.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private final List<String> said = new ArrayList<>();
    private final Refusals refusals = new Refusals(said::add);

    @Test
    void eachReasonOfAChannelIsSaidOnceUntilAValueIsTaken() {
        for (int second = 0; second < 100; second++) {
            refusals.refused("charge_target", "charge_target cannot be " + second + ".5 %");
            refusals.refused("battery_mode", "battery_mode cannot be 'mode " + second + "'");
        }
        refusals.refused("charge_target", "write.enabled is off");
        assertEquals(
                List.of(
                        "charge_target cannot be 0.5 % (not told again until charge_target takes"
                                + " a value)",
                        "battery_mode cannot be 'mode 0' (not told again until battery_mode takes"
                                + " a value)",
                        "write.enabled is off (not told again until charge_target takes a value)"),
                said);
        refusals.taken("charge_target");
        refusals.refused("charge_target", "charge_target cannot be 7");
        refusals.refused("battery_mode", "battery_mode cannot be 'x'");
        assertEquals(4, said.size());
    }

    @Test
    void manyNamesDoNotFillTheMemory() {
        for (int i = 0; i < 5000; i++) {
            refusals.refused("channel" + i, "no");
        }
        assertEquals(1000, said.size());
    }
}
