package io.wattwire.driver.cms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.contract.Outage;
import io.wattwire.device.link.CmsTcp;
import io.wattwire.device.link.LinkPool;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.Answer;
import io.wattwire.device.server.MemoryBank;
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

/** An inverter through dusk, night and morning, and through a restart by day. */
@Timeout(180)
class CmsDayAndNightTest {

    private static final Answer NO_POWER = Answer.garbage(new byte[0]);

    private final AtomicLong clock = new AtomicLong();
    private final MemoryBank bank = new MemoryBank();
    private volatile Answer mood = Answer.normal();
    private ModbusServer line;
    private DeviceSession session;
    private DeviceSession.Prepared prepared;

    @BeforeEach
    void start() throws IOException {
        show("model_name", "CMS 2000");
        show("serial_number", "0905BO0139");
        show("ac_power", 1800);
        show("mode", "normal");
        listen(0);
        open(line.port());
    }

    private void listen(int port) throws IOException {
        line =
                ModbusServer.builder()
                        .cmsOverTcp(InetAddress.getLoopbackAddress(), port)
                        .unit(1, bank)
                        .misbehaviour((unit, pdu) -> mood)
                        .start();
    }

    private void open(int port) {
        session =
                new DeviceSession(
                        new CmsDriver().family(),
                        SessionSettings.of(new CmsTcp("127.0.0.1", port, ""), 1)
                                .readDeadline(Duration.ofSeconds(2))
                                .build(),
                        "test",
                        StateStore.inMemory(),
                        new LinkPool(),
                        clock::get,
                        System::currentTimeMillis);
        prepared = session.prepare(List.of("inverter_power", "device_state", "link_state"));
    }

    @AfterEach
    void stop() {
        session.close();
        line.close();
    }

    private void show(String name, Object value) {
        Register register = new CmsDriver().family().table().register(name).orElseThrow();
        bank.set(RegisterKind.INPUT, register.address(), register.encodeNearest(value));
    }

    private List<Reading> after(Duration time) {
        clock.addAndGet(time.toNanos());
        return prepared.read();
    }

    private static void assertMissing(List<Reading> readings) {
        assertFalse(readings.get(0).good(), "power is shown as fresh");
        assertFalse(readings.get(1).good(), "state is shown as fresh");
    }

    private void assertBackWithinTwoCycles(double watts, Duration pace) {
        List<Reading> first = after(pace);
        List<Reading> second = after(Duration.ofSeconds(1));
        List<Reading> best = first.get(0).good() ? first : second;
        assertTrue(best.get(0).good(), best.get(0).problem());
        assertEquals(watts, best.get(0).value());
        assertEquals("normal", best.get(1).value());
    }

    @Test
    void aNightIsSleepAndTheMorningEndsIt() {
        assertBackWithinTwoCycles(1800, Duration.ZERO);
        show("ac_power", 40);
        after(Duration.ofSeconds(1));
        mood = NO_POWER;
        assertMissing(after(Duration.ofSeconds(1)));
        for (int cycle = 0; cycle < 2; cycle++) {
            assertMissing(after(Duration.ofSeconds(20)));
        }
        assertEquals("asleep", after(Duration.ofSeconds(61)).get(2).value());
        show("ac_power", 120);
        mood = Answer.normal();
        assertBackWithinTwoCycles(120, Duration.ofSeconds(61));
        assertEquals("connected", after(Duration.ofSeconds(1)).get(2).value());
    }

    @Test
    void silenceByDayIsAFault() {
        assertBackWithinTwoCycles(1800, Duration.ZERO);
        mood = NO_POWER;
        for (int cycle = 0; cycle < 3; cycle++) {
            assertMissing(after(Duration.ofSeconds(20)));
        }
        assertEquals("dead", after(Duration.ofSeconds(61)).get(2).value());
    }

    @Test
    void aRestartByDayCostsOneOrTwoCycles() {
        assertBackWithinTwoCycles(1800, Duration.ZERO);
        mood = NO_POWER;
        assertMissing(after(Duration.ofSeconds(1)));
        mood = Answer.normal();
        show("ac_power", 900);
        assertBackWithinTwoCycles(900, Duration.ofSeconds(1));
    }

    /** The line's serial server restarts: nothing old is shown meanwhile. */
    @Test
    void aRestartOfTheSerialServerCostsOneOrTwoCycles() throws IOException {
        assertBackWithinTwoCycles(1800, Duration.ZERO);
        int port = line.port();
        line.close();
        assertMissing(after(Duration.ofSeconds(1)));
        listen(port);
        assertBackWithinTwoCycles(1800, Duration.ofSeconds(1));
    }

    /** As it is only read, it is back with the next probe, or the cycle after that. */
    @Test
    void theOutageOfTheLineShowsAtOnceAndEndsWithTheNextProbe() throws Exception {
        int port = line.port();
        new Outage(
                        session.prepare(List.of("inverter_power", "device_state")),
                        time -> clock.addAndGet(time.toNanos()),
                        Duration.ofSeconds(61))
                .check(
                        new Outage.Plug() {
                            @Override
                            public void pull() {
                                line.close();
                            }

                            @Override
                            public double putBack(int outage) throws IOException {
                                show("ac_power", 100 * outage);
                                listen(port);
                                return 100.0 * outage;
                            }
                        });
    }

    @Test
    void whoItIsIsReadFromTheVersionRecord() throws Exception {
        assertEquals("cms2000", session.identity().model());
        assertEquals("0905BO0139", session.identity().serial());
        assertTrue(session.identity().recognised());
    }

    @Test
    void anUnknownModelIsReadAllTheSame() throws Exception {
        show("model_name", "OTHER 1");
        assertFalse(session.identity().recognised());
        assertBackWithinTwoCycles(1800, Duration.ZERO);
    }
}
