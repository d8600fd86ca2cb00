package io.wattwire.device.session;

import io.wattwire.device.model.Point;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.Values;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What a name stands for: the registers that it needs, and how they become its reading. */
sealed interface Subject {

    String name();

    String unit();

    /** What must be read for it. */
    Set<Register> registers();

    /** Without which of them it has no value at all. */
    default Set<Register> needed(View view) {
        return registers();
    }

    /** Its value; empty when its parts give none. */
    Optional<Object> value(View view);

    /** Why it has no value although all its registers have one. */
    default String missing() {
        return name() + ": the device gives no value";
    }

    /** Its reading as far as the view allows. */
    default Reading reading(View view) {
        long timestamp = view.timestampMillis(registers());
        String problem = view.problem(needed(view));
        Optional<Object> value = problem.isEmpty() ? value(view) : Optional.empty();
        if (value.isEmpty() && problem.isEmpty()) {
            String part = view.problem(registers());
            problem = part.isEmpty() ? missing() : part;
        }
        return new Reading(name(), value.orElse(null), unit(), timestamp, problem);
    }

    /** A vendor's register, with the one that tells its scale. */
    record OfRegister(Register register, Set<Register> registers) implements Subject {

        @Override
        public String name() {
            return register.name();
        }

        @Override
        public String unit() {
            return register.unit();
        }

        @Override
        public Optional<Object> value(View view) {
            return view.value(register.name());
        }
    }

    /** A common point. */
    record OfPoint(Point point, Set<Register> registers) implements Subject {

        @Override
        public String name() {
            return point.name();
        }

        @Override
        public String unit() {
            return point.unit();
        }

        @Override
        public Optional<Object> value(View view) {
            return point.value().evaluate(view.values());
        }
    }

    /**
     * What a control or a command in the brand's own words tells of itself: what of it holds now,
     * its least value, its step.
     *
     * @param mayBeUnset which of the registers say something too when the device has no value there
     */
    record OfControl(
            String name,
            String unit,
            Set<Register> registers,
            Set<String> mayBeUnset,
            Function<Values, Optional<Object>> told)
            implements Subject {

        @Override
        public Set<Register> needed(View view) {
            return registers.stream()
                    .filter(it -> !(mayBeUnset.contains(it.name()) && view.marksNothing(it)))
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public Optional<Object> value(View view) {
            return told.apply(view.values());
        }
    }

    /**
     * What the device may tell and the owner said too: the owner's word counts where the device is
     * silent, and as a bound of a power.
     */
    record OrOwners(Subject of, Number said) implements Subject {

        @Override
        public String name() {
            return of.name();
        }

        @Override
        public String unit() {
            return of.unit();
        }

        @Override
        public Set<Register> registers() {
            return of.registers();
        }

        @Override
        public Optional<Object> value(View view) {
            Object told = of.value(view).orElse(null);
            boolean counts =
                    told instanceof Number number
                            && (unit().equals("kWh") || number.doubleValue() < said.doubleValue());
            return Optional.of(counts ? told : said);
        }

        @Override
        public Reading reading(View view) {
            Reading told = of.reading(view);
            if (!told.good() && !registers().stream().allMatch(view::saysNothing)) {
                return told;
            }
            return new Reading(
                    name(), value(view).orElseThrow(), unit(), told.timestampMillis(), "");
        }
    }

    /**
     * What needs no register: the link's health, a value from the settings. It has a value always.
     */
    record OfSource(String name, String unit, Supplier<Object> source) implements Subject {

        @Override
        public Set<Register> registers() {
            return Set.of();
        }

        @Override
        public Optional<Object> value(View view) {
            return Optional.of(source.get());
        }
    }

    /**
     * How old another subject's oldest part is; it has a value always.
     *
     * @param opened when the session was opened: age of what was never read
     */
    record OfAge(Subject of, long opened) implements Subject {

        @Override
        public String name() {
            return of.name() + Lexicon.AGE_SUFFIX;
        }

        @Override
        public String unit() {
            return "ms";
        }

        @Override
        public Set<Register> registers() {
            return of.registers();
        }

        @Override
        public Optional<Object> value(View view) {
            long now = view.samples().nowNanos();
            long oldest =
                    View.ageing(registers()).stream()
                            .mapToLong(register -> readAt(view, register))
                            .min()
                            .orElse(now);
            return Optional.of(Duration.ofNanos(now - oldest).toMillis());
        }

        private long readAt(View view, Register register) {
            return view.samples()
                    .of(register)
                    .filter(Sample::read)
                    .map(Sample::atNanos)
                    .orElse(opened);
        }

        @Override
        public Reading reading(View view) {
            return new Reading(
                    name(), value(view).orElseThrow(), unit(), view.samples().nowMillis(), "");
        }
    }

    /** A name that the device does not know. */
    record Unknown(String name, String problem) implements Subject {

        @Override
        public String unit() {
            return "";
        }

        @Override
        public Set<Register> registers() {
            return Set.of();
        }

        @Override
        public Optional<Object> value(View view) {
            return Optional.empty();
        }

        @Override
        public String missing() {
            return problem;
        }
    }
}
