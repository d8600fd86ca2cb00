package io.wattwire.driver.solaredge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.LinkLease;
import io.wattwire.device.link.LinkPool;
import io.wattwire.device.link.LinkTiming;
import io.wattwire.device.link.Tcp;
import io.wattwire.device.session.StateStore;
import io.wattwire.simulator.device.SolarEdgeInverter;
import io.wattwire.simulator.plant.HouseLoad;
import io.wattwire.simulator.plant.InverterSpec;
import io.wattwire.simulator.plant.Plant;
import io.wattwire.simulator.plant.Site;
import io.wattwire.simulator.plant.Sun;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.type.TypedValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A SolarEdge inverter that obeys the emulated meter, in simulated time over a real socket. */
class ExportControlLoopTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final AtomicLong clock = new AtomicLong(1);
    private final Site site =
            Site.zeroExport(
                    Sun.constant(4000),
                    HouseLoad.base(400).with("kettle", 40, 100, 2000),
                    new InverterSpec(4200, 1.5, 0.5, 0, InverterSpec.BelowMinimum.HOLD, 30, 0));
    private final Plant plant = new Plant(site, clock::get);
    private final LinkPool pool = LinkPool.shared();
    private Emulation meter;
    private LinkLease line;
    private SolarEdgeInverter inverter;

    @BeforeEach
    void start() throws Exception {
        meter =
                Emulation.start(
                        "meter",
                        MeterConfiguration.of(
                                Map.of("connection", "tcp", "port", 0, "ct.current", 50)),
                        StateStore.inMemory(),
                        new MeterLines(),
                        clock::get);
        Tcp address = new Tcp("127.0.0.1", Ports.opened(meter::port));
        line = pool.acquire(address, "inverter", new LinkTiming(Duration.ZERO, Duration.ZERO));
        inverter = new SolarEdgeInverter(line, 2, plant, 50, 1);
        plant.limitInverter(0, false);
    }

    @AfterEach
    void stop() {
        line.close();
        meter.close();
    }

    private double grid() {
        return plant.state().flow().gridW();
    }

    /** A second of the site: the source's meter is read, then the inverter asks ours. */
    private void second(boolean sourceAlive) {
        clock.addAndGet(SECOND.toNanos());
        if (sourceAlive) {
            meter.write(
                    List.of(
                            ChannelRecord.createWriteRecord(
                                    "grid_power", TypedValues.newDoubleValue(grid())),
                            ChannelRecord.createWriteRecord(
                                    "grid_voltage_l1",
                                    TypedValues.newDoubleValue(plant.state().voltage()))));
        }
        inverter.poll();
    }

    @Test
    void keepsTheSiteAtZeroExport() {
        double exportedLong = 0;
        for (int i = 0; i < 180; i++) {
            second(true);
            boolean settling = i < 30 || i >= 100 && i < 112;
            exportedLong = settling ? exportedLong : Math.min(exportedLong, grid());
        }
        assertTrue(inverter.trustsMeter());
        assertTrue(exportedLong > -20, "exports " + -exportedLong + " W while nothing changes");
        assertEquals(30, grid(), 20, "uses the sun: imports hardly more than its margin");
        assertEquals(0, inverter.importKwh(), 0.2);
    }

    @Test
    void aDeadSourceSendsTheInverterToItsOwnFailSafe() {
        for (int i = 0; i < 60; i++) {
            second(true);
        }
        assertTrue(plant.state().flow().inverterW() > 2000);
        int seconds = 0;
        while (inverter.trustsMeter()) {
            second(false);
            seconds++;
            assertTrue(seconds < 20, "the inverter still trusts a dead meter");
        }
        assertTrue(seconds <= 5 + 1 + SolarEdgeInverter.POLLS_TO_FALL_BACK, seconds + " s");
        for (int i = 0; i < 15; i++) {
            second(false);
        }
        assertEquals(0, plant.state().flow().inverterW(), 5);
        for (int i = 0; i < 30; i++) {
            second(true);
        }
        assertTrue(inverter.trustsMeter());
        assertTrue(plant.state().flow().inverterW() > 300);
    }

    @Test
    void aWrongCtRatingIsNotTrusted() {
        SolarEdgeInverter other = new SolarEdgeInverter(line, 2, plant, 100, 0);
        second(true);
        other.poll();
        assertFalse(other.trustsMeter());
    }
}
