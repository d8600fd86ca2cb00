package io.wattwire.limit.law;

import io.wattwire.limit.law.LimitSettings.Balance;

/**
 * Our own count of the energy exchanged with the grid. It adds up how far the meter's counters
 * move, not where they stand: another meter, or one that starts again at zero, changes nothing.
 *
 * @param kwh import less export so far
 * @param enforced whether the bound is being enforced
 * @param imported the meter's counter of import
 * @param exported the meter's counter of export
 */
public record EnergyBalance(double kwh, boolean enforced, Counter imported, Counter exported) {

    /** Nothing counted. The bound is enforced until the counters are known. */
    public static final EnergyBalance NONE = new EnergyBalance(0, true, Counter.NONE, Counter.NONE);

    private static final double NANOS_PER_HOUR = 3.6e12;

    /** A counter that is not read for longer than this is not trusted. */
    private static final long STALE_NANOS = 900_000_000_000L;

    /**
     * One counter of the meter.
     *
     * @param last the newest usable sample, kWh; its number is 0 when it is from before a restart
     * @param movedKwh how far it moved with that sample
     */
    public record Counter(Sample last, double movedKwh) {

        /** Not read yet. */
        public static final Counter NONE = new Counter(Sample.NONE, 0);

        /** No more than this is made up for when the gap between two readings is not known. */
        private static final double LARGEST_KWH = 1000;

        /** Steps of the coarsest counters. */
        private static final double RESOLUTION_KWH = 1;

        Counter see(Sample sample, double gridMaxW) {
            boolean usable = sample.value() >= 0 && sample.value() < 1e9;
            if (!sample.present() || sample.number() == last.number() || !usable) {
                return new Counter(last, 0);
            }
            double moved = sample.value() - last.value();
            double hours = (sample.takenNanos() - last.takenNanos()) / NANOS_PER_HOUR;
            double possible =
                    last.present()
                            ? gridMaxW / 1000 * Math.max(0, hours) + RESOLUTION_KWH
                            : LARGEST_KWH;
            // written so that NaN, the first reading, is no movement
            return new Counter(sample, moved >= 0 && moved <= possible ? moved : 0);
        }
    }

    /**
     * The balance of a run before this one.
     *
     * @param kwh import less export
     * @param enforced whether the bound was being enforced
     * @param importKwh where the meter's counter of import stood; NaN when not known
     * @param exportKwh where the meter's counter of export stood; NaN when not known
     * @return the balance to go on with
     */
    public static EnergyBalance restored(
            double kwh, boolean enforced, double importKwh, double exportKwh) {
        return new EnergyBalance(
                kwh,
                enforced,
                new Counter(new Sample(importKwh, 0, 0), 0),
                new Counter(new Sample(exportKwh, 0, 0), 0));
    }

    EnergyBalance see(Readings readings, Balance settings, double gridMaxW, long nowNanos) {
        if (!settings.used()) {
            return this;
        }
        Counter in = imported.see(readings.of(Input.ENERGY_IMPORT), gridMaxW);
        Counter out = exported.see(readings.of(Input.ENERGY_EXPORT), gridMaxW);
        double now = kwh + in.movedKwh() - out.movedKwh();
        boolean known = isKnown(in, nowNanos) && isKnown(out, nowNanos);
        boolean bounded = now <= settings.startKwh() || enforced && now < settings.stopKwh();
        return new EnergyBalance(now, !known || bounded, in, out);
    }

    private static boolean isKnown(Counter counter, long nowNanos) {
        return counter.last().present() && counter.last().ageNanos(nowNanos) <= STALE_NANOS;
    }
}
