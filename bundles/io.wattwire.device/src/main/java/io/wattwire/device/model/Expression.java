package io.wattwire.device.model;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How a common point follows from registers: {@code + - * / ( )}, numbers, names of registers,
 * {@code min(a,b)}, {@code max(a,b)} and {@code abs(a)}. Computed in decimals: 230.1 - 230 is 0.1.
 */
public final class Expression {
    private static final Expression NONE = new Expression("", null);

    private final String text;
    private final Node root;

    private Expression(String text, Node root) {
        this.text = text;
        this.root = root;
    }

    /**
     * The expression of a point that can only be written: it has no value.
     *
     * @return an expression without registers
     */
    public static Expression none() {
        return NONE;
    }

    /**
     * Reads an expression.
     *
     * @param text up to 500 characters
     * @return the expression
     * @throws IllegalArgumentException if the text is no expression; the message tells the position
     *     and what was expected
     */
    public static Expression parse(String text) {
        return new Expression(text.strip(), new ExpressionParser(text).parse());
    }

    /**
     * The registers it needs.
     *
     * @return their names in the order of the text
     */
    public Set<String> registers() {
        return root == null ? Set.of() : root.names();
    }

    /**
     * The register that this expression merely passes on.
     *
     * @return empty when something is computed
     */
    public Optional<String> loneRegister() {
        return root instanceof Node.Name name ? Optional.of(name.name()) : Optional.empty();
    }

    /**
     * Computes the value.
     *
     * @param values the registers' values
     * @return a lone register's value whatever its type, else a finite Double; empty when a part is
     *     missing or not a number, and after a division by zero
     */
    public Optional<Object> evaluate(Values values) {
        if (root == null) {
            return Optional.empty();
        }
        if (root instanceof Node.Name name) {
            return values.get(name.name());
        }
        return root.evaluate(values)
                .map(BigDecimal::doubleValue)
                .filter(Double::isFinite)
                .map(value -> value);
    }

    /** The expression with its sign turned; a lone register is no longer lone then. */
    Expression negated() {
        if (root == null) {
            return this;
        }
        Node turned = root instanceof Node.Negation minus ? minus.part() : new Node.Negation(root);
        return new Expression(turned.toString(), turned);
    }

    /** The expression with other registers behind it. */
    Expression renamed(UnaryOperator<String> rename) {
        if (root == null) {
            return this;
        }
        Node renamed = root.renamed(rename);
        return new Expression(renamed.toString(), renamed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression expression && Objects.equals(root, expression.root);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(root);
    }

    /**
     * The text of the expression.
     *
     * @return as it was written; empty for {@link #none()}
     */
    @Override
    public String toString() {
        return text;
    }
}
