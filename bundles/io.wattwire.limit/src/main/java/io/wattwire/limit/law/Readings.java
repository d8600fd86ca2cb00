package io.wattwire.limit.law;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * The newest sample of each input. Immutable.
 *
 * @param samples what was read so far
 */
public record Readings(Map<Slot, Sample> samples) {

    /** Nothing was read yet. */
    public static final Readings NONE = new Readings(Map.of());

    /**
     * The newest sample of the site.
     *
     * @param input an input of the site
     * @return {@link Sample#NONE} when there was none
     */
    public Sample of(Input input) {
        return samples.getOrDefault(Slot.site(input), Sample.NONE);
    }

    /**
     * The newest sample of one inverter.
     *
     * @param input an input of an inverter
     * @param unit its number, from 1
     * @return {@link Sample#NONE} when there was none
     */
    public Sample of(Input input, int unit) {
        return samples.getOrDefault(new Slot(input, unit), Sample.NONE);
    }

    /**
     * Lays one sample beside the others.
     *
     * @param slot where it belongs
     * @param sample the newest; {@link Sample#NONE} forgets the last one
     * @return all samples
     */
    public Readings with(Slot slot, Sample sample) {
        Map<Slot, Sample> next = new HashMap<>(samples);
        next.put(slot, sample);
        return new Readings(Collections.unmodifiableMap(next));
    }
}
