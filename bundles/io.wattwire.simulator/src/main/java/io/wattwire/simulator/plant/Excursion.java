package io.wattwire.simulator.plant;

/**
 * One time in which the site exported more than it may, tolerance included.
 *
 * @param startS when it began, seconds of the scenario
 * @param lengthS how long it lasted, or has lasted so far, seconds
 * @param peakW the most that flowed beyond the limit, W
 */
public record Excursion(double startS, double lengthS, double peakW) {}
