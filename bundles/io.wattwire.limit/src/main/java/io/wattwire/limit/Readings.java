package io.wattwire.limit;

import java.util.EnumMap;
import java.util.Map;

/** The newest sample of each input. Immutable. */
final class Readings {

    static final Readings NONE = new Readings(new EnumMap<>(Input.class));

    private final Map<Input, Sample> samples;

    private Readings(Map<Input, Sample> samples) {
        this.samples = samples;
    }

    Sample of(Input input) {
        return samples.getOrDefault(input, Sample.NONE);
    }

    Readings with(Input input, Sample sample) {
        EnumMap<Input, Sample> next = new EnumMap<>(Input.class);
        next.putAll(samples);
        next.put(input, sample);
        return new Readings(next);
    }
}
