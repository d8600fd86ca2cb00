package io.wattwire.device.session;

import io.wattwire.device.model.Operation;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.Values;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a name stands for: the registers that it needs, and how they become its reading. */
sealed interface Subject {

    String name();

    String unit();

    /** What must be read for it. */
    Set<Register> registers();

    /** Its value; empty when its parts give none. */
    Optional<Object> value(View view);

    /** Why it has no value although all its registers have one. */
    default String missing() {
        return name() + ": the device gives no value";
    }

    /** Its reading as far as the view allows. */
    default Reading reading(View view) {
        long timestamp = view.timestampMillis(registers());
        String problem = view.problem(registers());
        Optional<Object> value = problem.isEmpty() ? value(view) : Optional.empty();
        if (value.isEmpty() && problem.isEmpty()) {
            problem = missing();
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

    /** What a control tells of itself: its read-back, its least value, its step. */
    record OfControl(
            String name,
            String unit,
            Set<Register> registers,
            Function<Values, OptionalDouble> told)
            implements Subject {

        static OfControl readBack(PointControl control, String unit, Set<Register> registers) {
            return new OfControl(control.point(), unit, registers, control::readBack);
        }

        @Override
        public Optional<Object> value(View view) {
            OptionalDouble number = told.apply(view.values());
            return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
        }
    }

    /** A command in the brand's own words: what of it holds now. */
    record OfOperation(Operation operation, Set<Register> registers) implements Subject {

        @Override
        public String name() {
            return operation.name();
        }

        @Override
        public String unit() {
            return "";
        }

        @Override
        public Optional<Object> value(View view) {
            return operation.readBack(view.values());
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
