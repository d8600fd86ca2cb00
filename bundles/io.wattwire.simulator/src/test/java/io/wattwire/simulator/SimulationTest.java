package io.wattwire.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.LinkAddress;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.RtuTcp;
import io.wattwire.device.link.Tcp;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.simulator.device.TableDevice;
import io.wattwire.simulator.plant.Ledger;
import io.wattwire.simulator.plant.Plant;
import io.wattwire.simulator.plant.SimulatedTime;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plant's time is simulated; bytes go over real sockets. */
class SimulationTest {

    private static final int INVERTER = 1;
    private static final int METER = 2;
    private static final Duration SHORT = Duration.ofMillis(200);

    private final SimulatedTime time = new SimulatedTime();
    private Simulation site;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        start(Scenario.steady(4_000, 1_000));
    }

    private void start(Scenario scenario) throws Exception {
        site =
                Simulation.of(scenario)
                        .inverter(Families.GROWATT, INVERTER)
                        .meter(Families.SDM, METER)
                        .clock(time)
                        .tcp(0)
                        .rtuOverTcp(0)
                        .start();
        client = new Client(tcp());
    }

    private LinkAddress tcp() {
        return new Tcp(InetAddress.getLoopbackAddress().getHostAddress(), site.tcpPort());
    }

    @AfterEach
    void stop() {
        client.close();
        site.close();
    }

    private double meterWatts(Client from) throws LinkException {
        int[] words = from.read(METER, RegisterKind.INPUT, 12, 2);
        return Float.intBitsToFloat(words[0] << 16 | words[1]);
    }

    private double inverterWatts(Client from) throws LinkException {
        int[] words = from.read(INVERTER, RegisterKind.INPUT, 35, 2);
        return ((long) words[0] << 16 | words[1]) / 10.0;
    }

    private int limit() throws LinkException {
        return client.read(INVERTER, RegisterKind.HOLDING, 3, 1)[0];
    }

    private LinkException failure(int unit) {
        return assertThrows(
                LinkException.class, () -> client.read(unit, RegisterKind.INPUT, 12, 2, SHORT));
    }

    @Test
    void bothUnitsTellTheTruthOnBothEndpoints() throws Exception {
        time.pass(5);
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        try (Client rtu = new Client(new RtuTcp(host, site.rtuOverTcpPort()))) {
            for (Client from : new Client[] {client, rtu}) {
                assertEquals(site.snapshot().flow().gridW(), meterWatts(from), 4);
                assertEquals(4_000, inverterWatts(from), 0.1);
            }
        }
    }

    @Test
    void limitWrittenOnTheWireActsInThePlant() throws Exception {
        client.write(INVERTER, 3, 25);
        assertEquals(25, limit());
        time.pass(20);
        assertEquals(1_050, inverterWatts(client), 0.2);
        assertEquals(1_050, site.snapshot().flow().inverterW(), 0.2);
        assertEquals(1, site.log(Simulation.INVERTER).writeCount());
        assertEquals(25, site.log(Simulation.INVERTER).writes().get(0).written().get(0));
        assertTrue(site.log(Simulation.INVERTER).readCount() > 0);
    }

    @Test
    void registersThatDoNotExistAreAnException() {
        LinkException refused =
                assertThrows(
                        LinkException.class,
                        () -> client.read(INVERTER, RegisterKind.INPUT, 20_000, 1));
        assertEquals(LinkException.Reason.EXCEPTION_ANSWER, refused.reason());
        assertEquals(2, refused.modbusException());
    }

    @Test
    void silenceOfOneUnitLeavesTheOtherAlone() throws Exception {
        site.inject(Simulation.METER, Fault.parse("silence:10s"));
        assertEquals(LinkException.Reason.TIMEOUT, failure(METER).reason());
        assertEquals(4_000, inverterWatts(client), 0.1);
        assertEquals(0, site.log(Simulation.METER).readCount(), "it did not even hear");
        time.pass(10);
        meterWatts(client);
    }

    @Test
    void exceptionsCarryTheirCode() {
        site.inject(Simulation.METER, Fault.parse("exception:4"));
        LinkException refused =
                assertThrows(
                        LinkException.class, () -> client.read(METER, RegisterKind.INPUT, 12, 2));
        assertEquals(4, refused.modbusException());
    }

    @Test
    void noiseAndForeignUnitsGiveNoValue() throws Exception {
        for (String fault : new String[] {"garbage", "wrong-unit", "drip"}) {
            site.inject(Simulation.METER, Fault.parse(fault));
            failure(METER);
            site.clearFaults(Simulation.METER);
            client.close();
            client = new Client(tcp());
            meterWatts(client);
        }
    }

    @Test
    void ignoredWritesAreAcknowledgedAndDoNothing() throws Exception {
        site.inject(Simulation.INVERTER, Fault.parse("ignore-writes"));
        client.write(INVERTER, 3, 25);
        assertEquals(100, limit());
        assertEquals(0, site.ledger().limitCommands());
        site.clearFaults(Simulation.INVERTER);
        client.write(INVERTER, 3, 25);
        assertEquals(25, limit());
    }

    @Test
    void writeWhoseAnswerIsLostHasBeenDone() throws Exception {
        site.inject(Simulation.INVERTER, Fault.parse("lost-answer"));
        assertThrows(LinkException.class, () -> client.write(INVERTER, 3, 25, SHORT));
        site.clearFaults(Simulation.INVERTER);
        assertEquals(25, limit());
    }

    @Test
    void frozenMeterRepeatsItself() throws Exception {
        time.pass(1);
        double before = meterWatts(client);
        site.inject(Simulation.METER, Fault.parse("frozen:5s"));
        time.pass(4);
        assertEquals(before, meterWatts(client));
        time.pass(2);
        assertTrue(before != meterWatts(client));
    }

    @Test
    void restartedInverterIsSilentAndComesBackUnlimited() throws Exception {
        client.write(INVERTER, 3, 25);
        site.inject(Simulation.INVERTER, Fault.parse("restart:5s@3s"));
        time.pass(2.9);
        assertEquals(25, limit());
        time.pass(0.2);
        failure(INVERTER);
        time.pass(5);
        assertEquals(100, limit());
        assertEquals(1, site.snapshot().powerLosses());
    }

    @Test
    void delayedAnswersComeLater() throws Exception {
        site.inject(Simulation.METER, Fault.parse("delay:150ms"));
        long before = System.nanoTime();
        meterWatts(client);
        assertTrue(System.nanoTime() - before >= 150_000_000L);
    }

    @Test
    void faultsOfTheScenarioComeAtTheirTime() throws Exception {
        stop();
        start(Scenario.steady(4_000, 1_000).with("meter", Fault.parse("silence:5s@10s")));
        time.pass(9.9);
        meterWatts(client);
        time.pass(0.2);
        failure(METER);
        time.pass(5);
        meterWatts(client);
    }

    @Test
    void fixedValuesServeAnyDevice() throws Exception {
        stop();
        site =
                Simulation.of(Scenario.steady(0, 300))
                        .device(
                                "sdm630",
                                7,
                                plant ->
                                        TableDevice.of(Families.SDM, "sdm630")
                                                .set("grid_power", -812.5)
                                                .set("frequency", 49.98))
                        .tcp(0)
                        .start();
        client = new Client(tcp());
        int[] words = client.read(7, RegisterKind.INPUT, 52, 2);
        assertEquals(-812.5f, Float.intBitsToFloat(words[0] << 16 | words[1]));
        assertArrayEquals(new int[] {0, 0}, client.read(7, RegisterKind.INPUT, 0, 2));
    }

    @Test
    void closeEndsTimeAndThreadsAndFreesThePort() throws Exception {
        time.pass(5);
        int port = site.tcpPort();
        site.close();
        time.pass(60);
        assertEquals(5, site.ledger().seconds(), 0.011);
        failure(METER);
        Simulation again =
                Simulation.of(Scenario.steady(0, 300))
                        .meter(Families.SDM, METER)
                        .clock(time)
                        .paused()
                        .tcp(port)
                        .start();
        assertEquals(port, again.tcpPort());
        again.close();
    }

    @Test
    void pausedTimeStandsStill() throws Exception {
        stop();
        site =
                Simulation.of(Scenario.zeroExportDemo())
                        .inverter(Families.GROWATT, INVERTER)
                        .meter(Families.SDM, METER)
                        .clock(time)
                        .speed(2)
                        .paused()
                        .tcp(0)
                        .start();
        client = new Client(tcp());
        time.pass(100);
        assertEquals(0, site.snapshot().seconds());
        assertEquals(site.snapshot().flow().gridW(), meterWatts(client), 0.1);
        site.resume();
        time.pass(10);
        assertEquals(20, site.snapshot().seconds(), 0.011);
        assertEquals(10, site.timeOfDay().getHour());
    }

    @Test
    void wrongDescriptionsAreRefused() {
        SimulationBuilder builder =
                Simulation.of(Scenario.steady(0, 300)).meter(Families.SDM, METER);
        assertThrows(
                IllegalArgumentException.class, () -> builder.inverter(Families.GROWATT, METER));
        assertThrows(IllegalArgumentException.class, () -> builder.meter(Families.SDM, 3));
        assertThrows(IllegalArgumentException.class, () -> builder.inverter(Families.GROWATT, 248));
        assertThrows(IllegalArgumentException.class, () -> builder.speed(0));
        assertThrows(
                IllegalArgumentException.class, () -> site.inject("nobody", Fault.parse("drip")));
    }

    /** A plain law that sees and acts only through the wire stays within the physics. */
    @Test
    void theDemoCanBeHeldThroughTheWire() throws Exception {
        stop();
        start(Scenario.zeroExportDemo());
        double margin = 20;
        for (int i = 0; i < 60; i++) {
            time.pass(1);
            double wanted = inverterWatts(client) + meterWatts(client) - margin;
            double rise = Math.min(Math.floor(wanted / 42), limit() + 5);
            int percent = (int) Math.max(2, Math.min(100, rise));
            if (percent != limit()) {
                client.write(INVERTER, 3, percent);
            }
        }
        Ledger ledger = site.ledger();
        // the meter is up to 0.2 s old
        double bound = 0.5 + 1.5 * Math.log(3_100 / (margin + Plant.TOLERANCE_W)) + 1.2 + 0.2;
        assertTrue(
                ledger.longestExcursionS() <= bound,
                () -> ledger.longestExcursionS() + " s, bound " + bound + " s");
        assertTrue(ledger.longestExcursionS() > 2, "the drops are there");
    }
}
