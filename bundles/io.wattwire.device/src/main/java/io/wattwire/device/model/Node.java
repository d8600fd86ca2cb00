package io.wattwire.device.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A part of an expression. */
sealed interface Node {

    /** Empty when a part is missing. */
    Optional<BigDecimal> evaluate(Values values);

    void collect(Set<String> names);

    Node renamed(UnaryOperator<String> rename);

    default Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        collect(names);
        return Collections.unmodifiableSet(names);
    }

    /** A constant. */
    record Constant(BigDecimal value) implements Node {
        @Override
        public Optional<BigDecimal> evaluate(Values values) {
            return Optional.of(value);
        }

        @Override
        public void collect(Set<String> names) {
            // a constant names nothing
        }

        @Override
        public Node renamed(UnaryOperator<String> rename) {
            return this;
        }

        @Override
        public String toString() {
            return Numbers.text(value);
        }
    }

    /** A register's value. */
    record Name(String name) implements Node {
        @Override
        public Optional<BigDecimal> evaluate(Values values) {
            return values.get(name)
                    .filter(Number.class::isInstance)
                    .map(Number.class::cast)
                    .flatMap(Numbers::decimal);
        }

        @Override
        public void collect(Set<String> names) {
            names.add(name);
        }

        @Override
        public Node renamed(UnaryOperator<String> rename) {
            return new Name(rename.apply(name));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Minus a part. */
    record Negation(Node part) implements Node {
        @Override
        public Optional<BigDecimal> evaluate(Values values) {
            return part.evaluate(values).map(BigDecimal::negate);
        }

        @Override
        public void collect(Set<String> names) {
            part.collect(names);
        }

        @Override
        public Node renamed(UnaryOperator<String> rename) {
            return new Negation(part.renamed(rename));
        }

        @Override
        public String toString() {
            return "-(" + part + ")";
        }
    }

    /** The magnitude of a part. */
    record Magnitude(Node part) implements Node {
        @Override
        public Optional<BigDecimal> evaluate(Values values) {
            return part.evaluate(values).map(BigDecimal::abs);
        }

        @Override
        public void collect(Set<String> names) {
            part.collect(names);
        }

        @Override
        public Node renamed(UnaryOperator<String> rename) {
            return new Magnitude(part.renamed(rename));
        }

        @Override
        public String toString() {
            return "abs(" + part + ")";
        }
    }

    /** Two parts and what is done with them. */
    record Operation(Operator operator, Node left, Node right) implements Node {
        @Override
        public Optional<BigDecimal> evaluate(Values values) {
            Optional<BigDecimal> second = right.evaluate(values);
            return second.isEmpty()
                    ? Optional.empty()
                    : left.evaluate(values).flatMap(first -> operator.apply(first, second.get()));
        }

        @Override
        public void collect(Set<String> names) {
            left.collect(names);
            right.collect(names);
        }

        @Override
        public Node renamed(UnaryOperator<String> rename) {
            return new Operation(operator, left.renamed(rename), right.renamed(rename));
        }

        @Override
        public String toString() {
            return switch (operator) {
                case MIN -> "min(" + left + ", " + right + ")";
                case MAX -> "max(" + left + ", " + right + ")";
                case PLUS -> "(" + left + " + " + right + ")";
                case MINUS -> "(" + left + " - " + right + ")";
                case TIMES -> "(" + left + " * " + right + ")";
                case OVER -> "(" + left + " / " + right + ")";
            };
        }
    }

    /** What can be done with two numbers. */
    enum Operator {
        PLUS,
        MINUS,
        TIMES,
        OVER,
        MIN,
        MAX;

        Optional<BigDecimal> apply(BigDecimal first, BigDecimal second) {
            return switch (this) {
                case PLUS -> Optional.of(first.add(second));
                case MINUS -> Optional.of(first.subtract(second));
                case TIMES -> Optional.of(first.multiply(second));
                case OVER ->
                        second.signum() == 0
                                ? Optional.empty()
                                : Optional.of(first.divide(second, MathContext.DECIMAL128));
                case MIN -> Optional.of(first.min(second));
                case MAX -> Optional.of(first.max(second));
            };
        }
    }
}
