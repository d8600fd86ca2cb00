package io.wattwire.bench.days;

/**
 * What a law is shown once a second, all of the same moment. Watts; grid + import, battery +
 * charging.
 *
 * @param atS seconds since the day began
 * @param acceptanceW what the battery would take
 * @param soc state of charge in percent
 */
record Seen(
        double atS,
        double gridW,
        double inverterW,
        double batteryW,
        double acceptanceW,
        double soc) {}
