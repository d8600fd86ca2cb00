package io.wattwire.driver.givenergy;

import io.wattwire.contract.Outage;
import io.wattwire.device.link.GivEnergy;
import io.wattwire.device.link.LinkPool;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.server.ModbusServer;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.SessionSettings;
import io.wattwire.device.session.StateStore;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A dongle that loses its power while it is polled, with and without leave to write. */
@Timeout(180)
class GivEnergyOutageTest {

    private static final int INVERTER = 0x11;

    private final WrittenBank inverter = new WrittenBank();
    private final AtomicLong skipped = new AtomicLong();
    private ModbusServer server;

    @BeforeEach
    void start() throws IOException {
        inverter.holding(0, new int[180]).input(0, new int[240]);
        inverter.holding(0, 0x2001).holding(13, 0x4145, 0x3132, 0x3334, 0x4735, 0x3637);
        inverter.holding(19, 449, 0, 449).input(59, 64);
        listen(0);
    }

    private void listen(int port) throws IOException {
        server =
                ModbusServer.builder()
                        .unit(INVERTER, inverter)
                        .givEnergy(
                                InetAddress.getLoopbackAddress(), port, "WF2125G000", "AE1234G567")
                        .start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private DeviceSession session(boolean writes) {
        SessionSettings.Builder settings =
                SessionSettings.of(new GivEnergy("127.0.0.1", server.port()), INVERTER)
                        .readDeadline(Duration.ofSeconds(3));
        return new DeviceSession(
                Banks.FAMILY,
                (writes ? settings.writable(WriteRole.OWNER) : settings).build(),
                "test",
                StateStore.inMemory(),
                new LinkPool(),
                () -> System.nanoTime() + skipped.get(),
                System::currentTimeMillis);
    }

    @Test
    void whoMayWriteHasTheValuesBackWithinTwoCycles() throws Exception {
        outage(true, Duration.ofSeconds(1));
    }

    @Test
    void whoOnlyReadsHasThemBackWithTheNextProbe() throws Exception {
        outage(false, Duration.ofSeconds(61));
    }

    private void outage(boolean writes, Duration probe) throws Exception {
        int port = server.port();
        try (DeviceSession session = session(writes)) {
            new Outage(
                            session.prepare(List.of("battery_power", "battery_soc", "grid_power")),
                            time -> skipped.addAndGet(time.toNanos()),
                            probe)
                    .check(
                            new Outage.Plug() {
                                @Override
                                public void pull() {
                                    server.close();
                                }

                                @Override
                                public double putBack(int outage) throws IOException {
                                    inverter.input(52, 100 * outage);
                                    listen(port);
                                    return -100.0 * outage;
                                }
                            });
        }
    }
}
