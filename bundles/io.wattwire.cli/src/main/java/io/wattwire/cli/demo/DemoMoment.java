package io.wattwire.cli.demo;

import io.wattwire.simulator.plant.Ledger;
import java.time.LocalTime;

/**
 * The plant's truth at one moment. Watts; grid + is import.
 *
 * @param seconds since the start of the run
 * @param length of the run in seconds
 * @param timeOfDay the hour in the simulated day
 * @param sunW what the sun would allow
 * @param inverterW what the inverter gives
 * @param loadW what the house draws
 * @param gridW what flows in from the grid
 * @param ledger the account so far
 */
record DemoMoment(
        double seconds,
        double length,
        LocalTime timeOfDay,
        double sunW,
        double inverterW,
        double loadW,
        double gridW,
        Ledger ledger) {}
