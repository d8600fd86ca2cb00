package io.wattwire.bench.days;

/** Follows exactly: the limit is what the house takes at the moment. */
final class ProportionalLaw implements Law {

    @Override
    public double limitW(Seen seen) {
        return DayPlant.step(seen.gridW() + seen.inverterW());
    }
}
