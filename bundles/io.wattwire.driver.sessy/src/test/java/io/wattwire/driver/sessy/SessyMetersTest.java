package io.wattwire.driver.sessy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.LinkPool;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.Values;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.SessionSettings;
import io.wattwire.device.session.StateStore;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The dongles at the grid connection, and how all of them are told apart. */
class SessyMetersTest {

    private static DeviceSession open(SimulatedSessy dongle) {
        return new DeviceSession(
                SimulatedSessy.FAMILY,
                SessionSettings.of(dongle.address(), 1).readDeadline(Duration.ofSeconds(5)).build(),
                "test",
                StateStore.inMemory(),
                new LinkPool(),
                System::nanoTime,
                System::currentTimeMillis);
    }

    private static Reading read(DeviceSession session, String name) {
        return session.prepare(List.of(name)).read().get(0);
    }

    @Test
    void aP1DongleCountsImportAsPositive() throws IOException {
        try (SimulatedSessy dongle = new SimulatedSessy("sessy-p1");
                DeviceSession session = open(dongle)) {
            dongle.show("p1_power_total", -820);
            dongle.show("p1_power_consumed_l1", 0);
            dongle.show("p1_power_produced_l1", 900);
            dongle.show("p1_voltage_l1", 229.8);
            dongle.show("p1_energy_consumed_tariff1", 1_000);
            dongle.show("p1_energy_consumed_tariff2", 2_500);
            assertEquals(-820.0, read(session, "grid_power").value());
            assertEquals(-900.0, read(session, "grid_power_l1").value());
            assertEquals(229.8, read(session, "grid_voltage_l1").value());
            assertEquals(3.5, read(session, "grid_energy_import").value());
        }
    }

    /** The dongle goes on showing the last telegram; it is never shown as fresh. */
    @Test
    void valuesOfABrokenTelegramAreNone() throws IOException {
        try (SimulatedSessy dongle = new SimulatedSessy("sessy-p1");
                DeviceSession session = open(dongle)) {
            dongle.show("p1_power_total", 500);
            assertTrue(read(session, "grid_power").good());
            dongle.show("p1_state", "P1_NOT_CONNECTED");
            assertFalse(read(session, "grid_power").good());
            assertEquals("P1_NOT_CONNECTED", read(session, "device_state").value());
            dongle.show("p1_state", "P1_OK");
            assertEquals(500.0, read(session, "grid_power").value());
        }
    }

    @Test
    void aCtDongleIsAMeterToo() throws IOException {
        try (SimulatedSessy dongle = new SimulatedSessy("sessy-ct");
                DeviceSession session = open(dongle)) {
            dongle.show("ct_total_power", 1_234);
            dongle.show("ct_current_l2", -3.5);
            assertEquals(1_234.0, read(session, "grid_power").value());
            assertEquals(3.5, read(session, "grid_current_l2").value());
            assertEquals("sessy-ct", session.identity().model());
        }
    }

    @Test
    void theFirstLetterOfTheSerialTellsTheModel() {
        assertEquals("sessy-battery", identified("DABC1234").model());
        assertEquals(2_200, identified("DABC1234").ratedPowerW().orElseThrow());
        assertEquals("sessy-p1", identified("PABC1234").model());
        assertEquals("sessy-ct", identified("CABC1234").model());
        for (String other : List.of("AABC1234", "D", "x")) {
            assertFalse(identified(other).recognised(), other);
        }
    }

    private static Identity identified(String serial) {
        Values told =
                name -> name.equals("info_self_serial") ? Optional.of(serial) : Optional.empty();
        return SimulatedSessy.FAMILY.identification().orElseThrow().identify(told);
    }
}
