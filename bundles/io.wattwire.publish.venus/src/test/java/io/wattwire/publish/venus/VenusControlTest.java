package io.wattwire.publish.venus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.wattwire.publish.venus.bus.FakeSettings;
import io.wattwire.publish.venus.bus.VirtualBus;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a GX may ask of an inverter, and what comes of it. */
class VenusControlTest {

    private static final int ACCEPTED = 0;
    private static final int NOT_WRITABLE = 1;
    private static final int REFUSED = 2;
    private static final String GENERATION = "/Settings/DynamicGeneration/";

    private VirtualBus bus;

    @BeforeEach
    void start() throws IOException {
        bus = new VirtualBus();
    }

    @AfterEach
    void end() throws IOException {
        bus.close();
    }

    private Gx inverter(String... more) throws IOException {
        String[] lines = new String[more.length + 1];
        lines[0] = "service=pvinverter";
        System.arraycopy(more, 0, lines, 1, more.length);
        Gx gx = new Gx(bus.place(), lines);
        shine(gx, 1);
        gx.awaitOnTheBus(true);
        return gx;
    }

    private static void shine(Gx gx, int seconds) {
        for (int i = 0; i < seconds; i++) {
            gx.emit("inverter", VenusTest.INVERTER);
            gx.pass(1);
        }
    }

    @Test
    void withoutControlThereIsNoLimitToWrite() throws IOException {
        try (Gx gx = inverter()) {
            assertNull(gx.value("/Ac/PowerLimit"));
            assertEquals(NOT_WRITABLE, gx.set("/Ac/PowerLimit", 1000));
            shine(gx, 1);
            assertNull(gx.told("power_limit"));
        }
    }

    @Test
    void aLimitHoldsForAMinuteAndIsThenTheMaximumAgain() throws IOException {
        try (Gx gx = inverter("control.enabled=true")) {
            assertEquals(4200.0, gx.value("/Ac/PowerLimit"));
            assertEquals(4200.0, gx.told("power_limit"));
            assertEquals(ACCEPTED, gx.set("/Ac/PowerLimit", 1500));
            assertEquals(1500.0, gx.value("/Ac/PowerLimit"));
            shine(gx, 59);
            assertEquals(1500.0, gx.told("power_limit"));
            assertEquals(true, gx.told("gx_limits"));
            shine(gx, 2);
            assertEquals(4200.0, gx.told("power_limit"));
            assertEquals(4200.0, gx.value("/Ac/PowerLimit"));
            assertEquals(false, gx.told("gx_limits"));
        }
    }

    @Test
    void aRepetitionIsASignOfLife() throws IOException {
        try (Gx gx = inverter("control.enabled=true")) {
            assertEquals(ACCEPTED, gx.set("/Ac/PowerLimit", 1500));
            shine(gx, 40);
            assertEquals(ACCEPTED, gx.set("/Ac/PowerLimit", 1500));
            shine(gx, 40);
            assertEquals(1500.0, gx.told("power_limit"));
        }
    }

    @Test
    void whatIsNoPowerIsRefusedAndProlongsNothing() throws IOException {
        try (Gx gx = inverter("control.enabled=true")) {
            assertEquals(ACCEPTED, gx.set("/Ac/PowerLimit", 1500));
            shine(gx, 50);
            assertEquals(REFUSED, gx.set("/Ac/PowerLimit", -1));
            assertEquals(NOT_WRITABLE, gx.set("/Ac/PowerLimit", "4200"));
            assertEquals(NOT_WRITABLE, gx.set("/Ac/PowerLimit", true));
            assertEquals(NOT_WRITABLE, gx.set("/Ac/PowerLimit", null));
            shine(gx, 1);
            assertEquals(1500.0, gx.told("power_limit"));
            shine(gx, 10);
            assertEquals(4200.0, gx.told("power_limit"));
        }
    }

    @Test
    void noLimitIsAboveTheMaximum() throws IOException {
        try (Gx gx = inverter("control.enabled=true", "max.power.w=3680")) {
            assertEquals(ACCEPTED, gx.set("/Ac/PowerLimit", 1_000_000));
            shine(gx, 1);
            assertEquals(3680.0, gx.told("power_limit"));
            assertEquals(3680.0, gx.value("/Ac/PowerLimit"));
        }
    }

    @Test
    void whatIsNotKnownIsNotLimitedByAGuess() throws IOException {
        try (Gx gx = new Gx(bus.place(), "service=pvinverter", "control.enabled=true")) {
            gx.emit("inverter", Map.of("inverter_power", 100.0));
            gx.pass(1).awaitOnTheBus(true);
            assertNull(gx.value("/Ac/PowerLimit"));
            assertEquals(REFUSED, gx.set("/Ac/PowerLimit", 1000));
            gx.pass(1);
            assertNull(gx.told("power_limit"));
        }
    }

    @Test
    void theStatusOfTheLimitIsShownAsLongAsItIsTold() throws IOException {
        try (Gx gx = inverter()) {
            gx.emit(
                    "limit",
                    Map.of(
                            "dynamicGenerationStatus", "Configured, limiting",
                            "dynamicGenerationPower", 1800.0,
                            "dynamicGenerationMaxPower", 1764.0,
                            "dynamicGenerationPowerMax", 1764.0));
            shine(gx, 1);
            assertEquals("Configured, limiting", gx.value("/dynamicGenerationStatus"));
            assertEquals(1800.0, gx.value("/dynamicGenerationPower"));
            assertEquals(1764.0, gx.value("/dynamicGenerationMaxPower"));
            assertEquals(1764.0, gx.value("/dynamicGenerationPowerMax"));
            shine(gx, 5);
            assertNull(gx.value("/dynamicGenerationStatus"));
        }
    }

    @Test
    void theOwnersRuleForEnergiesComesFromTheSettingsOfTheGx() throws IOException {
        try (FakeSettings kept = new FakeSettings(bus.place());
                Gx gx = inverter("control.enabled=true", "free.export.w=3680")) {
            awaitAllowed(gx, 600, 3680.0); // not configured
            kept.set(GENERATION + "energyDifference", 605);
            kept.set(GENERATION + "derateGeneration", 1);
            awaitAllowed(gx, 600, 0.0); // 5 kWh more exported than the owner wants
            awaitAllowed(gx, 604.5, 3680.0);
            awaitAllowed(gx, 603.5, 3680.0); // between -2 and -1 it stays
            awaitAllowed(gx, 602.9, 0.0);
            awaitAllowed(gx, 603.5, 0.0);
            awaitAllowed(gx, 100.0, 0.0); // no balance of this house
            kept.set(GENERATION + "derateGeneration", 0);
            awaitAllowed(gx, 602.9, 3680.0);
        }
    }

    private static void awaitAllowed(Gx gx, double balance, double expected) {
        Gx.await(
                "allowed export " + expected + " at " + balance,
                () -> {
                    gx.emit(
                            "meter",
                            Map.of(
                                    "grid_energy_import",
                                    2000.0 + balance,
                                    "grid_energy_export",
                                    2000.0));
                    shine(gx, 1);
                    return Double.valueOf(expected).equals(gx.told("allowed_export"));
                });
    }

    @Test
    void withoutTheSettingsOfTheGxNothingIsAllowed() throws IOException {
        try (Gx gx = inverter("control.enabled=true", "free.export.w=3680")) {
            shine(gx, 3);
            assertEquals(0.0, gx.told("allowed_export"));
        }
    }
}
