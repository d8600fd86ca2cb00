package io.wattwire.device.session;

import io.wattwire.device.model.Rate;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.Values;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values as one reader may use them: fast ones read in its own cycle, slow ones until they are
 * stale, static ones for good.
 *
 * @param samples all values
 * @param mark the reader's cycle
 * @param hindrance what cut the reader's cycle short; empty when nothing did
 * @param overrides values that the owner's settings put in the place of the device's
 */
record View(Samples samples, long mark, String hindrance, Map<String, Object> overrides) {

    /** Slow registers are read this often. */
    static final Duration SLOW_PERIOD = Duration.ofSeconds(10);

    /** A slow value may be used so long. */
    static final Duration SLOW_LIFE = SLOW_PERIOD.multipliedBy(3);

    private static final String NOT_READ = "not read in this cycle";

    /** Why a register has no usable value; empty when it has one. */
    String problem(Register register) {
        if (overrides.containsKey(register.name())) {
            return "";
        }
        Sample sample = samples.of(register).orElse(null);
        if (sample == null) {
            return hindrance.isEmpty() ? NOT_READ : hindrance;
        }
        String problem = ageProblem(register, sample);
        if (problem.isEmpty() && sample.value() == null) {
            return register.name() + ": the device marks it as having no value now";
        }
        return problem;
    }

    /** Whether the device was asked and has no value there, as opposed to being silent. */
    boolean saysNothing(Register register) {
        return marksNothing(register)
                || samples.of(register)
                        .filter(sample -> sample.value() == null)
                        .filter(sample -> sample.problem().startsWith(BlockReader.HOLE))
                        .isPresent();
    }

    /** Whether what the device answered there means that it has no value. */
    boolean marksNothing(Register register) {
        return samples.of(register)
                .filter(sample -> sample.value() == null && sample.read())
                .filter(sample -> ageProblem(register, sample).isEmpty())
                .isPresent();
    }

    private String ageProblem(Register register, Sample sample) {
        return switch (register.rate()) {
            case FAST -> sample.mark() >= mark ? sample.problem() : latest(sample);
            case SLOW -> sample.read() ? staleProblem(sample) : latest(sample);
            case STATIC -> sample.read() ? "" : latest(sample);
        };
    }

    private String latest(Sample sample) {
        if (!hindrance.isEmpty()) {
            return hindrance;
        }
        return sample.problem().isEmpty() ? NOT_READ : sample.problem();
    }

    private String staleProblem(Sample sample) {
        Duration age = Duration.ofNanos(samples.nowNanos() - sample.atNanos());
        return age.compareTo(SLOW_LIFE) <= 0
                ? ""
                : "stale: last read " + age.toSeconds() + " s ago: " + latest(sample);
    }

    /** The first reason why one of some registers cannot be used; empty when all can. */
    String problem(Collection<Register> registers) {
        for (Register register : registers) {
            String problem = problem(register);
            if (!problem.isEmpty()) {
                return problem;
            }
        }
        return "";
    }

    /**
     * The parts by which a value ages. What is read once per connection, as a rated power, does not
     * make the value old that is computed with it.
     */
    static List<Register> ageing(Collection<Register> registers) {
        List<Register> ageing =
                registers.stream().filter(register -> register.rate() != Rate.STATIC).toList();
        return ageing.isEmpty() ? List.copyOf(registers) : ageing;
    }

    /** The wall clock time of the oldest part; now when there is no part. */
    long timestampMillis(Collection<Register> registers) {
        return ageing(registers).stream()
                .flatMap(register -> samples.of(register).stream())
                .mapToLong(Sample::atMillis)
                .min()
                .orElseGet(samples::nowMillis);
    }

    Optional<Object> value(String register) {
        Object override = overrides.get(register);
        return override != null ? Optional.of(override) : samples.get(register);
    }

    Values values() {
        return this::value;
    }
}
