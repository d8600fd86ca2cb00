package io.wattwire.device.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static final Map<String, Object> KNOWN =
            Map.of("a", 230.1, "b", 230.0, "n", 7L, "s", "text", "zero", 0.0);

    private static Optional<Object> evaluate(String text) {
        return Expression.parse(text).evaluate(name -> Optional.ofNullable(KNOWN.get(name)));
    }

    @ParameterizedTest
    @CsvSource({
        "1 + 2 * 3, 7",
        "(1 + 2) * 3, 9",
        "10 - 4 - 3, 3",
        "24 / 4 / 2, 3",
        "-n, -7",
        "--n, 7",
        "2 * -n, -14",
        "-(n - 10) * 2, 6",
        "a - b, 0.1",
        "'max(n, 3) - min(n, 3)', 4",
        "abs(3 - n), 4",
        "'max(abs(-2), min(1, n) * 1.5)', 2",
        "1.5e3 * 2, 3000",
        ".5 * n, 3.5",
        "n / 3 * 3, 7",
    })
    void computes(String text, double expected) {
        assertEquals(Optional.of(expected), evaluate(text));
    }

    @Test
    void aLoneNamePassesAnyTypeOn() {
        assertEquals(Optional.of("text"), evaluate("s"));
        assertEquals(Optional.of(7L), evaluate(" n "));
        assertEquals(Optional.of(7L), evaluate("(n)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "missing",
                "missing + 1",
                "0 * missing",
                "min(1, missing)",
                "s + 1",
                "1 / zero",
                "abs(missing)",
                "-missing"
            })
    void aMissingPartMakesTheWholeMissing(String text) {
        assertEquals(Optional.empty(), evaluate(text));
    }

    @Test
    void whatIsTooLargeIsMissing() {
        assertEquals(Optional.empty(), evaluate("1e300 * 1e300"));
    }

    @Test
    void namesItsRegistersInOrder() {
        assertEquals(
                List.of("p_l2", "p_l1", "k"),
                List.copyOf(Expression.parse("p_l2 + abs(p_l1) * max(k, p_l2)").registers()));
        assertEquals(Optional.of("p"), Expression.parse("p").loneRegister());
        assertEquals(Optional.empty(), Expression.parse("-p").loneRegister());
        assertTrue(Expression.none().registers().isEmpty());
        assertEquals(Optional.empty(), Expression.none().evaluate(name -> Optional.of(1.0)));
    }

    @Test
    void turnsItsSign() {
        assertEquals(
                Optional.of(-460.1),
                Expression.parse("a + b")
                        .negated()
                        .evaluate(name -> Optional.ofNullable(KNOWN.get(name))));
        assertEquals("power", Expression.parse("-power").negated().toString());
        assertEquals(Expression.none(), Expression.none().negated());
    }

    @Test
    void canBeReadBackAfterARenaming() {
        for (String text :
                List.of(
                        "(a - b) / n * 2",
                        "-abs(a) + max(b, min(n, 1.50))",
                        "a - (b - n)",
                        "n / (a / b)")) {
            Expression expression = Expression.parse(text).renamed(name -> name);
            assertEquals(evaluate(text), evaluate(expression.toString()), text);
            assertEquals(expression, Expression.parse(expression.toString()).renamed(name -> name));
        }
    }

    @Test
    void tellsWhereAMistakeIs() {
        assertMistake("", "has the end at position 1");
        assertMistake("a +", "has the end at position 4");
        assertMistake("a b", "has 'b' at position 3; expected is an operator or the end");
        assertMistake("a + Power", "has 'P' at position 5");
        assertMistake("(a", "expected is ')'");
        assertMistake("a)", "has ')' at position 2");
        assertMistake("min(a)", "expected is ','");
        assertMistake("abs(a, b)", "has ',' at position 6; expected is ')'");
        assertMistake("sum(a, b)", "no function sum; write min, max or abs");
        assertMistake("1.2.3", "has '1.2.3' at position 1");
        assertMistake("a ^ 2", "has '^' at position 3");
        assertMistake("a; b", "has ';' at position 2");
        assertMistake("a * * b", "has '*' at position 5");
    }

    private static void assertMistake(String text, String problem) {
        Exception mistake =
                assertThrows(IllegalArgumentException.class, () -> Expression.parse(text));
        assertTrue(mistake.getMessage().contains(problem), mistake.getMessage());
    }

    @Test
    void boundsLengthAndDepth() {
        assertMistake("a" + "+a".repeat(250), "write at most 500");
        assertMistake("(".repeat(60) + "a" + ")".repeat(60), "nested deeper than 50");
        assertMistake("-".repeat(60) + "a", "nested deeper than 50");
        assertEquals(Optional.of(1750.0), evaluate("n" + "+n".repeat(249)));
    }
}
