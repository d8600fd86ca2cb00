package io.wattwire.simulator.device;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.LinkLease;
import io.wattwire.device.link.Priority;
import io.wattwire.simulator.plant.Plant;
import io.wattwire.simulator.plant.PlantState;
import java.time.Duration;

/**
 * The master on a SolarEdge inverter's meter line, with its export control: it identifies the
 * meter, writes the averaging until it reads it back, then asks for the phase powers once a second
 * and keeps the site at zero export. A meter that does not answer sends it to its fail-safe, which
 * is to stop.
 *
 * <p>The order and the rate of the requests are those of the logs in the issues 8, 9, 16 and 29 of
 * solaredge_meterproxy; how soon a real inverter falls back depends on its settings. Not
 * thread-safe.
 */
public final class SolarEdgeInverter {

    /** How long it waits for an answer. */
    public static final Duration PATIENCE = Duration.ofMillis(200);

    /** So many polls without an answer, and it falls back. */
    public static final int POLLS_TO_FALL_BACK = 3;

    private static final int CONFIGURATION = 1600;
    private static final int CONFIGURATION_WORDS = 23;
    private static final int CT_AMPS = 2;
    private static final int AVERAGING = 1607;
    private static final int IDENTITY = 1700;
    private static final int MODEL = 6;
    private static final int POWERS = 1010;
    private static final int POWER_WORDS = 6;
    private static final int FLOATS = 1000;
    private static final int FLOAT_WORDS = 34;
    private static final int WATTNODE_3Y_400 = 202;
    private static final int FULL_PERCENT = 100;

    /** The meter's energies are read with each so many polls. */
    private static final int ENERGY_POLLS = 10;

    /** It aims so far inside the limit. */
    private static final double MARGIN_W = 30;

    private final MeterReader meter;
    private final Plant plant;
    private final int ctAmps;
    private final int averaging;

    private boolean identified;
    private boolean averagingSet;
    private int polls;
    private int missed;
    private float importKwh = Float.NaN;

    /**
     * Makes an inverter that has not heard its meter yet.
     *
     * @param line to the meter
     * @param unit device id of the meter
     * @param plant the site that it generates for
     * @param ctAmps CT rating as set in SetApp, A
     * @param averaging the value that its firmware wants in register 1608: 0 or 1
     */
    public SolarEdgeInverter(LinkLease line, int unit, Plant plant, int ctAmps, int averaging) {
        this.meter =
                new MeterReader(
                        (id, pdu) -> line.exchange(id, pdu, Priority.FAST, Deadline.in(PATIENCE)),
                        unit);
        this.plant = plant;
        this.ctAmps = ctAmps;
        this.averaging = averaging;
    }

    /** What it does once a second; never longer than a few times {@link #PATIENCE}. */
    public void poll() {
        try {
            if (!identified) {
                identify();
            }
            if (!averagingSet) {
                average();
            }
            control(phasePowers());
            if (polls++ % ENERGY_POLLS == 0) {
                importKwh = MeterReader.number(meter.read(FLOATS, FLOAT_WORDS), 2);
            }
            missed = 0;
        } catch (LinkException silent) {
            missed++;

            if (missed >= POLLS_TO_FALL_BACK) {
                identified = false;
                plant.limitInverter(0, false);
            }
        }
    }

    private void identify() throws LinkException {
        int[] configuration = meter.read(CONFIGURATION, CONFIGURATION_WORDS);
        int[] identity = meter.read(IDENTITY, CONFIGURATION_WORDS);
        if (identity[MODEL] != WATTNODE_3Y_400 || configuration[CT_AMPS] != ctAmps) {
            throw new LinkException(
                    LinkException.Reason.GARBAGE,
                    "model " + identity[MODEL] + " with " + configuration[CT_AMPS] + " A CTs");
        }
        identified = true;
    }

    private void average() throws LinkException {
        meter.write(AVERAGING, averaging);
        averagingSet = meter.read(AVERAGING, 1)[0] == averaging;
    }

    private double phasePowers() throws LinkException {
        int[] words = meter.read(POWERS, POWER_WORDS);
        return MeterReader.number(words, 0)
                + MeterReader.number(words, 2)
                + MeterReader.number(words, 4);
    }

    private void control(double gridWatts) {
        PlantState now = plant.state();
        double rated = plant.site().inverter().ratedW();
        double watts = Math.max(0, now.flow().inverterW() + gridWatts - MARGIN_W);
        plant.limitInverter(Math.min(FULL_PERCENT, watts / rated * FULL_PERCENT), false);
    }

    /**
     * Whether it believes in its meter.
     *
     * @return false before the first answer and after {@link #POLLS_TO_FALL_BACK} missing ones
     */
    public boolean trustsMeter() {
        return identified && missed < POLLS_TO_FALL_BACK;
    }

    /**
     * The import energy that it shows.
     *
     * @return kWh; not a number before it was read
     */
    public float importKwh() {
        return importKwh;
    }
}
