package io.wattwire.limit.law;

/**
 * One input of the site or of one inverter.
 *
 * @param input which value
 * @param unit number of the inverter from 1; 0 for an input of the site
 */
public record Slot(Input input, int unit) {

    /**
     * Refuses an inverter's input without an inverter, and the other way round.
     *
     * @param input which value
     * @param unit number of the inverter
     */
    public Slot {
        if (input.ofSite() != (unit == 0) || unit < 0) {
            throw new IllegalArgumentException(input + " of inverter " + unit);
        }
    }

    /**
     * An input that the site has once.
     *
     * @param input which value
     * @return its slot
     */
    public static Slot site(Input input) {
        return new Slot(input, 0);
    }

    /** Spread evenly: readings are looked up by it many times in each evaluation. */
    @Override
    public int hashCode() {
        return 31 * unit + input.ordinal();
    }
}
